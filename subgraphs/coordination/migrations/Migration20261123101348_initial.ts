import { Migration } from '@mikro-orm/migrations';

export class Migration20261123101348_initial extends Migration {
  override name = 'Migration20261123101348_initial';

  override up(): void | Promise<void> {
    // Names sort by pinyin; the server's own list of collations has no such order.
    this.addSql(`create collation if not exists "pinyin" (provider = icu, locale = 'zh-u-co-pinyin');`);

    this.addSql(
      `create table "division" ("code" text not null, "name" text not null, "level" text not null, "parent_code" text null, primary key ("code"));`,
    );

    this.addSql(
      `create table "dropout_case" ("id" bigserial primary key, "student_id" text not null, "case_number" text not null, "state" text not null, "reason" text not null, "opened_on" date not null, "closed_on" date null, "township_code" text not null, "school_code" text null, "basis" text not null, "reported_on" date null, "returned_on" date null, "return_school_code" text null);`,
    );
    this.addSql(`create index "dropout_case_student_id_index" on "dropout_case" ("student_id");`);
    this.addSql(
      `alter table "dropout_case" add constraint "dropout_case_case_number_unique" unique ("case_number");`,
    );
    this.addSql(`create index "dropout_case_opened_on_id_index" on "dropout_case" ("opened_on", "id");`);
    this.addSql(
      `create index "dropout_case_state_opened_on_id_index" on "dropout_case" ("state", "opened_on", "id");`,
    );
    this.addSql(
      `create index "dropout_case_township_code_opened_on_id_index" on "dropout_case" ("township_code", "opened_on", "id");`,
    );

    this.addSql(
      `create table "enforcement_order" ("id" bigserial primary key, "student_id" text not null, "order_number" text not null, "case_number" text not null, "step" text not null, "kind" text not null, "issued_by" text not null, "township_code" text not null, "issued_on" date not null, "due_on" date not null, "served_on" date null, "complied_on" date null);`,
    );
    this.addSql(`create index "enforcement_order_student_id_index" on "enforcement_order" ("student_id");`);
    this.addSql(
      `alter table "enforcement_order" add constraint "enforcement_order_order_number_unique" unique ("order_number");`,
    );
    this.addSql(`create index "enforcement_order_case_number_index" on "enforcement_order" ("case_number");`);
    this.addSql(`create index "enforcement_order_due_on_id_index" on "enforcement_order" ("due_on", "id");`);
    this.addSql(
      `create index "enforcement_order_township_code_due_on_id_index" on "enforcement_order" ("township_code", "due_on", "id");`,
    );

    this.addSql(
      `create table "persuasion_visit" ("id" bigserial primary key, "student_id" text not null, "case_number" text not null, "visited_on" date not null, "participants" text[] not null, "place" text not null, "result" text not null, "committed_to" date null, "next_visit_on" date null);`,
    );
    this.addSql(`create index "persuasion_visit_student_id_index" on "persuasion_visit" ("student_id");`);
    this.addSql(`create index "persuasion_visit_case_number_index" on "persuasion_visit" ("case_number");`);

    this.addSql(
      `create table "plan_measure" ("id" bigserial primary key, "student_id" text not null, "plan_number" text not null, "approach" text not null, "measure" text not null, "owner" text not null, "due_on" date not null, "done_on" date null);`,
    );
    this.addSql(`create index "plan_measure_student_id_index" on "plan_measure" ("student_id");`);
    this.addSql(`create index "plan_measure_plan_number_index" on "plan_measure" ("plan_number");`);

    this.addSql(
      `create table "referral" ("id" bigserial primary key, "student_id" text not null, "referral_number" text not null, "case_number" text null, "from_body" text not null, "to_body" text not null, "reason" text not null, "sent_on" date not null, "due_on" date not null, "answered_on" date null, "state" text not null);`,
    );
    this.addSql(`create index "referral_student_id_index" on "referral" ("student_id");`);
    this.addSql(
      `alter table "referral" add constraint "referral_referral_number_unique" unique ("referral_number");`,
    );
    this.addSql(`create index "referral_due_on_id_index" on "referral" ("due_on", "id");`);
    this.addSql(`create index "referral_to_body_due_on_id_index" on "referral" ("to_body", "due_on", "id");`);

    this.addSql(
      `create table "register" ("code" text not null, "source" text not null, "version" int not null, "as_of" timestamptz not null, "loaded_at" timestamptz not null, "covers" text[] not null, "division" text not null, "stale_after_days" int not null, primary key ("code"));`,
    );

    this.addSql(
      `create table "register_run" ("run_id" text not null, "kind" text not null, "started_at" timestamptz not null, "finished_at" timestamptz null, "policy_version" text not null, "counts" jsonb not null, primary key ("run_id"));`,
    );

    this.addSql(
      `create table "responsibility_assignment" ("id" bigserial primary key, "scheme" text not null, "line" text not null, "level" text not null, "target_kind" text not null, "target_code" text not null, "post" text not null, "person_name" text null, "valid_from" date not null, "valid_to" date null);`,
    );
    this.addSql(
      `create index "responsibility_assignment_target_kind_target_code_index" on "responsibility_assignment" ("target_kind", "target_code");`,
    );

    this.addSql(
      `create table "risk_assessment" ("student_id" text not null, "assessed_at" timestamptz not null, "missing_sources" jsonb not null, "set_by_run" text not null, primary key ("student_id"));`,
    );

    this.addSql(
      `create table "risk_factor" ("id" bigserial primary key, "student_id" text not null, "factor" text not null, "agency" text not null, "register" text null, "since" date null, "policy_clause" text not null);`,
    );
    this.addSql(`create index "risk_factor_student_id_index" on "risk_factor" ("student_id");`);

    this.addSql(
      `create table "school_age_entry" ("student_id" text collate "C" not null, "name" text collate "pinyin" not null, "name_key" text not null, "sex" text not null, "birth_date" date not null, "resident_id_number_sealed" text null, "masked_resident_id_number" text null, "registered_division_code" text null, "residence_division_code" text null, "residence_source" text null, "residence_as_of" date null, "counted_division_code" text null, "academic_year" int not null, "age" int not null, "expected_grade" int null, "stage" text null, "school_code" text null, "school_name" text null, "class_code" text null, "grade" int null, "standing" text not null, "standing_basis" text not null, "standing_since" date null, "focus_groups" text[] not null, "set_by_run" text not null, "sources" jsonb not null, primary key ("student_id"));`,
    );
    this.addSql(
      `create index "school_age_entry_name_student_id_index" on "school_age_entry" ("name", "student_id");`,
    );
    this.addSql(
      `create index "school_age_entry_birth_date_student_id_index" on "school_age_entry" ("birth_date", "student_id");`,
    );
    this.addSql(
      `create index "school_age_entry_standing_name_student_id_index" on "school_age_entry" ("standing", "name", "student_id");`,
    );
    this.addSql(
      `create index "school_age_entry_registered_division_code_name_student_id_index" on "school_age_entry" ("registered_division_code", "name", "student_id");`,
    );
    this.addSql(
      `create index "school_age_entry_residence_division_code_name_student_id_index" on "school_age_entry" ("residence_division_code", "name", "student_id");`,
    );
    this.addSql(
      `create index "school_age_entry_counted_division_code_index" on "school_age_entry" ("counted_division_code");`,
    );
    this.addSql(
      `create index "school_age_entry_school_code_name_student_id_index" on "school_age_entry" ("school_code", "name", "student_id");`,
    );
    this.addSql(
      `create index "school_age_entry_class_code_name_student_id_index" on "school_age_entry" ("class_code", "name", "student_id");`,
    );
    this.addSql(
      `create index "school_age_entry_stage_name_student_id_index" on "school_age_entry" ("stage", "name", "student_id");`,
    );
    this.addSql(
      `create index "school_age_entry_name_key_student_id_index" on "school_age_entry" ("name_key", "student_id");`,
    );
    this.addSql(
      `create index "school_age_entry_focus_groups_index" on "school_age_entry" using gin ("focus_groups");`,
    );

    this.addSql(
      `create table "screening_visit" ("id" bigserial primary key, "student_id" text not null, "visited_on" date not null, "visitor_post" text not null, "proposed_disposition" text null, "residence_division_code" text null, "evidence" jsonb not null);`,
    );
    this.addSql(`create index "screening_visit_student_id_index" on "screening_visit" ("student_id");`);

    this.addSql(
      `create table "student_link" ("member_id" text not null, "canonical_id" text not null, "tier" text not null, "evidence" text[] not null, "decided_by" text not null, "decided_on" date not null, primary key ("member_id"));`,
    );
    this.addSql(`create index "student_link_canonical_id_index" on "student_link" ("canonical_id");`);

    this.addSql(
      `create table "student_scope" ("student_id" text not null, "kind" text not null, "code" text not null, "origin" text not null, "canonical_id" text not null, "valid_from" date null, "valid_to" date null, primary key ("student_id", "kind", "code", "origin"));`,
    );
    this.addSql(`create index "student_scope_canonical_id_index" on "student_scope" ("canonical_id");`);
    this.addSql(
      `create index "student_scope_kind_code_student_id_index" on "student_scope" ("kind", "code", "student_id");`,
    );

    this.addSql(
      `create table "support_plan" ("id" bigserial primary key, "student_id" text not null, "plan_number" text not null, "case_number" text null, "scope" text not null, "drawn_up_on" date not null, "review_on" date not null);`,
    );
    this.addSql(`create index "support_plan_student_id_index" on "support_plan" ("student_id");`);
    this.addSql(
      `alter table "support_plan" add constraint "support_plan_plan_number_unique" unique ("plan_number");`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "division" cascade;`);
    this.addSql(`drop table if exists "dropout_case" cascade;`);
    this.addSql(`drop table if exists "enforcement_order" cascade;`);
    this.addSql(`drop table if exists "persuasion_visit" cascade;`);
    this.addSql(`drop table if exists "plan_measure" cascade;`);
    this.addSql(`drop table if exists "referral" cascade;`);
    this.addSql(`drop table if exists "register" cascade;`);
    this.addSql(`drop table if exists "register_run" cascade;`);
    this.addSql(`drop table if exists "responsibility_assignment" cascade;`);
    this.addSql(`drop table if exists "risk_assessment" cascade;`);
    this.addSql(`drop table if exists "risk_factor" cascade;`);
    this.addSql(`drop table if exists "school_age_entry" cascade;`);
    this.addSql(`drop table if exists "screening_visit" cascade;`);
    this.addSql(`drop table if exists "student_link" cascade;`);
    this.addSql(`drop table if exists "student_scope" cascade;`);
    this.addSql(`drop table if exists "support_plan" cascade;`);
  }
}
