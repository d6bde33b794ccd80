import { Migration } from '@mikro-orm/migrations';

export class Migration20261123101348_initial extends Migration {
  override name = 'Migration20261123101348_initial';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "border_exit" ("id" bigserial primary key, "student_id" text not null, "left_on" date not null, "destination" text not null);`,
    );
    this.addSql(`create index "border_exit_student_id_index" on "border_exit" ("student_id");`);

    this.addSql(
      `create table "division" ("code" text not null, "name" text not null, "level" text not null, "parent_code" text null, primary key ("code"));`,
    );

    this.addSql(
      `create table "floating_population_record" ("id" bigserial primary key, "student_id" text not null, "source_key" text not null, "name" text not null, "sex" text not null, "birth_date" date not null, "resident_id_number_sealed" text null, "direction" text not null, "other_county_code" text not null, "other_place_name" text not null, "local_division_code" text not null, "reason" text not null, "started_on" date not null, "ended_on" date null);`,
    );
    this.addSql(
      `create index "floating_population_record_student_id_index" on "floating_population_record" ("student_id");`,
    );
    this.addSql(
      `create index "floating_population_record_started_on_id_index" on "floating_population_record" ("started_on", "id");`,
    );
    this.addSql(
      `create index "floating_population_record_local_division_code_index" on "floating_population_record" ("local_division_code");`,
    );

    this.addSql(
      `create table "guardian" ("id" bigserial primary key, "student_id" text not null, "name" text not null, "relation" text not null, "is_legal_guardian" boolean not null, "is_actual_guardian" boolean not null, "guardian_id" text null, "resident_id_number_sealed" text null, "masked_resident_id_number" text null, "phone_sealed" text null, "masked_phone" text null);`,
    );
    this.addSql(`create index "guardian_student_id_index" on "guardian" ("student_id");`);
    this.addSql(`create index "guardian_guardian_id_index" on "guardian" ("guardian_id");`);

    this.addSql(
      `create table "household" ("household_id" text not null, "household_number_sealed" text not null, "masked_household_number" text not null, "kind" text not null, "householder_name" text not null, "address_division_code" text not null, "address" text not null, "established_on" date not null, primary key ("household_id"));`,
    );
    this.addSql(
      `create index "household_address_division_code_index" on "household" ("address_division_code");`,
    );

    this.addSql(
      `create table "household_member" ("id" bigserial primary key, "household_id" text not null, "position" int not null, "name" text not null, "sex" text not null, "birth_date" date not null, "relation_to_householder" text not null, "student_id" text null, "person_id" text null, "resident_id_number_sealed" text null);`,
    );
    this.addSql(`create index "household_member_student_id_index" on "household_member" ("student_id");`);
    this.addSql(
      `create index "household_member_household_id_position_index" on "household_member" ("household_id", "position");`,
    );

    this.addSql(
      `create table "legal_custody" ("id" bigserial primary key, "student_id" text not null, "kind" text not null, "starts_on" date not null, "ends_on" date null, "document_number" text not null);`,
    );
    this.addSql(`create index "legal_custody_student_id_index" on "legal_custody" ("student_id");`);

    this.addSql(
      `create table "missing_person_determination" ("id" bigserial primary key, "student_id" text not null, "name" text not null, "residence_division_code" text not null, "requested_on" date not null, "determined_on" date null, "result" text null);`,
    );
    this.addSql(
      `create index "missing_person_determination_student_id_index" on "missing_person_determination" ("student_id");`,
    );
    this.addSql(
      `create index "missing_person_determination_requested_on_id_index" on "missing_person_determination" ("requested_on", "id");`,
    );
    this.addSql(
      `create index "missing_person_determination_residence_division_code_index" on "missing_person_determination" ("residence_division_code");`,
    );

    this.addSql(
      `create table "register" ("code" text not null, "source" text not null, "version" int not null, "as_of" timestamptz not null, "loaded_at" timestamptz not null, "covers" text[] not null, "division" text not null, "stale_after_days" int not null, primary key ("code"));`,
    );

    this.addSql(
      `create table "residence_permit" ("id" bigserial primary key, "student_id" text not null, "holder_name" text not null, "permit_number_sealed" text not null, "masked_permit_number" text not null, "ground" text not null, "issued_on" date not null, "expires_on" date not null, "address_division_code" text not null);`,
    );
    this.addSql(`create index "residence_permit_student_id_index" on "residence_permit" ("student_id");`);
    this.addSql(
      `create index "residence_permit_expires_on_id_index" on "residence_permit" ("expires_on", "id");`,
    );
    this.addSql(
      `create index "residence_permit_address_division_code_index" on "residence_permit" ("address_division_code");`,
    );

    this.addSql(
      `create table "resident" ("id" bigserial primary key, "student_id" text not null, "source_key" text not null, "name" text not null, "former_names" text[] not null, "sex" text not null, "birth_date" date not null, "ethnic_group" text not null, "resident_id_number_sealed" text null, "masked_resident_id_number" text null, "former_student_ids" text[] not null, "registered_division_code" text not null, "household_id" text not null, "relation_to_householder" text not null, "registered_on" date not null, "cancelled_on" date null, "cancel_reason" text null);`,
    );
    this.addSql(`create index "resident_student_id_index" on "resident" ("student_id");`);
    this.addSql(`alter table "resident" add constraint "resident_source_key_unique" unique ("source_key");`);
    this.addSql(`create index "resident_household_id_index" on "resident" ("household_id");`);

    this.addSql(
      `create table "student_scope" ("student_id" text not null, "kind" text not null, "code" text not null, "origin" text not null, "canonical_id" text not null, "valid_from" date null, "valid_to" date null, primary key ("student_id", "kind", "code", "origin"));`,
    );
    this.addSql(`create index "student_scope_canonical_id_index" on "student_scope" ("canonical_id");`);
    this.addSql(
      `create index "student_scope_kind_code_student_id_index" on "student_scope" ("kind", "code", "student_id");`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "border_exit" cascade;`);
    this.addSql(`drop table if exists "division" cascade;`);
    this.addSql(`drop table if exists "floating_population_record" cascade;`);
    this.addSql(`drop table if exists "guardian" cascade;`);
    this.addSql(`drop table if exists "household" cascade;`);
    this.addSql(`drop table if exists "household_member" cascade;`);
    this.addSql(`drop table if exists "legal_custody" cascade;`);
    this.addSql(`drop table if exists "missing_person_determination" cascade;`);
    this.addSql(`drop table if exists "register" cascade;`);
    this.addSql(`drop table if exists "residence_permit" cascade;`);
    this.addSql(`drop table if exists "resident" cascade;`);
    this.addSql(`drop table if exists "student_scope" cascade;`);
  }
}
