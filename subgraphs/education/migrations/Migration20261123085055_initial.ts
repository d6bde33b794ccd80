import { Migration } from '@mikro-orm/migrations';

export class Migration20261123085055_initial extends Migration {
  override name = 'Migration20261123085055_initial';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "division" ("code" text not null, "name" text not null, "level" text not null, "parent_code" text null, primary key ("code"));`,
    );

    this.addSql(
      `create table "register" ("code" text not null, "source" text not null, "version" int not null, "as_of" timestamptz not null, "loaded_at" timestamptz not null, "covers" text[] not null, "division" text not null, "stale_after_days" int not null, primary key ("code"));`,
    );

    this.addSql(
      `create table "school_class" ("code" text not null, "school_code" text not null, "grade" int not null, "number" int not null, "name" text not null, "class_teacher_name" text not null, "capacity" int not null, primary key ("code"));`,
    );
    this.addSql(`create index "school_class_school_code_index" on "school_class" ("school_code");`);

    this.addSql(
      `create table "school" ("code" text not null, "name" text not null, "kind" text not null, "division_code" text not null, "is_boarding" boolean not null, "is_small_scale" boolean not null, "capacity" int not null, primary key ("code"));`,
    );
    this.addSql(`create index "school_division_code_index" on "school" ("division_code");`);

    this.addSql(
      `create table "status_change" ("id" bigserial primary key, "student_id" text not null, "source_key" text not null, "kind" text not null, "changed_on" date not null, "from_school_code" text null, "to_school_code" text null, "completed_on" date null);`,
    );
    this.addSql(`create index "status_change_student_id_index" on "status_change" ("student_id");`);
    this.addSql(
      `alter table "status_change" add constraint "status_change_source_key_unique" unique ("source_key");`,
    );

    this.addSql(
      `create table "student_scope" ("id" bigserial primary key, "student_id" text not null, "canonical_id" text not null, "kind" text not null, "code" text not null, "valid_from" date null, "valid_to" date null, "origin" text not null);`,
    );
    this.addSql(
      `create index "student_scope_student_id_kind_index" on "student_scope" ("student_id", "kind");`,
    );
    this.addSql(`create index "student_scope_canonical_id_index" on "student_scope" ("canonical_id");`);
    this.addSql(
      `create index "student_scope_kind_code_student_id_index" on "student_scope" ("kind", "code", "student_id");`,
    );

    this.addSql(
      `create table "student_status" ("id" bigserial primary key, "student_id" text not null, "source_key" text not null, "name" text not null, "sex" text not null, "birth_date" date not null, "resident_id_number_sealed" text null, "student_status_number_sealed" text not null, "masked_student_status_number" text not null, "status" text not null, "school_code" text not null, "class_code" text null, "grade" int not null, "admission_mode" text not null, "attendance_mode" text not null, "school_left_behind_type" text not null, "is_accompanying_migrant_child" boolean not null, "learns_in_regular_class" boolean not null, "needs_aid" boolean not null, "enrolled_on" date not null, "left_on" date null, "id_verification" text not null, "residence_division_code" text not null);`,
    );
    this.addSql(`create index "student_status_student_id_index" on "student_status" ("student_id");`);
    this.addSql(
      `alter table "student_status" add constraint "student_status_source_key_unique" unique ("source_key");`,
    );
    this.addSql(`create index "student_status_class_code_index" on "student_status" ("class_code");`);
    this.addSql(
      `create index "student_status_school_code_grade_id_index" on "student_status" ("school_code", "grade", "id");`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "division" cascade;`);
    this.addSql(`drop table if exists "register" cascade;`);
    this.addSql(`drop table if exists "school_class" cascade;`);
    this.addSql(`drop table if exists "school" cascade;`);
    this.addSql(`drop table if exists "status_change" cascade;`);
    this.addSql(`drop table if exists "student_scope" cascade;`);
    this.addSql(`drop table if exists "student_status" cascade;`);
  }
}
