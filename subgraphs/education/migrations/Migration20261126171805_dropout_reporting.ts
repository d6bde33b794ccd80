import { Migration } from '@mikro-orm/migrations';

export class Migration20261126171805_dropout_reporting extends Migration {
  override name = 'Migration20261126171805_dropout_reporting';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "attendance_sheet" ("class_code" text not null, "date" date not null, "school_code" text not null, "version" int not null, "on_roll" int not null, "recorded_by" text not null, "recorded_at" timestamptz not null, primary key ("class_code", "date"));`,
    );
    this.addSql(
      `create index "attendance_sheet_school_code_date_index" on "attendance_sheet" ("school_code", "date");`,
    );

    this.addSql(
      `create table "dropout_report" ("id" bigserial primary key, "student_id" text not null, "school_code" text not null, "recipient" text not null, "left_on" date not null, "reported_on" date not null, "reported_by" text null, "recommendation" text null, "received_on" date null, "received_by" text null);`,
    );
    this.addSql(`create index "dropout_report_student_id_index" on "dropout_report" ("student_id");`);
    this.addSql(
      `create index "dropout_report_recipient_reported_on_id_index" on "dropout_report" ("recipient", "reported_on", "id");`,
    );

    this.addSql(
      `create table "inspector_call" ("id" bigserial primary key, "student_id" text not null, "school_code" text not null, "called_on" date not null, "recorded_by" text null);`,
    );
    this.addSql(`create index "inspector_call_student_id_index" on "inspector_call" ("student_id");`);

    this.addSql(
      `create table "status_mark" ("id" bigserial primary key, "student_id" text not null, "school_code" text not null, "mark" text not null, "marked_on" date not null, "marked_by" text null);`,
    );
    this.addSql(`create index "status_mark_student_id_index" on "status_mark" ("student_id");`);
    this.addSql(
      `create index "status_mark_school_code_marked_on_id_index" on "status_mark" ("school_code", "marked_on", "id");`,
    );

    this.addSql(`alter table "dropout_report" enable row level security;`);
    this.addSql(`alter table "dropout_report" force row level security;`);
    this.addSql(
      `create policy "reach" on "dropout_report" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = dropout_report.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = dropout_report.student_id collate "default" offset 0));`,
    );

    this.addSql(`alter table "inspector_call" enable row level security;`);
    this.addSql(`alter table "inspector_call" force row level security;`);
    this.addSql(
      `create policy "reach" on "inspector_call" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = inspector_call.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = inspector_call.student_id collate "default" offset 0));`,
    );

    this.addSql(`alter table "status_mark" enable row level security;`);
    this.addSql(`alter table "status_mark" force row level security;`);
    this.addSql(
      `create policy "reach" on "status_mark" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = status_mark.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = status_mark.student_id collate "default" offset 0));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "attendance_sheet" cascade;`);
    this.addSql(`drop table if exists "dropout_report" cascade;`);
    this.addSql(`drop table if exists "inspector_call" cascade;`);
    this.addSql(`drop table if exists "status_mark" cascade;`);
  }
}
