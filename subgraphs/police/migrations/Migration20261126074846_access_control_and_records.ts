import { Migration } from '@mikro-orm/migrations';

export class Migration20261126074846_access_control_and_records extends Migration {
  override name = 'Migration20261126074846_access_control_and_records';

  override up(): void | Promise<void> {
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
      `create table "police_action" ("id" bigserial primary key, "student_id" text not null, "kind" text not null, "role" text not null, "decided_on" date not null, "document_number" text not null);`,
    );
    this.addSql(`create index "police_action_student_id_index" on "police_action" ("student_id");`);

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

    this.addSql(`alter table "border_exit" enable row level security;`);
    this.addSql(`alter table "border_exit" force row level security;`);
    this.addSql(
      `create policy "reach" on "border_exit" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = border_exit.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = border_exit.student_id));`,
    );

    this.addSql(`alter table "floating_population_record" enable row level security;`);
    this.addSql(`alter table "floating_population_record" force row level security;`);
    this.addSql(
      `create policy "reach" on "floating_population_record" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = floating_population_record.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = floating_population_record.student_id));`,
    );

    this.addSql(`alter table "guardian" enable row level security;`);
    this.addSql(`alter table "guardian" force row level security;`);
    this.addSql(
      `create policy "reach" on "guardian" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = guardian.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = guardian.student_id));`,
    );

    this.addSql(`alter table "household" enable row level security;`);
    this.addSql(`alter table "household" force row level security;`);
    this.addSql(
      `create policy "reach" on "household" using ((select current_setting('hub.context', true)) = 'SERVICE' or household.address_division_code ^@ any ((select array_remove(string_to_array(current_setting('hub.divisions', true), ','), ''))::text[]) and (select nullif(current_setting('hub.only_student', true), '')) is null or exists (select from resident child where child.household_id = household.household_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or household.address_division_code ^@ any ((select array_remove(string_to_array(current_setting('hub.divisions', true), ','), ''))::text[]) and (select nullif(current_setting('hub.only_student', true), '')) is null or exists (select from resident child where child.household_id = household.household_id));`,
    );

    this.addSql(`alter table "household_member" enable row level security;`);
    this.addSql(`alter table "household_member" force row level security;`);
    this.addSql(
      `create policy "reach" on "household_member" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from household where household.household_id = household_member.household_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from household where household.household_id = household_member.household_id));`,
    );

    this.addSql(`alter table "legal_custody" enable row level security;`);
    this.addSql(`alter table "legal_custody" force row level security;`);
    this.addSql(
      `create policy "reach" on "legal_custody" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = legal_custody.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = legal_custody.student_id));`,
    );

    this.addSql(`alter table "missing_person_determination" add "requested_by" text null;`);
    this.addSql(`alter table "missing_person_determination" enable row level security;`);
    this.addSql(`alter table "missing_person_determination" force row level security;`);
    this.addSql(
      `create policy "reach" on "missing_person_determination" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = missing_person_determination.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = missing_person_determination.student_id));`,
    );

    this.addSql(`alter table "residence_permit" enable row level security;`);
    this.addSql(`alter table "residence_permit" force row level security;`);
    this.addSql(
      `create policy "reach" on "residence_permit" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = residence_permit.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = residence_permit.student_id));`,
    );

    this.addSql(
      `alter table "resident" add "birthplace" text null, add "native_place" text null, add "highest_education" text null, add "occupation" text null, add "marital_status" text null, add "moved_from" text null, add "moved_in_on" date null, add "lives_apart_from_registration" boolean null;`,
    );
    this.addSql(`create index "resident_birth_date_id_index" on "resident" ("birth_date", "id");`);
    this.addSql(`alter table "resident" enable row level security;`);
    this.addSql(`alter table "resident" force row level security;`);
    this.addSql(
      `create policy "reach" on "resident" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = resident.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = resident.student_id));`,
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

    this.addSql(`alter table "police_action" enable row level security;`);
    this.addSql(`alter table "police_action" force row level security;`);
    this.addSql(
      `create policy "reach" on "police_action" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = police_action.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = police_action.student_id));`,
    );

    this.addSql(`alter table "student_split" enable row level security;`);
    this.addSql(`alter table "student_split" force row level security;`);
    this.addSql(
      `create policy "reach" on "student_split" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = student_split.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = student_split.student_id));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "access_log" cascade;`);
    this.addSql(`drop table if exists "approval" cascade;`);
    this.addSql(`drop table if exists "audit_head" cascade;`);
    this.addSql(`drop table if exists "command" cascade;`);
    this.addSql(`drop table if exists "daily_usage" cascade;`);
    this.addSql(`drop table if exists "delivered_child" cascade;`);
    this.addSql(`drop table if exists "police_action" cascade;`);
    this.addSql(`drop table if exists "publication_state" cascade;`);
    this.addSql(`drop table if exists "security_alarm" cascade;`);
    this.addSql(`drop table if exists "student_split" cascade;`);

    this.addSql(`drop policy "reach" on "border_exit";`);

    this.addSql(`drop policy "reach" on "floating_population_record";`);

    this.addSql(`drop policy "reach" on "guardian";`);

    this.addSql(`drop policy "reach" on "household";`);

    this.addSql(`drop policy "reach" on "household_member";`);

    this.addSql(`drop policy "reach" on "legal_custody";`);

    this.addSql(`drop policy "reach" on "missing_person_determination";`);

    this.addSql(`drop policy "reach" on "residence_permit";`);

    this.addSql(`drop policy "reach" on "resident";`);

    this.addSql(`drop policy "reach" on "student_scope";`);

    this.addSql(`alter table "border_exit" no force row level security;`);
    this.addSql(`alter table "border_exit" disable row level security;`);

    this.addSql(`alter table "floating_population_record" no force row level security;`);
    this.addSql(`alter table "floating_population_record" disable row level security;`);

    this.addSql(`alter table "guardian" no force row level security;`);
    this.addSql(`alter table "guardian" disable row level security;`);

    this.addSql(`alter table "household" no force row level security;`);
    this.addSql(`alter table "household" disable row level security;`);

    this.addSql(`alter table "household_member" no force row level security;`);
    this.addSql(`alter table "household_member" disable row level security;`);

    this.addSql(`alter table "legal_custody" no force row level security;`);
    this.addSql(`alter table "legal_custody" disable row level security;`);

    this.addSql(`alter table "missing_person_determination" drop column "requested_by";`);
    this.addSql(`alter table "missing_person_determination" no force row level security;`);
    this.addSql(`alter table "missing_person_determination" disable row level security;`);

    this.addSql(`alter table "residence_permit" no force row level security;`);
    this.addSql(`alter table "residence_permit" disable row level security;`);

    this.addSql(`drop index "resident_birth_date_id_index";`);
    this.addSql(
      `alter table "resident" drop column "birthplace", drop column "native_place", drop column "highest_education", drop column "occupation", drop column "marital_status", drop column "moved_from", drop column "moved_in_on", drop column "lives_apart_from_registration";`,
    );
    this.addSql(`alter table "resident" no force row level security;`);
    this.addSql(`alter table "resident" disable row level security;`);

    this.addSql(`alter table "student_scope" no force row level security;`);
    this.addSql(`alter table "student_scope" disable row level security;`);
  }
}
