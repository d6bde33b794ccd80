import { Migration } from '@mikro-orm/migrations';

export class Migration20261123101348_initial extends Migration {
  override name = 'Migration20261123101348_initial';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "assistive_device" ("id" bigserial primary key, "student_id" text not null, "kind" text not null, "delivered_on" date not null);`,
    );
    this.addSql(`create index "assistive_device_student_id_index" on "assistive_device" ("student_id");`);

    this.addSql(
      `create table "disability_certificate" ("id" bigserial primary key, "student_id" text not null, "source_key" text not null, "number_id" text null, "category" text not null, "components" text[] not null, "grade" text not null, "reissue_suffix" text not null, "issued_on" date not null, "expires_on" date not null, "residence_division_code" text not null);`,
    );
    this.addSql(
      `create index "disability_certificate_student_id_index" on "disability_certificate" ("student_id");`,
    );
    this.addSql(
      `create index "disability_certificate_grade_id_index" on "disability_certificate" ("grade", "id");`,
    );
    this.addSql(
      `create index "disability_certificate_residence_division_code_index" on "disability_certificate" ("residence_division_code");`,
    );

    this.addSql(
      `create table "division" ("code" text not null, "name" text not null, "level" text not null, "parent_code" text null, primary key ("code"));`,
    );

    this.addSql(
      `create table "home_medical_visit" ("id" bigserial primary key, "student_id" text not null, "source_key" text not null, "visited_on" date not null, "institution" text not null, "residence_division_code" text not null);`,
    );
    this.addSql(`create index "home_medical_visit_student_id_index" on "home_medical_visit" ("student_id");`);
    this.addSql(
      `create index "home_medical_visit_visited_on_id_index" on "home_medical_visit" ("visited_on", "id");`,
    );
    this.addSql(
      `create index "home_medical_visit_residence_division_code_index" on "home_medical_visit" ("residence_division_code");`,
    );

    this.addSql(
      `create table "parent_certificate" ("id" bigserial primary key, "student_id" text not null, "parent" text not null, "guardian_id" text null, "category" text not null, "grade" text not null, "reissue_suffix" text not null);`,
    );
    this.addSql(`create index "parent_certificate_student_id_index" on "parent_certificate" ("student_id");`);

    this.addSql(
      `create table "placement_recommendation" ("id" bigserial primary key, "student_id" text not null, "source_key" text not null, "mode" text not null, "recommended_on" date not null, "residence_division_code" text not null);`,
    );
    this.addSql(
      `create index "placement_recommendation_student_id_index" on "placement_recommendation" ("student_id");`,
    );
    this.addSql(
      `create index "placement_recommendation_recommended_on_id_index" on "placement_recommendation" ("recommended_on", "id");`,
    );
    this.addSql(
      `create index "placement_recommendation_residence_division_code_index" on "placement_recommendation" ("residence_division_code");`,
    );

    this.addSql(
      `create table "registered_child" ("id" bigserial primary key, "student_id" text not null, "source_key" text not null, "name" text not null, "sex" text not null, "birth_date" date not null, "residence_division_code" text not null);`,
    );
    this.addSql(`create index "registered_child_student_id_index" on "registered_child" ("student_id");`);
    this.addSql(
      `alter table "registered_child" add constraint "registered_child_source_key_unique" unique ("source_key");`,
    );

    this.addSql(
      `create table "register" ("code" text not null, "source" text not null, "version" int not null, "as_of" timestamptz not null, "loaded_at" timestamptz not null, "covers" text[] not null, "division" text not null, "stale_after_days" int not null, primary key ("code"));`,
    );

    this.addSql(
      `create table "rehabilitation_service" ("id" bigserial primary key, "student_id" text not null, "kind" text not null, "started_on" date not null, "ended_on" date null, "institution" text not null);`,
    );
    this.addSql(
      `create index "rehabilitation_service_student_id_index" on "rehabilitation_service" ("student_id");`,
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
    this.addSql(`drop table if exists "assistive_device" cascade;`);
    this.addSql(`drop table if exists "disability_certificate" cascade;`);
    this.addSql(`drop table if exists "division" cascade;`);
    this.addSql(`drop table if exists "home_medical_visit" cascade;`);
    this.addSql(`drop table if exists "parent_certificate" cascade;`);
    this.addSql(`drop table if exists "placement_recommendation" cascade;`);
    this.addSql(`drop table if exists "registered_child" cascade;`);
    this.addSql(`drop table if exists "register" cascade;`);
    this.addSql(`drop table if exists "rehabilitation_service" cascade;`);
    this.addSql(`drop table if exists "student_scope" cascade;`);
  }
}
