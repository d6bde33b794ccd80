import { Migration } from '@mikro-orm/migrations';

export class Migration20261123101348_initial extends Migration {
  override name = 'Migration20261123101348_initial';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "division" ("code" text not null, "name" text not null, "level" text not null, "parent_code" text null, primary key ("code"));`,
    );

    this.addSql(
      `create table "poverty_household" ("code" text not null, "householder_name" text not null, "division_code" text not null, "person_count" int not null, "kind" text not null, "cause" text not null, "monitored_state" text null, "monitored_since" date null, "recognised_on" date not null, "lifted_on" date null, "officer_name" text not null, "officer_post" text not null, "officer_agency_name" text not null, primary key ("code"));`,
    );
    this.addSql(
      `create index "poverty_household_division_code_index" on "poverty_household" ("division_code");`,
    );
    this.addSql(
      `create index "poverty_household_monitored_state_index" on "poverty_household" ("monitored_state");`,
    );

    this.addSql(
      `create table "poverty_household_member" ("id" bigserial primary key, "student_id" text not null, "source_key" text not null, "household_code" text null, "child_name" text not null, "sex" text not null, "birth_date" date not null, "residence_division_code" text not null);`,
    );
    this.addSql(
      `create index "poverty_household_member_student_id_index" on "poverty_household_member" ("student_id");`,
    );
    this.addSql(
      `alter table "poverty_household_member" add constraint "poverty_household_member_source_key_unique" unique ("source_key");`,
    );
    this.addSql(
      `create index "poverty_household_member_household_code_index" on "poverty_household_member" ("household_code");`,
    );

    this.addSql(
      `create table "poverty_measure" ("id" bigserial primary key, "student_id" text not null, "source_key" text not null, "kind" text not null, "started_on" date not null, "ended_on" date null, "amount_yuan" double precision null, "division_code" text not null);`,
    );
    this.addSql(`create index "poverty_measure_student_id_index" on "poverty_measure" ("student_id");`);
    this.addSql(
      `alter table "poverty_measure" add constraint "poverty_measure_source_key_unique" unique ("source_key");`,
    );
    this.addSql(
      `create index "poverty_measure_started_on_id_index" on "poverty_measure" ("started_on", "id");`,
    );

    this.addSql(
      `create table "register" ("code" text not null, "source" text not null, "version" int not null, "as_of" timestamptz not null, "loaded_at" timestamptz not null, "covers" text[] not null, "division" text not null, "stale_after_days" int not null, primary key ("code"));`,
    );

    this.addSql(
      `create table "relocation_household" ("id" bigserial primary key, "student_id" text not null, "household_code" text not null, "from_division_code" text not null, "site_code" text not null, "moved_on" date not null);`,
    );
    this.addSql(
      `create index "relocation_household_student_id_index" on "relocation_household" ("student_id");`,
    );
    this.addSql(
      `create index "relocation_household_site_code_moved_on_id_index" on "relocation_household" ("site_code", "moved_on", "id");`,
    );

    this.addSql(
      `create table "resettlement_site" ("code" text not null, "name" text not null, "division_code" text not null, "opened_on" date not null, primary key ("code"));`,
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
    this.addSql(`drop table if exists "division" cascade;`);
    this.addSql(`drop table if exists "poverty_household" cascade;`);
    this.addSql(`drop table if exists "poverty_household_member" cascade;`);
    this.addSql(`drop table if exists "poverty_measure" cascade;`);
    this.addSql(`drop table if exists "register" cascade;`);
    this.addSql(`drop table if exists "relocation_household" cascade;`);
    this.addSql(`drop table if exists "resettlement_site" cascade;`);
    this.addSql(`drop table if exists "student_scope" cascade;`);
  }
}
