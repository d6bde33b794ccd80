import { Migration } from '@mikro-orm/migrations';

export class Migration20261126184801_casework extends Migration {
  override name = 'Migration20261126184801_casework';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "case_cause" ("id" bigserial primary key, "student_id" text not null, "case_number" text not null, "recorded_by" text not null, "reason" text not null, "found_on" date not null);`,
    );
    this.addSql(`create index "case_cause_student_id_index" on "case_cause" ("student_id");`);
    this.addSql(`create index "case_cause_case_number_index" on "case_cause" ("case_number");`);

    this.addSql(
      `create table "case_task_team" ("id" bigserial primary key, "student_id" text not null, "case_number" text not null, "recorded_by" text not null, "posts" text[] not null, "named_on" date not null);`,
    );
    this.addSql(`create index "case_task_team_student_id_index" on "case_task_team" ("student_id");`);
    this.addSql(`create index "case_task_team_case_number_index" on "case_task_team" ("case_number");`);

    this.addSql(
      `create table "observed_attendance" ("student_id" text not null, "known_up_to" date not null, "is_on_the_roll" boolean not null, "missed" jsonb not null, "marks" jsonb not null, "set_by_run" text not null, primary key ("student_id"));`,
    );

    this.addSql(
      `create table "return_check" ("id" bigserial primary key, "student_id" text not null, "case_number" text not null, "recorded_by" text not null, "checked_on" date not null, "checker_post" text not null, "result" text not null);`,
    );
    this.addSql(`create index "return_check_student_id_index" on "return_check" ("student_id");`);
    this.addSql(`create index "return_check_case_number_index" on "return_check" ("case_number");`);

    this.addSql(
      `create table "return_placement" ("id" bigserial primary key, "student_id" text not null, "case_number" text not null, "recorded_by" text not null, "placed_on" date not null, "mode" text not null, "school_code" text null, "class_code" text null);`,
    );
    this.addSql(`create index "return_placement_student_id_index" on "return_placement" ("student_id");`);
    this.addSql(`create index "return_placement_case_number_index" on "return_placement" ("case_number");`);

    this.addSql(
      `create index "disposition_record_case_number_index" on "disposition_record" ("case_number");`,
    );

    this.addSql(
      `alter table "dropout_case" add "state_since" date null, add "episode" int not null default 1, add "first_attended_on" date null, add "attendance_known_up_to" date null, add "verified_on" date null, add "confirmed_on" date null, add "closed_by" text null, add "next_step" text null, add "next_due_on" date null, add "version" int not null default 1, add "opened_by" text null;`,
    );
    this.addSql(`create index "dropout_case_next_due_on_id_index" on "dropout_case" ("next_due_on", "id");`);
    this.addSql(
      `create index "dropout_case_school_code_opened_on_id_index" on "dropout_case" ("school_code", "opened_on", "id");`,
    );

    this.addSql(`alter table "persuasion_visit" add "met" text[] null, add "recorded_by" text null;`);

    this.addSql(
      `alter table "plan_measure" add "owner_post" text null, add "review_on" date null, add "evidence_kind" text null, add "evidence_number" text null, add "version" int not null default 1, add "planned_by" text null, add "done_by" text null;`,
    );

    this.addSql(`alter table "case_cause" enable row level security;`);
    this.addSql(`alter table "case_cause" force row level security;`);
    this.addSql(
      `create policy "reach" on "case_cause" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = case_cause.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = case_cause.student_id collate "default" offset 0));`,
    );

    this.addSql(`alter table "case_task_team" enable row level security;`);
    this.addSql(`alter table "case_task_team" force row level security;`);
    this.addSql(
      `create policy "reach" on "case_task_team" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = case_task_team.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = case_task_team.student_id collate "default" offset 0));`,
    );

    this.addSql(`alter table "observed_attendance" enable row level security;`);
    this.addSql(`alter table "observed_attendance" force row level security;`);
    this.addSql(
      `create policy "reach" on "observed_attendance" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = observed_attendance.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = observed_attendance.student_id collate "default" offset 0));`,
    );

    this.addSql(`alter table "return_check" enable row level security;`);
    this.addSql(`alter table "return_check" force row level security;`);
    this.addSql(
      `create policy "reach" on "return_check" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = return_check.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = return_check.student_id collate "default" offset 0));`,
    );

    this.addSql(`alter table "return_placement" enable row level security;`);
    this.addSql(`alter table "return_placement" force row level security;`);
    this.addSql(
      `create policy "reach" on "return_placement" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = return_placement.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = return_placement.student_id collate "default" offset 0));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "case_cause" cascade;`);
    this.addSql(`drop table if exists "case_task_team" cascade;`);
    this.addSql(`drop table if exists "observed_attendance" cascade;`);
    this.addSql(`drop table if exists "return_check" cascade;`);
    this.addSql(`drop table if exists "return_placement" cascade;`);

    this.addSql(`drop index "disposition_record_case_number_index";`);

    this.addSql(`drop index "dropout_case_next_due_on_id_index";`);
    this.addSql(`drop index "dropout_case_school_code_opened_on_id_index";`);
    this.addSql(
      `alter table "dropout_case" drop column "state_since", drop column "episode", drop column "first_attended_on", drop column "attendance_known_up_to", drop column "verified_on", drop column "confirmed_on", drop column "closed_by", drop column "next_step", drop column "next_due_on", drop column "version", drop column "opened_by";`,
    );

    this.addSql(`alter table "persuasion_visit" drop column "met", drop column "recorded_by";`);

    this.addSql(
      `alter table "plan_measure" drop column "owner_post", drop column "review_on", drop column "evidence_kind", drop column "evidence_number", drop column "version", drop column "planned_by", drop column "done_by";`,
    );
  }
}
