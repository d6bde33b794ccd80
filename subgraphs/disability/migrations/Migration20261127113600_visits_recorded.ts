import { Migration } from '@mikro-orm/migrations';

export class Migration20261127113600_visits_recorded extends Migration {
  override name = 'Migration20261127113600_visits_recorded';

  override up(): void | Promise<void> {
    this.addSql(`alter table "home_medical_visit" add "recorded_by" text null;`);

    this.addSql(`alter table "placement_recommendation" add "recorded_by" text null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "home_medical_visit" drop column "recorded_by";`);

    this.addSql(`alter table "placement_recommendation" drop column "recorded_by";`);
  }
}
