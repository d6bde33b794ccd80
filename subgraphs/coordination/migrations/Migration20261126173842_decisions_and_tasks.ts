import { Migration } from '@mikro-orm/migrations';

export class Migration20261126173842_decisions_and_tasks extends Migration {
  override name = 'Migration20261126173842_decisions_and_tasks';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "discrepancy_task" ("id" bigserial primary key, "student_id" text not null, "matter" text not null, "body" text not null, "step" text not null, "division_code" text not null, "school_code" text null, "opened_on" date not null, "due_on" date not null, "ended_on" date null, "end_reason" text null, "ended_by" text null, "visit_id" bigint null);`,
    );
    this.addSql(`create index "discrepancy_task_student_id_index" on "discrepancy_task" ("student_id");`);
    this.addSql(
      `create index "discrepancy_task_matter_body_index" on "discrepancy_task" ("matter", "body");`,
    );
    this.addSql(`create index "discrepancy_task_due_on_id_index" on "discrepancy_task" ("due_on", "id");`);
    this.addSql(
      `create index "discrepancy_task_division_code_ended_on_due_on_id_index" on "discrepancy_task" ("division_code", "ended_on", "due_on", "id");`,
    );
    this.addSql(
      `create index "discrepancy_task_school_code_ended_on_due_on_id_index" on "discrepancy_task" ("school_code", "ended_on", "due_on", "id");`,
    );

    this.addSql(
      `create table "disposition_record" ("id" bigserial primary key, "student_id" text not null, "matter" text not null, "discrepancy_key" text not null, "code" text not null, "evidence" jsonb not null, "verifier_agency" text not null, "verifier_role" text not null, "verified_by" text not null, "decided_on" date not null, "approved_until" date null, "valid_until" date null, "residence_division_code" text null, "check_number" int not null, "case_number" text null, "ended_on" date null, "end_reason" text null, "superseded_by" bigint null);`,
    );
    this.addSql(`create index "disposition_record_student_id_index" on "disposition_record" ("student_id");`);
    this.addSql(
      `create index "disposition_record_matter_id_index" on "disposition_record" ("matter", "id");`,
    );
    this.addSql(
      `create index "disposition_record_ended_on_code_index" on "disposition_record" ("ended_on", "code");`,
    );

    this.addSql(
      `create table "pushed_down_case" ("id" bigserial primary key, "student_id" text not null, "platform_number" text not null, "batch" text not null, "source_key" text not null, "child_name" text not null, "sex" text not null, "birth_date" date not null, "division_code" text not null, "reason" text not null, "pushed_on" date not null, "due_on" date not null);`,
    );
    this.addSql(`create index "pushed_down_case_student_id_index" on "pushed_down_case" ("student_id");`);
    this.addSql(
      `alter table "pushed_down_case" add constraint "pushed_down_case_platform_number_unique" unique ("platform_number");`,
    );
    this.addSql(`create index "pushed_down_case_batch_index" on "pushed_down_case" ("batch");`);

    this.addSql(
      `alter table "discrepancy" add "matter" text generated always as (case when kind in ('LIVES_ELSEWHERE', 'TRANSFER_OVERDUE', 'TRANSFER_IN_TRANSIT', 'STATUS_NOT_PRESENT', 'RETURN_UNDER_FOLLOW_UP', 'NEVER_ENROLLED', 'TRANSITION_NOT_ARRIVED', 'OUT_OF_COUNTY_TO_REVERIFY', 'PERSON_WITHOUT_STATUS', 'POVERTY_WITHOUT_STATUS', 'DISABILITY_WITHOUT_STATUS', 'DROPOUT_OF_POOR_HOUSEHOLD', 'SUSPECTED_BY_PLATFORM') then 'WHEREABOUTS:' || student_id else key end) stored not null, add "version" int not null default 1, add "disposition_id" bigint null, add "closed_on" date null, add "reopened_on" date null;`,
    );
    this.addSql(`create index "discrepancy_matter_index" on "discrepancy" ("matter");`);

    this.addSql(`alter table "discrepancy_task" enable row level security;`);
    this.addSql(`alter table "discrepancy_task" force row level security;`);
    this.addSql(
      `create policy "reach" on "discrepancy_task" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = discrepancy_task.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = discrepancy_task.student_id collate "default" offset 0));`,
    );

    this.addSql(`alter table "disposition_record" enable row level security;`);
    this.addSql(`alter table "disposition_record" force row level security;`);
    this.addSql(
      `create policy "reach" on "disposition_record" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = disposition_record.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = disposition_record.student_id collate "default" offset 0));`,
    );

    this.addSql(`alter table "pushed_down_case" enable row level security;`);
    this.addSql(`alter table "pushed_down_case" force row level security;`);
    this.addSql(
      `create policy "reach" on "pushed_down_case" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = pushed_down_case.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = pushed_down_case.student_id collate "default" offset 0));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "discrepancy_task" cascade;`);
    this.addSql(`drop table if exists "disposition_record" cascade;`);
    this.addSql(`drop table if exists "pushed_down_case" cascade;`);

    this.addSql(`drop index "discrepancy_matter_index";`);
    this.addSql(
      `alter table "discrepancy" drop column "matter", drop column "version", drop column "disposition_id", drop column "closed_on", drop column "reopened_on";`,
    );
  }
}
