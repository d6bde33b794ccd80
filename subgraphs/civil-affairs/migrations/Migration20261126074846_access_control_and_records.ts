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

    this.addSql(`alter table "child_file" enable row level security;`);
    this.addSql(`alter table "child_file" force row level security;`);
    this.addSql(
      `create policy "reach" on "child_file" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = child_file.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = child_file.student_id));`,
    );

    this.addSql(`alter table "child_guardian" enable row level security;`);
    this.addSql(`alter table "child_guardian" force row level security;`);
    this.addSql(
      `create policy "reach" on "child_guardian" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = child_guardian.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = child_guardian.student_id));`,
    );

    this.addSql(`alter table "child_in_difficulty" enable row level security;`);
    this.addSql(`alter table "child_in_difficulty" force row level security;`);
    this.addSql(
      `create policy "reach" on "child_in_difficulty" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = child_in_difficulty.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = child_in_difficulty.student_id));`,
    );

    this.addSql(`alter table "de_facto_unattended_child" enable row level security;`);
    this.addSql(`alter table "de_facto_unattended_child" force row level security;`);
    this.addSql(
      `create policy "reach" on "de_facto_unattended_child" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = de_facto_unattended_child.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = de_facto_unattended_child.student_id));`,
    );

    this.addSql(`alter table "early_marriage_screening" add "follow_up" text null;`);
    this.addSql(`alter table "early_marriage_screening" enable row level security;`);
    this.addSql(`alter table "early_marriage_screening" force row level security;`);
    this.addSql(
      `create policy "reach" on "early_marriage_screening" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = early_marriage_screening.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = early_marriage_screening.student_id));`,
    );

    this.addSql(`alter table "extreme_poverty_support" enable row level security;`);
    this.addSql(`alter table "extreme_poverty_support" force row level security;`);
    this.addSql(
      `create policy "reach" on "extreme_poverty_support" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = extreme_poverty_support.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = extreme_poverty_support.student_id));`,
    );

    this.addSql(`alter table "left_behind_child" enable row level security;`);
    this.addSql(`alter table "left_behind_child" force row level security;`);
    this.addSql(
      `create policy "reach" on "left_behind_child" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = left_behind_child.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = left_behind_child.student_id));`,
    );

    this.addSql(`alter table "orphan" enable row level security;`);
    this.addSql(`alter table "orphan" force row level security;`);
    this.addSql(
      `create policy "reach" on "orphan" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = orphan.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = orphan.student_id));`,
    );

    this.addSql(`alter table "parent_in_custody" enable row level security;`);
    this.addSql(`alter table "parent_in_custody" force row level security;`);
    this.addSql(
      `create policy "reach" on "parent_in_custody" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = parent_in_custody.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = parent_in_custody.student_id));`,
    );

    this.addSql(`alter table "relief_payment" enable row level security;`);
    this.addSql(`alter table "relief_payment" force row level security;`);
    this.addSql(
      `create policy "reach" on "relief_payment" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = relief_payment.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = relief_payment.student_id));`,
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

    this.addSql(`alter table "subsistence_allowance" enable row level security;`);
    this.addSql(`alter table "subsistence_allowance" force row level security;`);
    this.addSql(
      `create policy "reach" on "subsistence_allowance" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = subsistence_allowance.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = subsistence_allowance.student_id));`,
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
    this.addSql(`drop table if exists "publication_state" cascade;`);
    this.addSql(`drop table if exists "security_alarm" cascade;`);
    this.addSql(`drop table if exists "student_split" cascade;`);

    this.addSql(`drop policy "reach" on "child_file";`);

    this.addSql(`drop policy "reach" on "child_guardian";`);

    this.addSql(`drop policy "reach" on "child_in_difficulty";`);

    this.addSql(`drop policy "reach" on "de_facto_unattended_child";`);

    this.addSql(`drop policy "reach" on "early_marriage_screening";`);

    this.addSql(`drop policy "reach" on "extreme_poverty_support";`);

    this.addSql(`drop policy "reach" on "left_behind_child";`);

    this.addSql(`drop policy "reach" on "orphan";`);

    this.addSql(`drop policy "reach" on "parent_in_custody";`);

    this.addSql(`drop policy "reach" on "relief_payment";`);

    this.addSql(`drop policy "reach" on "student_scope";`);

    this.addSql(`drop policy "reach" on "subsistence_allowance";`);

    this.addSql(`alter table "child_file" no force row level security;`);
    this.addSql(`alter table "child_file" disable row level security;`);

    this.addSql(`alter table "child_guardian" no force row level security;`);
    this.addSql(`alter table "child_guardian" disable row level security;`);

    this.addSql(`alter table "child_in_difficulty" no force row level security;`);
    this.addSql(`alter table "child_in_difficulty" disable row level security;`);

    this.addSql(`alter table "de_facto_unattended_child" no force row level security;`);
    this.addSql(`alter table "de_facto_unattended_child" disable row level security;`);

    this.addSql(`alter table "early_marriage_screening" drop column "follow_up";`);
    this.addSql(`alter table "early_marriage_screening" no force row level security;`);
    this.addSql(`alter table "early_marriage_screening" disable row level security;`);

    this.addSql(`alter table "extreme_poverty_support" no force row level security;`);
    this.addSql(`alter table "extreme_poverty_support" disable row level security;`);

    this.addSql(`alter table "left_behind_child" no force row level security;`);
    this.addSql(`alter table "left_behind_child" disable row level security;`);

    this.addSql(`alter table "orphan" no force row level security;`);
    this.addSql(`alter table "orphan" disable row level security;`);

    this.addSql(`alter table "parent_in_custody" no force row level security;`);
    this.addSql(`alter table "parent_in_custody" disable row level security;`);

    this.addSql(`alter table "relief_payment" no force row level security;`);
    this.addSql(`alter table "relief_payment" disable row level security;`);

    this.addSql(`alter table "student_scope" no force row level security;`);
    this.addSql(`alter table "student_scope" disable row level security;`);

    this.addSql(`alter table "subsistence_allowance" no force row level security;`);
    this.addSql(`alter table "subsistence_allowance" disable row level security;`);
  }
}
