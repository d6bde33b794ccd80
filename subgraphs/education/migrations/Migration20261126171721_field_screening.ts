import { Migration } from '@mikro-orm/migrations';

export class Migration20261126171721_field_screening extends Migration {
  override name = 'Migration20261126171721_field_screening';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "household_screening" ("id" bigserial primary key, "source_key" text not null, "assignment_code" text not null, "household_id" text not null, "householder_name" text not null, "visited_on" date not null, "visitor_post" text not null, "visitor_name" text null, "result" text not null);`,
    );
    this.addSql(
      `alter table "household_screening" add constraint "household_screening_source_key_unique" unique ("source_key");`,
    );
    this.addSql(
      `create index "household_screening_assignment_code_id_index" on "household_screening" ("assignment_code", "id");`,
    );

    this.addSql(
      `create table "household_member_screening" ("id" bigserial primary key, "student_id" text null, "source_key" text not null, "assignment_code" text not null, "household_id" text not null, "position" int not null, "relation" text not null, "name" text not null, "sex" text not null, "birth_date" date not null, "resident_id_number_sealed" text null, "birth_date_in_number" date null, "masked_resident_id_number" text null, "residence_division_code" text not null, "education_level" text null, "schooling" text null, "school_code" text null, "study_place" text null, "grade" int null, "checked_by" text null, "checked_on" date null);`,
    );
    this.addSql(
      `create index "household_member_screening_student_id_index" on "household_member_screening" ("student_id");`,
    );
    this.addSql(
      `alter table "household_member_screening" add constraint "household_member_screening_source_key_unique" unique ("source_key");`,
    );
    this.addSql(
      `create index "household_member_screening_assignment_code_househo_d7168_index" on "household_member_screening" ("assignment_code", "household_id", "position");`,
    );

    this.addSql(
      `create table "screening_assignment" ("code" text not null, "campaign_code" text not null, "division_code" text not null, "answered_by" text not null, "school_code" text null, "assignee_name" text null, "household_count" int null, "due_on" date not null, primary key ("code"));`,
    );
    this.addSql(
      `create index "screening_assignment_campaign_code_index" on "screening_assignment" ("campaign_code");`,
    );
    this.addSql(
      `create index "screening_assignment_division_code_index" on "screening_assignment" ("division_code");`,
    );

    this.addSql(
      `create table "screening_campaign" ("code" text not null, "kind" text not null, "academic_year" int not null, "division_code" text not null, "opens_on" date not null, "due_on" date not null, primary key ("code"));`,
    );
    this.addSql(
      `create index "screening_campaign_division_code_index" on "screening_campaign" ("division_code");`,
    );

    this.addSql(`alter table "household_screening" enable row level security;`);
    this.addSql(`alter table "household_screening" force row level security;`);
    this.addSql(
      `create policy "reach" on "household_screening" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from screening_assignment assignment where assignment.code = household_screening.assignment_code offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from screening_assignment assignment where assignment.code = household_screening.assignment_code offset 0));`,
    );

    this.addSql(`alter table "household_member_screening" enable row level security;`);
    this.addSql(`alter table "household_member_screening" force row level security;`);
    this.addSql(
      `create policy "reach" on "household_member_screening" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from screening_assignment assignment where assignment.code = household_member_screening.assignment_code offset 0) or (select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = household_member_screening.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from screening_assignment assignment where assignment.code = household_member_screening.assignment_code offset 0));`,
    );

    this.addSql(`alter table "screening_assignment" enable row level security;`);
    this.addSql(`alter table "screening_assignment" force row level security;`);
    this.addSql(
      `create policy "reach" on "screening_assignment" using ((select current_setting('hub.context', true)) = 'SERVICE' or screening_assignment.division_code ^@ any ((select array_remove(string_to_array(current_setting('hub.divisions', true), ','), ''))::text[]) and (select nullif(current_setting('hub.only_student', true), '')) is null or screening_assignment.school_code = any ((select array_remove(string_to_array(current_setting('hub.schools', true), ','), ''))::text[]) and (select nullif(current_setting('hub.only_student', true), '')) is null) with check ((select current_setting('hub.context', true)) = 'SERVICE' or screening_assignment.division_code ^@ any ((select array_remove(string_to_array(current_setting('hub.divisions', true), ','), ''))::text[]) and (select nullif(current_setting('hub.only_student', true), '')) is null or screening_assignment.school_code = any ((select array_remove(string_to_array(current_setting('hub.schools', true), ','), ''))::text[]) and (select nullif(current_setting('hub.only_student', true), '')) is null);`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "household_screening" cascade;`);
    this.addSql(`drop table if exists "household_member_screening" cascade;`);
    this.addSql(`drop table if exists "screening_assignment" cascade;`);
    this.addSql(`drop table if exists "screening_campaign" cascade;`);
  }
}
