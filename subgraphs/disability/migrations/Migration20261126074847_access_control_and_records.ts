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

    this.addSql(`alter table "assistive_device" enable row level security;`);
    this.addSql(`alter table "assistive_device" force row level security;`);
    this.addSql(
      `create policy "reach" on "assistive_device" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = assistive_device.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = assistive_device.student_id));`,
    );

    this.addSql(`alter table "disability_certificate" add "state" text null;`);
    this.addSql(`alter table "disability_certificate" enable row level security;`);
    this.addSql(`alter table "disability_certificate" force row level security;`);
    this.addSql(
      `create policy "reach" on "disability_certificate" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = disability_certificate.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = disability_certificate.student_id));`,
    );

    this.addSql(`alter table "home_medical_visit" enable row level security;`);
    this.addSql(`alter table "home_medical_visit" force row level security;`);
    this.addSql(
      `create policy "reach" on "home_medical_visit" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = home_medical_visit.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = home_medical_visit.student_id));`,
    );

    this.addSql(`alter table "parent_certificate" enable row level security;`);
    this.addSql(`alter table "parent_certificate" force row level security;`);
    this.addSql(
      `create policy "reach" on "parent_certificate" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = parent_certificate.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = parent_certificate.student_id));`,
    );

    this.addSql(`alter table "placement_recommendation" enable row level security;`);
    this.addSql(`alter table "placement_recommendation" force row level security;`);
    this.addSql(
      `create policy "reach" on "placement_recommendation" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = placement_recommendation.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = placement_recommendation.student_id));`,
    );

    this.addSql(`alter table "registered_child" enable row level security;`);
    this.addSql(`alter table "registered_child" force row level security;`);
    this.addSql(
      `create policy "reach" on "registered_child" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = registered_child.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = registered_child.student_id));`,
    );

    this.addSql(`alter table "rehabilitation_service" enable row level security;`);
    this.addSql(`alter table "rehabilitation_service" force row level security;`);
    this.addSql(
      `create policy "reach" on "rehabilitation_service" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = rehabilitation_service.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = rehabilitation_service.student_id));`,
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

    this.addSql(`drop policy "reach" on "assistive_device";`);

    this.addSql(`drop policy "reach" on "disability_certificate";`);

    this.addSql(`drop policy "reach" on "home_medical_visit";`);

    this.addSql(`drop policy "reach" on "parent_certificate";`);

    this.addSql(`drop policy "reach" on "placement_recommendation";`);

    this.addSql(`drop policy "reach" on "registered_child";`);

    this.addSql(`drop policy "reach" on "rehabilitation_service";`);

    this.addSql(`drop policy "reach" on "student_scope";`);

    this.addSql(`alter table "assistive_device" no force row level security;`);
    this.addSql(`alter table "assistive_device" disable row level security;`);

    this.addSql(`alter table "disability_certificate" drop column "state";`);
    this.addSql(`alter table "disability_certificate" no force row level security;`);
    this.addSql(`alter table "disability_certificate" disable row level security;`);

    this.addSql(`alter table "home_medical_visit" no force row level security;`);
    this.addSql(`alter table "home_medical_visit" disable row level security;`);

    this.addSql(`alter table "parent_certificate" no force row level security;`);
    this.addSql(`alter table "parent_certificate" disable row level security;`);

    this.addSql(`alter table "placement_recommendation" no force row level security;`);
    this.addSql(`alter table "placement_recommendation" disable row level security;`);

    this.addSql(`alter table "registered_child" no force row level security;`);
    this.addSql(`alter table "registered_child" disable row level security;`);

    this.addSql(`alter table "rehabilitation_service" no force row level security;`);
    this.addSql(`alter table "rehabilitation_service" disable row level security;`);

    this.addSql(`alter table "student_scope" no force row level security;`);
    this.addSql(`alter table "student_scope" disable row level security;`);
  }
}
