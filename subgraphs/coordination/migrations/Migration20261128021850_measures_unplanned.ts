import { Migration } from '@mikro-orm/migrations';

export class Migration20261128021850_measures_unplanned extends Migration {
  override name = 'Migration20261128021850_measures_unplanned';

  override up(): void | Promise<void> {
    this.addSql(`alter table "plan_measure" alter column "due_on" drop not null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "plan_measure" alter column "due_on" set not null;`);
  }
}
