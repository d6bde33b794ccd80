import { Migration } from '@mikro-orm/migrations';

export class Migration20261126144613_birth_date_in_number extends Migration {
  override name = 'Migration20261126144613_birth_date_in_number';

  override up(): void | Promise<void> {
    this.addSql(`alter table "listed_child" add "birth_date_in_number" date null;`);

    this.addSql(`alter table "student_status" add "birth_date_in_number" date null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "listed_child" drop column "birth_date_in_number";`);

    this.addSql(`alter table "student_status" drop column "birth_date_in_number";`);
  }
}
