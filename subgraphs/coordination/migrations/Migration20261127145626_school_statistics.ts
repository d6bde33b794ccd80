import { Migration } from '@mikro-orm/migrations';

export class Migration20261127145626_school_statistics extends Migration {
  override name = 'Migration20261127145626_school_statistics';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "pupil_turnover" ("school_code" text not null, "stage" text not null, "academic_year" int not null, "division_code" text not null, "pupils_at_start" int not null, "suspended" int not null, "withdrawn" int not null, "deceased" int not null, "transferred_out" int not null, "other_decrease" int not null, "transferred_in" int not null, "other_increase" int not null, primary key ("school_code", "stage", "academic_year"));`,
    );

    this.addSql(
      `create table "retention_cohort" ("school_code" text not null, "stage" text not null, "intake_year" int not null, "division_code" text not null, "entrants" int not null, "transferred_out" int not null, "deceased" int not null, "finished" int null, "transferred_in" int null, primary key ("school_code", "stage", "intake_year"));`,
    );

    this.addSql(`alter table "pupil_turnover" enable row level security;`);
    this.addSql(`alter table "pupil_turnover" force row level security;`);
    this.addSql(
      `create policy "reach" on "pupil_turnover" using ((select current_setting('hub.context', true)) = 'SERVICE' or pupil_turnover.division_code ^@ any ((select array_remove(string_to_array(current_setting('hub.divisions', true), ','), ''))::text[]) or pupil_turnover.school_code = any ((select array_remove(string_to_array(current_setting('hub.schools', true), ','), ''))::text[])) with check ((select current_setting('hub.context', true)) = 'SERVICE' or pupil_turnover.division_code ^@ any ((select array_remove(string_to_array(current_setting('hub.divisions', true), ','), ''))::text[]) or pupil_turnover.school_code = any ((select array_remove(string_to_array(current_setting('hub.schools', true), ','), ''))::text[]));`,
    );

    this.addSql(`alter table "retention_cohort" enable row level security;`);
    this.addSql(`alter table "retention_cohort" force row level security;`);
    this.addSql(
      `create policy "reach" on "retention_cohort" using ((select current_setting('hub.context', true)) = 'SERVICE' or retention_cohort.division_code ^@ any ((select array_remove(string_to_array(current_setting('hub.divisions', true), ','), ''))::text[]) or retention_cohort.school_code = any ((select array_remove(string_to_array(current_setting('hub.schools', true), ','), ''))::text[])) with check ((select current_setting('hub.context', true)) = 'SERVICE' or retention_cohort.division_code ^@ any ((select array_remove(string_to_array(current_setting('hub.divisions', true), ','), ''))::text[]) or retention_cohort.school_code = any ((select array_remove(string_to_array(current_setting('hub.schools', true), ','), ''))::text[]));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "pupil_turnover" cascade;`);
    this.addSql(`drop table if exists "retention_cohort" cascade;`);
  }
}
