import { Migration } from '@mikro-orm/migrations';

export class Migration20261126132936_additions_and_things extends Migration {
  override name = 'Migration20261126132936_additions_and_things';

  override up(): void | Promise<void> {
    this.addSql(`alter table "imported_row" add "row_id" bigint null;`);
    this.addSql(`alter table "imported_row" alter column "birth_date" drop not null;`);
    this.addSql(`alter table "imported_row" alter column "name_key" drop not null;`);
    this.addSql(`alter table "imported_row" alter column "sex" drop not null;`);
    this.addSql(`alter table "imported_row" alter column "student_id" drop not null;`);
    this.addSql(`create index "imported_row_list_row_id_index" on "imported_row" ("list", "row_id");`);

    this.addSql(`alter table "import_run" add "is_complete" boolean not null default true;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "import_run" drop column "is_complete";`);

    this.addSql(`drop index "imported_row_list_row_id_index";`);
    this.addSql(`alter table "imported_row" drop column "row_id";`);
    this.addSql(`alter table "imported_row" alter column "student_id" set not null;`);
    this.addSql(`alter table "imported_row" alter column "name_key" set not null;`);
    this.addSql(`alter table "imported_row" alter column "sex" set not null;`);
    this.addSql(`alter table "imported_row" alter column "birth_date" set not null;`);
  }
}
