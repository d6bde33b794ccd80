import { Migration } from '@mikro-orm/migrations';

export class Migration20261126204127_entered_days extends Migration {
  override name = 'Migration20261126204127_entered_days';

  override up(): void | Promise<void> {
    this.addSql(`alter table "guardian_contact" add "recorded_by" text null, add "recorded_on" date null;`);
    this.addSql(`alter table "guardian_contact" alter column "teacher_name" drop not null;`);

    this.addSql(`alter table "inspector_call" add "recorded_on" date null;`);

    this.addSql(`alter table "status_mark" add "recorded_on" date null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "guardian_contact" drop column "recorded_by", drop column "recorded_on";`);
    this.addSql(`alter table "guardian_contact" alter column "teacher_name" set not null;`);

    this.addSql(`alter table "inspector_call" drop column "recorded_on";`);

    this.addSql(`alter table "status_mark" drop column "recorded_on";`);
  }
}
