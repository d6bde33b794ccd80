import { Migration } from '@mikro-orm/migrations';

export class Migration20261123101348_initial extends Migration {
  override name = 'Migration20261123101348_initial';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "absence" ("id" bigserial primary key, "student_id" text not null, "date" date not null, "session" text not null, "state" text not null, "reason" text not null, "school_code" text not null, "class_code" text null);`,
    );
    this.addSql(`create index "absence_student_id_index" on "absence" ("student_id");`);
    this.addSql(`create index "absence_date_id_index" on "absence" ("date", "id");`);
    this.addSql(
      `create index "absence_school_code_date_id_index" on "absence" ("school_code", "date", "id");`,
    );
    this.addSql(`create index "absence_class_code_date_id_index" on "absence" ("class_code", "date", "id");`);
    this.addSql(
      `create index "absence_state_date_student_id_index" on "absence" ("state", "date", "student_id");`,
    );

    this.addSql(
      `create table "aid_award" ("id" bigserial primary key, "student_id" text not null, "source_key" text not null, "programme" text not null, "academic_year" int not null, "term" text not null, "amount_yuan" double precision not null, "decided_on" date not null, "paid_on" date null, "school_code" text null);`,
    );
    this.addSql(`create index "aid_award_student_id_index" on "aid_award" ("student_id");`);
    this.addSql(
      `alter table "aid_award" add constraint "aid_award_source_key_unique" unique ("source_key");`,
    );
    this.addSql(`create index "aid_award_decided_on_id_index" on "aid_award" ("decided_on", "id");`);
    this.addSql(
      `create index "aid_award_school_code_decided_on_id_index" on "aid_award" ("school_code", "decided_on", "id");`,
    );
    this.addSql(
      `create index "aid_award_academic_year_programme_decided_on_id_index" on "aid_award" ("academic_year", "programme", "decided_on", "id");`,
    );

    this.addSql(
      `create table "approved_absence" ("id" bigserial primary key, "student_id" text not null, "kind" text not null, "approved_on" date not null, "from" date not null, "until" date not null, "approver" text not null, "document_number" text not null);`,
    );
    this.addSql(`create index "approved_absence_student_id_index" on "approved_absence" ("student_id");`);

    this.addSql(
      `create table "division" ("code" text not null, "name" text not null, "level" text not null, "parent_code" text null, primary key ("code"));`,
    );

    this.addSql(
      `create table "education_placement" ("id" bigserial primary key, "student_id" text not null, "mode" text not null, "school_code" text not null, "decided_on" date not null);`,
    );
    this.addSql(
      `create index "education_placement_student_id_index" on "education_placement" ("student_id");`,
    );

    this.addSql(
      `create table "home_teaching_visit" ("id" bigserial primary key, "student_id" text not null, "visited_on" date not null, "school_code" text not null, "hours" double precision not null, "content" text not null);`,
    );
    this.addSql(
      `create index "home_teaching_visit_student_id_index" on "home_teaching_visit" ("student_id");`,
    );
    this.addSql(
      `create index "home_teaching_visit_visited_on_id_index" on "home_teaching_visit" ("visited_on", "id");`,
    );
    this.addSql(
      `create index "home_teaching_visit_school_code_visited_on_id_index" on "home_teaching_visit" ("school_code", "visited_on", "id");`,
    );

    this.addSql(
      `create table "home_visit" ("id" bigserial primary key, "student_id" text not null, "visited_on" date not null, "visitor_post" text not null, "occasion" text not null, "guardian_met" boolean not null);`,
    );
    this.addSql(`create index "home_visit_student_id_index" on "home_visit" ("student_id");`);

    this.addSql(
      `create table "listed_child" ("id" bigserial primary key, "student_id" text not null, "source_key" text not null, "name" text not null, "sex" text not null, "birth_date" date not null, "resident_id_number_sealed" text null, "masked_resident_id_number" text null, "residence_division_code" text not null);`,
    );
    this.addSql(`create index "listed_child_student_id_index" on "listed_child" ("student_id");`);
    this.addSql(
      `alter table "listed_child" add constraint "listed_child_source_key_unique" unique ("source_key");`,
    );

    this.addSql(
      `create table "pairing" ("id" bigserial primary key, "student_id" text not null, "kind" text not null, "from" date not null, "until" date null, "partner_name" text not null);`,
    );
    this.addSql(`create index "pairing_student_id_index" on "pairing" ("student_id");`);

    this.addSql(
      `create table "register" ("code" text not null, "source" text not null, "version" int not null, "as_of" timestamptz not null, "loaded_at" timestamptz not null, "covers" text[] not null, "division" text not null, "stale_after_days" int not null, primary key ("code"));`,
    );

    this.addSql(
      `create table "roll_call_finding" ("id" bigserial primary key, "student_id" text not null, "called_on" date not null, "school_code" text not null, "class_code" text not null, "finding" text not null);`,
    );
    this.addSql(`create index "roll_call_finding_student_id_index" on "roll_call_finding" ("student_id");`);
    this.addSql(
      `create index "roll_call_finding_school_code_called_on_class_code_index" on "roll_call_finding" ("school_code", "called_on", "class_code");`,
    );
    this.addSql(
      `create index "roll_call_finding_class_code_called_on_index" on "roll_call_finding" ("class_code", "called_on");`,
    );

    this.addSql(
      `create table "school_class" ("code" text not null, "school_code" text not null, "grade" int not null, "number" int not null, "name" text not null, "class_teacher_name" text not null, "capacity" int not null, primary key ("code"));`,
    );
    this.addSql(`create index "school_class_school_code_index" on "school_class" ("school_code");`);

    this.addSql(
      `create table "school" ("code" text not null, "name" text not null, "kind" text not null, "division_code" text not null, "is_boarding" boolean not null, "is_small_scale" boolean not null, "capacity" int not null, "lowest_grade" int not null, "highest_grade" int not null, "central_school_code" text null, primary key ("code"));`,
    );
    this.addSql(`create index "school_division_code_index" on "school" ("division_code");`);

    this.addSql(
      `create table "school_guardian" ("id" bigserial primary key, "student_id" text not null, "name" text not null, "guardian_id" text null, "relation" text not null, "is_actual_guardian" boolean not null, "is_legal_guardian" boolean not null, "phone_sealed" text null);`,
    );
    this.addSql(`create index "school_guardian_student_id_index" on "school_guardian" ("student_id");`);
    this.addSql(`create index "school_guardian_guardian_id_index" on "school_guardian" ("guardian_id");`);

    this.addSql(
      `create table "status_change" ("id" bigserial primary key, "student_id" text not null, "source_key" text not null, "kind" text not null, "changed_on" date not null, "from_school_code" text null, "to_school_code" text null, "completed_on" date null);`,
    );
    this.addSql(`create index "status_change_student_id_index" on "status_change" ("student_id");`);
    this.addSql(
      `alter table "status_change" add constraint "status_change_source_key_unique" unique ("source_key");`,
    );

    this.addSql(
      `create table "student_scope" ("student_id" text not null, "kind" text not null, "code" text not null, "origin" text not null, "canonical_id" text not null, "valid_from" date null, "valid_to" date null, primary key ("student_id", "kind", "code", "origin"));`,
    );
    this.addSql(`create index "student_scope_canonical_id_index" on "student_scope" ("canonical_id");`);
    this.addSql(
      `create index "student_scope_kind_code_student_id_index" on "student_scope" ("kind", "code", "student_id");`,
    );

    this.addSql(
      `create table "student_status" ("id" bigserial primary key, "student_id" text not null, "source_key" text not null, "name" text not null, "sex" text not null, "birth_date" date not null, "resident_id_number_sealed" text null, "masked_resident_id_number" text null, "student_status_number_sealed" text not null, "masked_student_status_number" text not null, "status" text not null, "school_code" text not null, "class_code" text null, "grade" int not null, "admission_mode" text not null, "attendance_mode" text not null, "school_left_behind_type" text not null, "is_accompanying_migrant_child" boolean not null, "learns_in_regular_class" boolean not null, "needs_aid" boolean not null, "enrolled_on" date not null, "left_on" date null, "id_verification" text not null, "residence_division_code" text not null);`,
    );
    this.addSql(`create index "student_status_student_id_index" on "student_status" ("student_id");`);
    this.addSql(
      `alter table "student_status" add constraint "student_status_source_key_unique" unique ("source_key");`,
    );
    this.addSql(`create index "student_status_class_code_index" on "student_status" ("class_code");`);
    this.addSql(
      `create index "student_status_school_code_grade_id_index" on "student_status" ("school_code", "grade", "id");`,
    );

    this.addSql(
      `create table "study_elsewhere" ("id" bigserial primary key, "student_id" text not null, "area" text not null, "county_code" text null, "place_name" text not null, "school_name" text not null, "grade" int not null, "checked_on" date not null);`,
    );
    this.addSql(`create index "study_elsewhere_student_id_index" on "study_elsewhere" ("student_id");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "absence" cascade;`);
    this.addSql(`drop table if exists "aid_award" cascade;`);
    this.addSql(`drop table if exists "approved_absence" cascade;`);
    this.addSql(`drop table if exists "division" cascade;`);
    this.addSql(`drop table if exists "education_placement" cascade;`);
    this.addSql(`drop table if exists "home_teaching_visit" cascade;`);
    this.addSql(`drop table if exists "home_visit" cascade;`);
    this.addSql(`drop table if exists "listed_child" cascade;`);
    this.addSql(`drop table if exists "pairing" cascade;`);
    this.addSql(`drop table if exists "register" cascade;`);
    this.addSql(`drop table if exists "roll_call_finding" cascade;`);
    this.addSql(`drop table if exists "school_class" cascade;`);
    this.addSql(`drop table if exists "school" cascade;`);
    this.addSql(`drop table if exists "school_guardian" cascade;`);
    this.addSql(`drop table if exists "status_change" cascade;`);
    this.addSql(`drop table if exists "student_scope" cascade;`);
    this.addSql(`drop table if exists "student_status" cascade;`);
    this.addSql(`drop table if exists "study_elsewhere" cascade;`);
  }
}
