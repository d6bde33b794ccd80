import { Migration } from '@mikro-orm/migrations';

export class Migration20261126105725_imports extends Migration {
  override name = 'Migration20261126105725_imports';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "imported_row" ("list" text not null, "source_key" text not null, "student_id" text not null, "number_id" text null, "name_key" text not null, "sex" text not null, "birth_date" date not null, "row_digest" text not null, "scopes" jsonb not null, "import_id" uuid not null, "line" int not null, primary key ("list", "source_key"));`,
    );
    this.addSql(`create index "imported_row_student_id_index" on "imported_row" ("student_id");`);
    this.addSql(`create index "imported_row_number_id_index" on "imported_row" ("number_id");`);
    this.addSql(`create index "imported_row_import_id_index" on "imported_row" ("import_id");`);

    this.addSql(
      `create table "import_run" ("id" uuid not null, "list" text not null, "register" text not null, "state" text not null, "file_digest" text not null, "as_of" timestamptz not null, "imported_by" text not null, "confirmed_by" text null, "finished_at" timestamptz not null, "register_version" int null, "rows" int not null, "added" int not null, "changed" int not null, "removed" int not null, "rejected" int not null, primary key ("id"));`,
    );
    this.addSql(`create index "import_run_list_finished_at_index" on "import_run" ("list", "finished_at");`);

    this.addSql(`alter table "imported_row" enable row level security;`);
    this.addSql(`alter table "imported_row" force row level security;`);
    this.addSql(
      `create policy "reach" on "imported_row" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = imported_row.student_id)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = imported_row.student_id));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "imported_row" cascade;`);
    this.addSql(`drop table if exists "import_run" cascade;`);
  }
}
