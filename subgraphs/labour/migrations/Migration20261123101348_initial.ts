import { Migration } from '@mikro-orm/migrations';

export class Migration20261123101348_initial extends Migration {
  override name = 'Migration20261123101348_initial';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "child_labour_case" ("id" bigserial primary key, "student_id" text not null, "source_key" text not null, "child_name" text not null, "sex" text not null, "birth_date" date not null, "division_code" text not null, "case_number" text not null, "employer_code" text not null, "inspection_code" text null, "found_on" date not null, "started_work_on" date not null, "order_issued_on" date not null, "return_due_on" date not null, "returned_on" date null, "handed_to" text null, "school_contacted_on" date null, "enrolled_on" date null);`,
    );
    this.addSql(`create index "child_labour_case_student_id_index" on "child_labour_case" ("student_id");`);
    this.addSql(
      `alter table "child_labour_case" add constraint "child_labour_case_case_number_unique" unique ("case_number");`,
    );
    this.addSql(
      `create index "child_labour_case_employer_code_index" on "child_labour_case" ("employer_code");`,
    );
    this.addSql(
      `create index "child_labour_case_return_due_on_id_index" on "child_labour_case" ("return_due_on", "id");`,
    );

    this.addSql(
      `create table "division" ("code" text not null, "name" text not null, "level" text not null, "parent_code" text null, primary key ("code"));`,
    );

    this.addSql(
      `create table "employer" ("code" text not null, "name" text not null, "unified_social_credit_code" text null, "kind" text not null, "industry" text not null, "division_code" text not null, primary key ("code"));`,
    );
    this.addSql(`create index "employer_division_code_index" on "employer" ("division_code");`);

    this.addSql(
      `create table "guardian_work_away" ("id" bigserial primary key, "student_id" text not null, "source_key" text not null, "child_name" text not null, "sex" text not null, "birth_date" date not null, "division_code" text not null, "guardian" text not null, "destination_name" text not null, "destination_county_code" text not null, "industry" text not null, "started_on" date not null, "ends_on" date null);`,
    );
    this.addSql(`create index "guardian_work_away_student_id_index" on "guardian_work_away" ("student_id");`);

    this.addSql(
      `create table "labour_inspection" ("code" text not null, "employer_code" text not null, "division_code" text not null, "inspected_on" date not null, "inspectors" int not null, "kind" text not null, "minors_found" int not null, primary key ("code"));`,
    );
    this.addSql(
      `create index "labour_inspection_employer_code_index" on "labour_inspection" ("employer_code");`,
    );
    this.addSql(
      `create index "labour_inspection_inspected_on_code_index" on "labour_inspection" ("inspected_on", "code");`,
    );

    this.addSql(
      `create table "licence_sanction" ("code" text not null, "employer_code" text not null, "kind" text not null, "decided_on" date not null, "amount_yuan" double precision null, primary key ("code"));`,
    );
    this.addSql(
      `create index "licence_sanction_employer_code_index" on "licence_sanction" ("employer_code");`,
    );

    this.addSql(
      `create table "register" ("code" text not null, "source" text not null, "version" int not null, "as_of" timestamptz not null, "loaded_at" timestamptz not null, "covers" text[] not null, "division" text not null, "stale_after_days" int not null, primary key ("code"));`,
    );

    this.addSql(
      `create table "student_scope" ("student_id" text not null, "kind" text not null, "code" text not null, "origin" text not null, "canonical_id" text not null, "valid_from" date null, "valid_to" date null, primary key ("student_id", "kind", "code", "origin"));`,
    );
    this.addSql(`create index "student_scope_canonical_id_index" on "student_scope" ("canonical_id");`);
    this.addSql(
      `create index "student_scope_kind_code_student_id_index" on "student_scope" ("kind", "code", "student_id");`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "child_labour_case" cascade;`);
    this.addSql(`drop table if exists "division" cascade;`);
    this.addSql(`drop table if exists "employer" cascade;`);
    this.addSql(`drop table if exists "guardian_work_away" cascade;`);
    this.addSql(`drop table if exists "labour_inspection" cascade;`);
    this.addSql(`drop table if exists "licence_sanction" cascade;`);
    this.addSql(`drop table if exists "register" cascade;`);
    this.addSql(`drop table if exists "student_scope" cascade;`);
  }
}
