import { Migration } from '@mikro-orm/migrations';

export class Migration20261126064642_class_ledgers_and_bases extends Migration {

  override name = 'Migration20261126064642_class_ledgers_and_bases';

  override up(): void | Promise<void> {
    this.addSql(`create table "class_ledger_entry" ("id" bigserial primary key, "student_id" text not null, "group" text not null, "school_code" text not null, "class_code" text not null, "started_on" date not null, "ended_on" date null);`);
    this.addSql(`create index "class_ledger_entry_student_id_index" on "class_ledger_entry" ("student_id");`);

    this.addSql(`alter table "school_age_entry" add "unknown_focus_groups" jsonb not null, add "policy_basis" jsonb not null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "class_ledger_entry" cascade;`);

    this.addSql(`alter table "school_age_entry" drop column "unknown_focus_groups", drop column "policy_basis";`);
  }

}
