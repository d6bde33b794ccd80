import { Migration } from '@mikro-orm/migrations';

export class Migration20261127192147_records_verified extends Migration {
  override name = 'Migration20261127192147_records_verified';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "record_verification" ("id" bigserial primary key, "student_id" text not null, "special_group" text not null, "verified_on" date not null, "outcome" text not null, "recorded_by" text null);`,
    );
    this.addSql(
      `create index "record_verification_student_id_index" on "record_verification" ("student_id");`,
    );

    this.addSql(`alter table "record_verification" enable row level security;`);
    this.addSql(`alter table "record_verification" force row level security;`);
    this.addSql(
      `create policy "reach" on "record_verification" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = record_verification.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = record_verification.student_id collate "default" offset 0));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "record_verification" cascade;`);
  }
}
