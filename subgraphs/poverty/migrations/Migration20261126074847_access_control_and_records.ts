import { Migration } from '@mikro-orm/migrations';

export class Migration20261126074847_access_control_and_records extends Migration {
  override name = 'Migration20261126074847_access_control_and_records';

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

    this.addSql(`alter table "poverty_household" enable row level security;`);
    this.addSql(`alter table "poverty_household" force row level security;`);
    this.addSql(
      `create policy "reach" on "poverty_household" using ((select current_setting('hub.context', true)) = 'SERVICE' or poverty_household.division_code ^@ any ((select array_remove(string_to_array(current_setting('hub.divisions', true), ','), ''))::text[]) and (select nullif(current_setting('hub.only_student', true), '')) is null or exists (select from poverty_household_member child where child.household_code = poverty_household.code)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or poverty_household.division_code ^@ any ((select array_remove(string_to_array(current_setting('hub.divisions', true), ','), ''))::text[]) and (select nullif(current_setting('hub.only_student', true), '')) is null or exists (select from poverty_household_member child where child.household_code = poverty_household.code));`,
    );

    this.addSql(`alter table "poverty_household_member" enable row level security;`);
    this.addSql(`alter table "poverty_household_member" force row level security;`);
    this.addSql(
      `create policy "reach" on "poverty_household_member" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = poverty_household_member.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = poverty_household_member.student_id));`,
    );

    this.addSql(`alter table "poverty_measure" enable row level security;`);
    this.addSql(`alter table "poverty_measure" force row level security;`);
    this.addSql(
      `create policy "reach" on "poverty_measure" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = poverty_measure.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = poverty_measure.student_id));`,
    );

    this.addSql(`alter table "relocation_household" enable row level security;`);
    this.addSql(`alter table "relocation_household" force row level security;`);
    this.addSql(
      `create policy "reach" on "relocation_household" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = relocation_household.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = relocation_household.student_id));`,
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
    this.addSql(`drop table if exists "publication_state" cascade;`);
    this.addSql(`drop table if exists "security_alarm" cascade;`);
    this.addSql(`drop table if exists "student_split" cascade;`);

    this.addSql(`drop policy "reach" on "poverty_household";`);

    this.addSql(`drop policy "reach" on "poverty_household_member";`);

    this.addSql(`drop policy "reach" on "poverty_measure";`);

    this.addSql(`drop policy "reach" on "relocation_household";`);

    this.addSql(`drop policy "reach" on "student_scope";`);

    this.addSql(`alter table "poverty_household" no force row level security;`);
    this.addSql(`alter table "poverty_household" disable row level security;`);

    this.addSql(`alter table "poverty_household_member" no force row level security;`);
    this.addSql(`alter table "poverty_household_member" disable row level security;`);

    this.addSql(`alter table "poverty_measure" no force row level security;`);
    this.addSql(`alter table "poverty_measure" disable row level security;`);

    this.addSql(`alter table "relocation_household" no force row level security;`);
    this.addSql(`alter table "relocation_household" disable row level security;`);

    this.addSql(`alter table "student_scope" no force row level security;`);
    this.addSql(`alter table "student_scope" disable row level security;`);
  }
}
