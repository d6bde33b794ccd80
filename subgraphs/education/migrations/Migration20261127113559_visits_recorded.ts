import { Migration } from '@mikro-orm/migrations';

export class Migration20261127113559_visits_recorded extends Migration {
  override name = 'Migration20261127113559_visits_recorded';

  override up(): void | Promise<void> {
    this.addSql(`alter table "home_teaching_visit" add "recorded_by" text null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "home_teaching_visit" drop column "recorded_by";`);
  }
}
