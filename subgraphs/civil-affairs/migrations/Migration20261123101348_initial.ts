import { Migration } from '@mikro-orm/migrations';

export class Migration20261123101348_initial extends Migration {
  override name = 'Migration20261123101348_initial';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "child_file" ("id" bigserial primary key, "student_id" text not null, "source_key" text not null, "child_name" text not null, "sex" text not null, "birth_date" date not null, "residence_division_code" text not null);`,
    );
    this.addSql(`create index "child_file_student_id_index" on "child_file" ("student_id");`);
    this.addSql(
      `alter table "child_file" add constraint "child_file_source_key_unique" unique ("source_key");`,
    );

    this.addSql(
      `create table "child_guardian" ("id" bigserial primary key, "student_id" text not null, "file_key" text not null, "name" text not null, "relation" text not null, "is_actual_guardian" boolean not null, "is_legal_guardian" boolean not null, "guardian_id" text null, "phone_sealed" text null, "masked_phone" text null);`,
    );
    this.addSql(`create index "child_guardian_student_id_index" on "child_guardian" ("student_id");`);
    this.addSql(`create index "child_guardian_file_key_index" on "child_guardian" ("file_key");`);
    this.addSql(`create index "child_guardian_guardian_id_index" on "child_guardian" ("guardian_id");`);

    this.addSql(
      `create table "child_in_difficulty" ("id" bigserial primary key, "student_id" text not null, "started_on" date not null, "ended_on" date null, "division_code" text not null, "category" text not null);`,
    );
    this.addSql(
      `create index "child_in_difficulty_student_id_index" on "child_in_difficulty" ("student_id");`,
    );

    this.addSql(
      `create table "de_facto_unattended_child" ("id" bigserial primary key, "student_id" text not null, "started_on" date not null, "ended_on" date null, "division_code" text not null, "father_circumstance" text not null, "mother_circumstance" text not null, "monthly_amount_yuan" double precision not null);`,
    );
    this.addSql(
      `create index "de_facto_unattended_child_student_id_index" on "de_facto_unattended_child" ("student_id");`,
    );
    this.addSql(
      `create index "de_facto_unattended_child_started_on_id_index" on "de_facto_unattended_child" ("started_on", "id");`,
    );

    this.addSql(
      `create table "division" ("code" text not null, "name" text not null, "level" text not null, "parent_code" text null, primary key ("code"));`,
    );

    this.addSql(
      `create table "early_marriage_screening" ("id" bigserial primary key, "student_id" text not null, "screened_on" date not null, "body" text not null, "result" text not null);`,
    );
    this.addSql(
      `create index "early_marriage_screening_student_id_index" on "early_marriage_screening" ("student_id");`,
    );

    this.addSql(
      `create table "extreme_poverty_support" ("id" bigserial primary key, "student_id" text not null, "started_on" date not null, "ended_on" date null, "division_code" text not null, "mode" text not null, "monthly_amount_yuan" double precision not null);`,
    );
    this.addSql(
      `create index "extreme_poverty_support_student_id_index" on "extreme_poverty_support" ("student_id");`,
    );

    this.addSql(
      `create table "left_behind_child" ("id" bigserial primary key, "student_id" text not null, "started_on" date not null, "ended_on" date null, "division_code" text not null, "ground" text not null, "carer" text not null, "last_visited_on" date not null);`,
    );
    this.addSql(`create index "left_behind_child_student_id_index" on "left_behind_child" ("student_id");`);
    this.addSql(
      `create index "left_behind_child_last_visited_on_id_index" on "left_behind_child" ("last_visited_on", "id");`,
    );

    this.addSql(
      `create table "orphan" ("id" bigserial primary key, "student_id" text not null, "started_on" date not null, "ended_on" date null, "division_code" text not null, "ground" text not null, "care" text not null, "monthly_amount_yuan" double precision not null);`,
    );
    this.addSql(`create index "orphan_student_id_index" on "orphan" ("student_id");`);

    this.addSql(
      `create table "parent_in_custody" ("id" bigserial primary key, "student_id" text not null, "started_on" date not null, "ended_on" date null, "division_code" text not null, "parent" text not null);`,
    );
    this.addSql(`create index "parent_in_custody_student_id_index" on "parent_in_custody" ("student_id");`);

    this.addSql(
      `create table "register" ("code" text not null, "source" text not null, "version" int not null, "as_of" timestamptz not null, "loaded_at" timestamptz not null, "covers" text[] not null, "division" text not null, "stale_after_days" int not null, primary key ("code"));`,
    );

    this.addSql(
      `create table "relief_payment" ("id" bigserial primary key, "student_id" text not null, "source_key" text not null, "kind" text not null, "month" text not null, "amount_yuan" double precision not null, "paid_on" date not null, "division_code" text not null);`,
    );
    this.addSql(`create index "relief_payment_student_id_index" on "relief_payment" ("student_id");`);
    this.addSql(
      `alter table "relief_payment" add constraint "relief_payment_source_key_unique" unique ("source_key");`,
    );
    this.addSql(`create index "relief_payment_paid_on_id_index" on "relief_payment" ("paid_on", "id");`);
    this.addSql(
      `create index "relief_payment_student_id_paid_on_id_index" on "relief_payment" ("student_id", "paid_on", "id");`,
    );

    this.addSql(
      `create table "student_scope" ("student_id" text not null, "kind" text not null, "code" text not null, "origin" text not null, "canonical_id" text not null, "valid_from" date null, "valid_to" date null, primary key ("student_id", "kind", "code", "origin"));`,
    );
    this.addSql(`create index "student_scope_canonical_id_index" on "student_scope" ("canonical_id");`);
    this.addSql(
      `create index "student_scope_kind_code_student_id_index" on "student_scope" ("kind", "code", "student_id");`,
    );

    this.addSql(
      `create table "subsistence_allowance" ("id" bigserial primary key, "student_id" text not null, "started_on" date not null, "ended_on" date null, "division_code" text not null, "household_code" text not null, "area" text not null, "category" text not null, "persons_covered" int not null, "monthly_amount_yuan" double precision not null);`,
    );
    this.addSql(
      `create index "subsistence_allowance_student_id_index" on "subsistence_allowance" ("student_id");`,
    );
    this.addSql(
      `create index "subsistence_allowance_household_code_index" on "subsistence_allowance" ("household_code");`,
    );
    this.addSql(
      `create index "subsistence_allowance_started_on_id_index" on "subsistence_allowance" ("started_on", "id");`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "child_file" cascade;`);
    this.addSql(`drop table if exists "child_guardian" cascade;`);
    this.addSql(`drop table if exists "child_in_difficulty" cascade;`);
    this.addSql(`drop table if exists "de_facto_unattended_child" cascade;`);
    this.addSql(`drop table if exists "division" cascade;`);
    this.addSql(`drop table if exists "early_marriage_screening" cascade;`);
    this.addSql(`drop table if exists "extreme_poverty_support" cascade;`);
    this.addSql(`drop table if exists "left_behind_child" cascade;`);
    this.addSql(`drop table if exists "orphan" cascade;`);
    this.addSql(`drop table if exists "parent_in_custody" cascade;`);
    this.addSql(`drop table if exists "register" cascade;`);
    this.addSql(`drop table if exists "relief_payment" cascade;`);
    this.addSql(`drop table if exists "student_scope" cascade;`);
    this.addSql(`drop table if exists "subsistence_allowance" cascade;`);
  }
}
