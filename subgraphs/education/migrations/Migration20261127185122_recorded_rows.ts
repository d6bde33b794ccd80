import { Migration } from '@mikro-orm/migrations';

export class Migration20261127185122_recorded_rows extends Migration {
  override name = 'Migration20261127185122_recorded_rows';

  override up(): void | Promise<void> {
    this.addSql(`alter table "absence" add "recorded_by" text null;`);

    this.addSql(`alter table "dropout_report" add "recorded" jsonb not null default '{}';`);

    this.addSql(`alter table "household_screening" add "recorded_by" text null;`);

    this.addSql(`alter table "roll_call_finding" add "recorded_by" text null;`);

    this.addSql(`alter table "household_member_screening" add "recorded_by" text null;`);

    this.addSql(`alter table "screening_assignment" add "recorded" jsonb not null default '{}';`);

    this.addSql(`alter table "screening_campaign" add "recorded_by" text null;`);

    this.addSql(`alter table "status_change" add "recorded_by" text null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "absence" drop column "recorded_by";`);

    this.addSql(`alter table "dropout_report" drop column "recorded";`);

    this.addSql(`alter table "household_member_screening" drop column "recorded_by";`);

    this.addSql(`alter table "household_screening" drop column "recorded_by";`);

    this.addSql(`alter table "roll_call_finding" drop column "recorded_by";`);

    this.addSql(`alter table "screening_assignment" drop column "recorded";`);

    this.addSql(`alter table "screening_campaign" drop column "recorded_by";`);

    this.addSql(`alter table "status_change" drop column "recorded_by";`);
  }
}
