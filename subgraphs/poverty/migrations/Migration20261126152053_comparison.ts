import { Migration } from '@mikro-orm/migrations';

export class Migration20261126152053_comparison extends Migration {
  override name = 'Migration20261126152053_comparison';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "change" ("version" bigint not null, "seq" int not null, "register" text not null, "register_version" int not null, "student_id" text not null, "kind" text not null, "at" timestamptz not null, primary key ("version", "seq"));`,
    );
    this.addSql(`create index "change_at_index" on "change" ("at");`);

    this.addSql(
      `create table "change_feed" ("feed" text not null, "version" bigint not null, "cleared_version" bigint not null, primary key ("feed"));`,
    );

    this.addSql(
      `create table "roster_pin" ("run" text not null, "pinned_at" timestamptz not null, "asked" text[] null, "registers" jsonb not null, "rows" int not null, "places" jsonb not null, "feed_version" bigint not null, primary key ("run"));`,
    );

    this.addSql(
      `create table "roster_row" ("run" text not null, "canonical_id" text collate "C" not null, "student_id" text collate "C" not null, "line" text not null, primary key ("run", "canonical_id", "student_id"));`,
    );

    this.addSql(`alter table "imported_row" add "row_id" bigint null;`);
    this.addSql(`alter table "imported_row" alter column "birth_date" drop not null;`);
    this.addSql(`alter table "imported_row" alter column "name_key" drop not null;`);
    this.addSql(`alter table "imported_row" alter column "sex" drop not null;`);
    this.addSql(`alter table "imported_row" alter column "student_id" drop not null;`);
    this.addSql(`create index "imported_row_list_row_id_index" on "imported_row" ("list", "row_id");`);

    this.addSql(`alter table "import_run" add "is_complete" boolean not null default true;`);

    this.addSql(`alter table "change" enable row level security;`);
    this.addSql(`alter table "change" force row level security;`);
    this.addSql(
      `create policy "reach" on "change" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = change.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = change.student_id collate "default" offset 0));`,
    );

    this.addSql(`alter table "roster_row" enable row level security;`);
    this.addSql(`alter table "roster_row" force row level security;`);
    this.addSql(
      `create policy "reach" on "roster_row" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = roster_row.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = roster_row.student_id collate "default" offset 0));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "change" cascade;`);
    this.addSql(`drop table if exists "change_feed" cascade;`);
    this.addSql(`drop table if exists "roster_pin" cascade;`);
    this.addSql(`drop table if exists "roster_row" cascade;`);

    this.addSql(`alter table "import_run" drop column "is_complete";`);

    this.addSql(`drop index "imported_row_list_row_id_index";`);
    this.addSql(`alter table "imported_row" drop column "row_id";`);
    this.addSql(`alter table "imported_row" alter column "student_id" set not null;`);
    this.addSql(`alter table "imported_row" alter column "name_key" set not null;`);
    this.addSql(`alter table "imported_row" alter column "sex" set not null;`);
    this.addSql(`alter table "imported_row" alter column "birth_date" set not null;`);
  }
}
