import { Migration } from '@mikro-orm/migrations';

export class Migration20261126072904_casework_and_forms extends Migration {
  override name = 'Migration20261126072904_casework_and_forms';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "police_action" ("id" bigserial primary key, "student_id" text not null, "kind" text not null, "role" text not null, "decided_on" date not null, "document_number" text not null);`,
    );
    this.addSql(`create index "police_action_student_id_index" on "police_action" ("student_id");`);

    this.addSql(`alter table "missing_person_determination" add "requested_by" text null;`);

    this.addSql(
      `alter table "resident" add "birthplace" text null, add "native_place" text null, add "highest_education" text null, add "occupation" text null, add "marital_status" text null, add "moved_from" text null, add "moved_in_on" date null, add "lives_apart_from_registration" boolean null;`,
    );
    this.addSql(`create index "resident_birth_date_id_index" on "resident" ("birth_date", "id");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "police_action" cascade;`);

    this.addSql(`alter table "missing_person_determination" drop column "requested_by";`);

    this.addSql(`drop index "resident_birth_date_id_index";`);
    this.addSql(
      `alter table "resident" drop column "birthplace", drop column "native_place", drop column "highest_education", drop column "occupation", drop column "marital_status", drop column "moved_from", drop column "moved_in_on", drop column "lives_apart_from_registration";`,
    );
  }
}
