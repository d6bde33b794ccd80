import { Migration } from '@mikro-orm/migrations';

export class Migration20261126074845_access_control_and_records extends Migration {
  override name = 'Migration20261126074845_access_control_and_records';

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
      `create table "catchment" ("school_code" text not null, "division_code" text not null, "lowest_grade" int not null, "highest_grade" int not null, primary key ("school_code", "division_code"));`,
    );
    this.addSql(`create index "catchment_division_code_index" on "catchment" ("division_code");`);

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
      `create table "guardian_contact" ("id" bigserial primary key, "student_id" text not null, "absent_on" date not null, "contacted_on" date not null, "teacher_name" text not null, "channel" text not null, "outcome" text not null);`,
    );
    this.addSql(`create index "guardian_contact_student_id_index" on "guardian_contact" ("student_id");`);

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

    this.addSql(`alter table "absence" enable row level security;`);
    this.addSql(`alter table "absence" force row level security;`);
    this.addSql(
      `create policy "reach" on "absence" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = absence.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = absence.student_id));`,
    );

    this.addSql(`alter table "aid_award" enable row level security;`);
    this.addSql(`alter table "aid_award" force row level security;`);
    this.addSql(
      `create policy "reach" on "aid_award" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = aid_award.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = aid_award.student_id));`,
    );

    this.addSql(`alter table "approved_absence" enable row level security;`);
    this.addSql(`alter table "approved_absence" force row level security;`);
    this.addSql(
      `create policy "reach" on "approved_absence" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = approved_absence.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = approved_absence.student_id));`,
    );

    this.addSql(`alter table "education_placement" enable row level security;`);
    this.addSql(`alter table "education_placement" force row level security;`);
    this.addSql(
      `create policy "reach" on "education_placement" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = education_placement.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = education_placement.student_id));`,
    );

    this.addSql(`alter table "home_teaching_visit" enable row level security;`);
    this.addSql(`alter table "home_teaching_visit" force row level security;`);
    this.addSql(
      `create policy "reach" on "home_teaching_visit" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = home_teaching_visit.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = home_teaching_visit.student_id));`,
    );

    this.addSql(`alter table "home_visit" add "visitor_name" text null, add "findings" text[] null;`);
    this.addSql(`alter table "home_visit" enable row level security;`);
    this.addSql(`alter table "home_visit" force row level security;`);
    this.addSql(
      `create policy "reach" on "home_visit" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = home_visit.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = home_visit.student_id));`,
    );

    this.addSql(`alter table "listed_child" enable row level security;`);
    this.addSql(`alter table "listed_child" force row level security;`);
    this.addSql(
      `create policy "reach" on "listed_child" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = listed_child.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = listed_child.student_id));`,
    );

    this.addSql(`alter table "pairing" enable row level security;`);
    this.addSql(`alter table "pairing" force row level security;`);
    this.addSql(
      `create policy "reach" on "pairing" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = pairing.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = pairing.student_id));`,
    );

    this.addSql(`alter table "roll_call_finding" add "caller_name" text null;`);
    this.addSql(
      `create index "roll_call_finding_finding_called_on_id_index" on "roll_call_finding" ("finding", "called_on", "id");`,
    );
    this.addSql(`alter table "roll_call_finding" enable row level security;`);
    this.addSql(`alter table "roll_call_finding" force row level security;`);
    this.addSql(
      `create policy "reach" on "roll_call_finding" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = roll_call_finding.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = roll_call_finding.student_id));`,
    );

    this.addSql(
      `alter table "school" add "inspector_name" text null, add "designations" text[] null, add "full_time_counsellors" int null, add "part_time_counsellors" int null, add "has_counselling_room" boolean null, add "is_weak" boolean null, add "urban_rural_class" text null;`,
    );

    this.addSql(`alter table "school_guardian" enable row level security;`);
    this.addSql(`alter table "school_guardian" force row level security;`);
    this.addSql(
      `create policy "reach" on "school_guardian" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = school_guardian.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = school_guardian.student_id));`,
    );

    this.addSql(`alter table "status_change" enable row level security;`);
    this.addSql(`alter table "status_change" force row level security;`);
    this.addSql(
      `create policy "reach" on "status_change" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = status_change.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = status_change.student_id));`,
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

    this.addSql(
      `alter table "student_status" add "auxiliary_number" text null, add "class_number" int null, add "previous_numbers_sealed" text[] null, add "masked_previous_numbers" text[] null, add "document_type" text null, add "recorded_disability" text null, add "regular_class_category" text null, add "is_only_child" boolean null, add "attended_preschool" boolean null, add "is_orphan" boolean null, add "receives_subsidy" boolean null, add "travel_distance_km" double precision null, add "travel_mode" text null, add "needs_school_bus" boolean null;`,
    );
    this.addSql(
      `create index "student_status_id_verification_enrolled_on_id_index" on "student_status" ("id_verification", "enrolled_on", "id");`,
    );
    this.addSql(`alter table "student_status" enable row level security;`);
    this.addSql(`alter table "student_status" force row level security;`);
    this.addSql(
      `create policy "reach" on "student_status" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = student_status.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = student_status.student_id));`,
    );

    this.addSql(`alter table "study_elsewhere" enable row level security;`);
    this.addSql(`alter table "study_elsewhere" force row level security;`);
    this.addSql(
      `create policy "reach" on "study_elsewhere" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = study_elsewhere.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = study_elsewhere.student_id));`,
    );

    this.addSql(`alter table "guardian_contact" enable row level security;`);
    this.addSql(`alter table "guardian_contact" force row level security;`);
    this.addSql(
      `create policy "reach" on "guardian_contact" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = guardian_contact.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = guardian_contact.student_id));`,
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
    this.addSql(`drop table if exists "catchment" cascade;`);
    this.addSql(`drop table if exists "command" cascade;`);
    this.addSql(`drop table if exists "daily_usage" cascade;`);
    this.addSql(`drop table if exists "delivered_child" cascade;`);
    this.addSql(`drop table if exists "guardian_contact" cascade;`);
    this.addSql(`drop table if exists "publication_state" cascade;`);
    this.addSql(`drop table if exists "security_alarm" cascade;`);
    this.addSql(`drop table if exists "student_split" cascade;`);

    this.addSql(`drop policy "reach" on "absence";`);

    this.addSql(`drop policy "reach" on "aid_award";`);

    this.addSql(`drop policy "reach" on "approved_absence";`);

    this.addSql(`drop policy "reach" on "education_placement";`);

    this.addSql(`drop policy "reach" on "home_teaching_visit";`);

    this.addSql(`drop policy "reach" on "home_visit";`);

    this.addSql(`drop policy "reach" on "listed_child";`);

    this.addSql(`drop policy "reach" on "pairing";`);

    this.addSql(`drop policy "reach" on "roll_call_finding";`);

    this.addSql(`drop policy "reach" on "school_guardian";`);

    this.addSql(`drop policy "reach" on "status_change";`);

    this.addSql(`drop policy "reach" on "student_scope";`);

    this.addSql(`drop policy "reach" on "student_status";`);

    this.addSql(`drop policy "reach" on "study_elsewhere";`);

    this.addSql(`alter table "absence" no force row level security;`);
    this.addSql(`alter table "absence" disable row level security;`);

    this.addSql(`alter table "aid_award" no force row level security;`);
    this.addSql(`alter table "aid_award" disable row level security;`);

    this.addSql(`alter table "approved_absence" no force row level security;`);
    this.addSql(`alter table "approved_absence" disable row level security;`);

    this.addSql(`alter table "education_placement" no force row level security;`);
    this.addSql(`alter table "education_placement" disable row level security;`);

    this.addSql(`alter table "home_teaching_visit" no force row level security;`);
    this.addSql(`alter table "home_teaching_visit" disable row level security;`);

    this.addSql(`alter table "home_visit" drop column "visitor_name", drop column "findings";`);
    this.addSql(`alter table "home_visit" no force row level security;`);
    this.addSql(`alter table "home_visit" disable row level security;`);

    this.addSql(`alter table "listed_child" no force row level security;`);
    this.addSql(`alter table "listed_child" disable row level security;`);

    this.addSql(`alter table "pairing" no force row level security;`);
    this.addSql(`alter table "pairing" disable row level security;`);

    this.addSql(`drop index "roll_call_finding_finding_called_on_id_index";`);
    this.addSql(`alter table "roll_call_finding" drop column "caller_name";`);
    this.addSql(`alter table "roll_call_finding" no force row level security;`);
    this.addSql(`alter table "roll_call_finding" disable row level security;`);

    this.addSql(
      `alter table "school" drop column "inspector_name", drop column "designations", drop column "full_time_counsellors", drop column "part_time_counsellors", drop column "has_counselling_room", drop column "is_weak", drop column "urban_rural_class";`,
    );

    this.addSql(`alter table "school_guardian" no force row level security;`);
    this.addSql(`alter table "school_guardian" disable row level security;`);

    this.addSql(`alter table "status_change" no force row level security;`);
    this.addSql(`alter table "status_change" disable row level security;`);

    this.addSql(`alter table "student_scope" no force row level security;`);
    this.addSql(`alter table "student_scope" disable row level security;`);

    this.addSql(`drop index "student_status_id_verification_enrolled_on_id_index";`);
    this.addSql(
      `alter table "student_status" drop column "auxiliary_number", drop column "class_number", drop column "previous_numbers_sealed", drop column "masked_previous_numbers", drop column "document_type", drop column "recorded_disability", drop column "regular_class_category", drop column "is_only_child", drop column "attended_preschool", drop column "is_orphan", drop column "receives_subsidy", drop column "travel_distance_km", drop column "travel_mode", drop column "needs_school_bus";`,
    );
    this.addSql(`alter table "student_status" no force row level security;`);
    this.addSql(`alter table "student_status" disable row level security;`);

    this.addSql(`alter table "study_elsewhere" no force row level security;`);
    this.addSql(`alter table "study_elsewhere" disable row level security;`);
  }
}
