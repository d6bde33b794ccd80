import { Migration } from '@mikro-orm/migrations';

export class Migration20261126074848_access_control_and_records extends Migration {
  override name = 'Migration20261126074848_access_control_and_records';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "access_approval" ("id" text not null, "level" text not null, "actor_kind" text not null, "actor" text not null, "purpose" text not null, "data_classes" text[] not null, "student_id" text null, "valid_from" timestamptz not null, "expires_at" timestamptz not null, "approved_by" text not null, "approver_role" text not null, "approved_on" date not null, "basis" text not null, "revoked_at" timestamptz null, "revoked_by" text null, "revocation_reason" text null, primary key ("id"));`,
    );
    this.addSql(`create index "access_approval_student_id_index" on "access_approval" ("student_id");`);
    this.addSql(
      `create index "access_approval_approved_on_id_index" on "access_approval" ("approved_on", "id");`,
    );
    this.addSql(`create index "access_approval_expires_at_index" on "access_approval" ("expires_at");`);

    this.addSql(
      `create table "access_grant" ("id" text not null, "student_id" text not null, "grantee_kind" text not null, "grantee_code" text not null, "reason" text not null, "valid_from" date not null, "valid_to" date not null, "approved_by" text not null, "approver_role" text not null, "approved_on" date not null, "revoked_at" timestamptz null, "revoked_by" text null, "revocation_reason" text null, primary key ("id"));`,
    );
    this.addSql(`create index "access_grant_student_id_index" on "access_grant" ("student_id");`);
    this.addSql(`create index "access_grant_valid_to_index" on "access_grant" ("valid_to");`);
    this.addSql(`create index "access_grant_approved_on_id_index" on "access_grant" ("approved_on", "id");`);

    this.addSql(
      `create table "access_log" ("writer" uuid not null, "seq" bigint not null, "at" timestamptz(3) not null, "entry" text not null, "students" text[] not null, "actor" text not null, "previous_hash" text not null, "hash" text not null, primary key ("writer", "seq"));`,
    );
    this.addSql(`create index "access_log_students_index" on "access_log" using gin ("students");`);
    this.addSql(`create index "access_log_actor_at_index" on "access_log" ("actor", "at");`);
    this.addSql(`create index "access_log_at_index" on "access_log" ("at");`);

    this.addSql(
      `create table "approval" ("id" text not null, "level" text not null, "actor_kind" text not null, "actor" text not null, "purpose" text not null, "data_classes" text[] not null, "child_id" text null, "valid_from" timestamptz not null, "expires_at" timestamptz not null, "revoked_at" timestamptz null, primary key ("id"));`,
    );

    this.addSql(
      `create table "audit_head" ("agency" text not null, "writer" uuid not null, "seq" bigint not null, "hash" text not null, "at" timestamptz(3) not null, "key_id" text not null, "public_key" text not null, "signature" text not null, "received_at" timestamptz(3) not null default now(), primary key ("agency", "writer", "seq"));`,
    );

    this.addSql(
      `create table "class_ledger_entry" ("id" bigserial primary key, "student_id" text not null, "group" text not null, "school_code" text not null, "class_code" text not null, "started_on" date not null, "ended_on" date null);`,
    );
    this.addSql(`create index "class_ledger_entry_student_id_index" on "class_ledger_entry" ("student_id");`);

    this.addSql(
      `create table "command" ("actor" text not null, "idempotency_key" text not null, "digest" text not null, "answer" jsonb null, "issued_at" timestamptz not null, primary key ("actor", "idempotency_key"));`,
    );
    this.addSql(`create index "command_issued_at_index" on "command" ("issued_at");`);

    this.addSql(
      `create table "daily_usage" ("kind" text not null, "actor" text not null, "day" date not null, "used" int not null, primary key ("kind", "actor", "day"));`,
    );

    this.addSql(
      `create table "delivered_child" ("actor" text not null, "day" date not null, "child_digest" text not null, primary key ("actor", "day", "child_digest"));`,
    );

    this.addSql(
      `create table "publication" ("topic" text not null, "version" bigint not null, primary key ("topic"));`,
    );

    this.addSql(
      `create table "publication_state" ("topic" text not null, "version" bigint not null, "heard_at" timestamptz not null, primary key ("topic"));`,
    );

    this.addSql(
      `create table "security_alarm" ("kind" text not null, "actor" text not null, "day" date not null, "role" text not null, "purpose" text not null, "raised_at" timestamptz not null, primary key ("kind", "actor", "day"));`,
    );

    this.addSql(
      `create table "student_split" ("source_key" text not null, "student_id" text not null, "number_id" text not null, "grounds" text[] not null, primary key ("source_key"));`,
    );
    this.addSql(
      `alter table "student_split" add constraint "student_split_student_id_unique" unique ("student_id");`,
    );
    this.addSql(`create index "student_split_number_id_index" on "student_split" ("number_id");`);

    this.addSql(`alter table "dropout_case" add "task_team" text[] null;`);
    this.addSql(`alter table "dropout_case" enable row level security;`);
    this.addSql(`alter table "dropout_case" force row level security;`);
    this.addSql(
      `create policy "reach" on "dropout_case" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = dropout_case.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = dropout_case.student_id));`,
    );

    this.addSql(`alter table "enforcement_order" enable row level security;`);
    this.addSql(`alter table "enforcement_order" force row level security;`);
    this.addSql(
      `create policy "reach" on "enforcement_order" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = enforcement_order.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = enforcement_order.student_id));`,
    );

    this.addSql(`alter table "persuasion_visit" enable row level security;`);
    this.addSql(`alter table "persuasion_visit" force row level security;`);
    this.addSql(
      `create policy "reach" on "persuasion_visit" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = persuasion_visit.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = persuasion_visit.student_id));`,
    );

    this.addSql(`alter table "plan_measure" enable row level security;`);
    this.addSql(`alter table "plan_measure" force row level security;`);
    this.addSql(
      `create policy "reach" on "plan_measure" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = plan_measure.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = plan_measure.student_id));`,
    );

    this.addSql(`alter table "referral" enable row level security;`);
    this.addSql(`alter table "referral" force row level security;`);
    this.addSql(
      `create policy "reach" on "referral" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = referral.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = referral.student_id));`,
    );

    this.addSql(`alter table "risk_assessment" enable row level security;`);
    this.addSql(`alter table "risk_assessment" force row level security;`);
    this.addSql(
      `create policy "reach" on "risk_assessment" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = risk_assessment.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = risk_assessment.student_id));`,
    );

    this.addSql(`alter table "risk_factor" enable row level security;`);
    this.addSql(`alter table "risk_factor" force row level security;`);
    this.addSql(
      `create policy "reach" on "risk_factor" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = risk_factor.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = risk_factor.student_id));`,
    );

    this.addSql(
      `alter table "school_age_entry" add "unknown_focus_groups" jsonb not null, add "policy_basis" jsonb not null;`,
    );
    this.addSql(`alter table "school_age_entry" enable row level security;`);
    this.addSql(`alter table "school_age_entry" force row level security;`);
    this.addSql(
      `create policy "reach" on "school_age_entry" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = school_age_entry.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = school_age_entry.student_id));`,
    );

    this.addSql(
      `create index "screening_visit_visited_on_id_index" on "screening_visit" ("visited_on", "id");`,
    );
    this.addSql(`alter table "screening_visit" enable row level security;`);
    this.addSql(`alter table "screening_visit" force row level security;`);
    this.addSql(
      `create policy "reach" on "screening_visit" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = screening_visit.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = screening_visit.student_id));`,
    );

    this.addSql(`alter table "student_link" enable row level security;`);
    this.addSql(`alter table "student_link" force row level security;`);
    this.addSql(
      `create policy "reach" on "student_link" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = student_link.member_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = student_link.member_id));`,
    );

    this.addSql(`alter table "student_scope" enable row level security;`);
    this.addSql(`alter table "student_scope" force row level security;`);
    this
      .addSql(`create policy "reach" on "student_scope" using ((select current_setting('hub.context', true)) = 'SERVICE' or (select pg_get_userbyid(relowner) from pg_class where oid = 'student_scope'::regclass) = current_user or (
    student_scope.kind in ('REGISTERED', 'RESIDENCE', 'GRANT') and student_scope.code ^@ any ((select array_remove(string_to_array(current_setting('hub.divisions', true), ','), ''))::text[])
    or student_scope.kind in ('SCHOOL', 'CATCHMENT', 'GRANT') and student_scope.code = any ((select array_remove(string_to_array(current_setting('hub.schools', true), ','), ''))::text[])
    or student_scope.kind in ('CLASS', 'GRANT') and student_scope.code = any ((select array_remove(string_to_array(current_setting('hub.classes', true), ','), ''))::text[])
  ) and coalesce(student_scope.valid_from <= (select nullif(current_setting('hub.today', true), '')::date), true) and coalesce(student_scope.valid_to >= (select nullif(current_setting('hub.today', true), '')::date), true)
  and coalesce(student_scope.canonical_id = (select nullif(current_setting('hub.only_student', true), '')), true)) with check ((select current_setting('hub.context', true)) = 'SERVICE');`);

    this.addSql(`alter table "support_plan" enable row level security;`);
    this.addSql(`alter table "support_plan" force row level security;`);
    this.addSql(
      `create policy "reach" on "support_plan" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = support_plan.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = support_plan.student_id));`,
    );

    this.addSql(`alter table "access_approval" enable row level security;`);
    this.addSql(`alter table "access_approval" force row level security;`);
    this.addSql(
      `create policy "reach" on "access_approval" using (access_approval.student_id is null or (select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = access_approval.student_id)) with check (access_approval.student_id is null or (select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = access_approval.student_id));`,
    );

    this.addSql(`alter table "access_grant" enable row level security;`);
    this.addSql(`alter table "access_grant" force row level security;`);
    this.addSql(
      `create policy "reach" on "access_grant" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = access_grant.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = access_grant.student_id));`,
    );

    this.addSql(`alter table "class_ledger_entry" enable row level security;`);
    this.addSql(`alter table "class_ledger_entry" force row level security;`);
    this.addSql(
      `create policy "reach" on "class_ledger_entry" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = class_ledger_entry.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = class_ledger_entry.student_id));`,
    );

    this.addSql(`alter table "student_split" enable row level security;`);
    this.addSql(`alter table "student_split" force row level security;`);
    this.addSql(
      `create policy "reach" on "student_split" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = student_split.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = student_split.student_id));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "access_approval" cascade;`);
    this.addSql(`drop table if exists "access_grant" cascade;`);
    this.addSql(`drop table if exists "access_log" cascade;`);
    this.addSql(`drop table if exists "approval" cascade;`);
    this.addSql(`drop table if exists "audit_head" cascade;`);
    this.addSql(`drop table if exists "class_ledger_entry" cascade;`);
    this.addSql(`drop table if exists "command" cascade;`);
    this.addSql(`drop table if exists "daily_usage" cascade;`);
    this.addSql(`drop table if exists "delivered_child" cascade;`);
    this.addSql(`drop table if exists "publication" cascade;`);
    this.addSql(`drop table if exists "publication_state" cascade;`);
    this.addSql(`drop table if exists "security_alarm" cascade;`);
    this.addSql(`drop table if exists "student_split" cascade;`);

    this.addSql(`drop policy "reach" on "dropout_case";`);

    this.addSql(`drop policy "reach" on "enforcement_order";`);

    this.addSql(`drop policy "reach" on "persuasion_visit";`);

    this.addSql(`drop policy "reach" on "plan_measure";`);

    this.addSql(`drop policy "reach" on "referral";`);

    this.addSql(`drop policy "reach" on "risk_assessment";`);

    this.addSql(`drop policy "reach" on "risk_factor";`);

    this.addSql(`drop policy "reach" on "school_age_entry";`);

    this.addSql(`drop policy "reach" on "screening_visit";`);

    this.addSql(`drop policy "reach" on "student_link";`);

    this.addSql(`drop policy "reach" on "student_scope";`);

    this.addSql(`drop policy "reach" on "support_plan";`);

    this.addSql(`alter table "dropout_case" drop column "task_team";`);
    this.addSql(`alter table "dropout_case" no force row level security;`);
    this.addSql(`alter table "dropout_case" disable row level security;`);

    this.addSql(`alter table "enforcement_order" no force row level security;`);
    this.addSql(`alter table "enforcement_order" disable row level security;`);

    this.addSql(`alter table "persuasion_visit" no force row level security;`);
    this.addSql(`alter table "persuasion_visit" disable row level security;`);

    this.addSql(`alter table "plan_measure" no force row level security;`);
    this.addSql(`alter table "plan_measure" disable row level security;`);

    this.addSql(`alter table "referral" no force row level security;`);
    this.addSql(`alter table "referral" disable row level security;`);

    this.addSql(`alter table "risk_assessment" no force row level security;`);
    this.addSql(`alter table "risk_assessment" disable row level security;`);

    this.addSql(`alter table "risk_factor" no force row level security;`);
    this.addSql(`alter table "risk_factor" disable row level security;`);

    this.addSql(
      `alter table "school_age_entry" drop column "unknown_focus_groups", drop column "policy_basis";`,
    );
    this.addSql(`alter table "school_age_entry" no force row level security;`);
    this.addSql(`alter table "school_age_entry" disable row level security;`);

    this.addSql(`drop index "screening_visit_visited_on_id_index";`);
    this.addSql(`alter table "screening_visit" no force row level security;`);
    this.addSql(`alter table "screening_visit" disable row level security;`);

    this.addSql(`alter table "student_link" no force row level security;`);
    this.addSql(`alter table "student_link" disable row level security;`);

    this.addSql(`alter table "student_scope" no force row level security;`);
    this.addSql(`alter table "student_scope" disable row level security;`);

    this.addSql(`alter table "support_plan" no force row level security;`);
    this.addSql(`alter table "support_plan" disable row level security;`);
  }
}
