import { Migration } from '@mikro-orm/migrations';

export class Migration20261127145623_school_statistics extends Migration {
  override name = 'Migration20261127145623_school_statistics';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "pupil_turnover" ("school_code" text not null, "stage" text not null, "academic_year" int not null, "pupils_at_start" int not null, "suspended" int not null, "withdrawn" int not null, "deceased" int not null, "transferred_out" int not null, "other_decrease" int not null, "transferred_in" int not null, "other_increase" int not null, primary key ("school_code", "stage", "academic_year"));`,
    );

    this.addSql(
      `create table "retention_cohort" ("school_code" text not null, "stage" text not null, "intake_year" int not null, "entrants" int not null, "transferred_out" int not null, "deceased" int not null, "finished" int null, "transferred_in" int null, primary key ("school_code", "stage", "intake_year"));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "pupil_turnover" cascade;`);
    this.addSql(`drop table if exists "retention_cohort" cascade;`);
  }
}
