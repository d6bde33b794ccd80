import { Migration } from '@mikro-orm/migrations';

export class Migration20261126144613_birth_date_in_number extends Migration {
  override name = 'Migration20261126144613_birth_date_in_number';

  override up(): void | Promise<void> {
    this.addSql(`alter table "floating_population_record" add "birth_date_in_number" date null;`);

    this.addSql(`alter table "household_member" add "birth_date_in_number" date null;`);

    this.addSql(`alter table "resident" add "birth_date_in_number" date null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "floating_population_record" drop column "birth_date_in_number";`);

    this.addSql(`alter table "household_member" drop column "birth_date_in_number";`);

    this.addSql(`alter table "resident" drop column "birth_date_in_number";`);
  }
}
