import { Migration } from '@mikro-orm/migrations';

export class Migration20261127113901_labour_recorded extends Migration {
  override name = 'Migration20261127113901_labour_recorded';

  override up(): void | Promise<void> {
    this.addSql(`drop index "child_labour_case_return_due_on_id_index";`);
    this.addSql(
      `alter table "child_labour_case" add "transferred_on" date null, add "version" int not null default 1, add "recorded" jsonb not null default '{}';`,
    );
    this.addSql(`alter table "child_labour_case" alter column "order_issued_on" drop not null;`);
    this.addSql(`alter table "child_labour_case" alter column "return_due_on" drop not null;`);

    this.addSql(
      `alter table "labour_inspection" add "minors_in_business" int null, add "recorded" jsonb not null default '{}';`,
    );

    this.addSql(`alter table "licence_sanction" add "recorded" jsonb not null default '{}';`);
  }

  override down(): void | Promise<void> {
    this.addSql(
      `alter table "child_labour_case" drop column "transferred_on", drop column "version", drop column "recorded";`,
    );
    this.addSql(`alter table "child_labour_case" alter column "order_issued_on" set not null;`);
    this.addSql(`alter table "child_labour_case" alter column "return_due_on" set not null;`);
    this.addSql(
      `create index "child_labour_case_return_due_on_id_index" on "child_labour_case" ("return_due_on", "id");`,
    );

    this.addSql(`alter table "labour_inspection" drop column "minors_in_business", drop column "recorded";`);

    this.addSql(`alter table "licence_sanction" drop column "recorded";`);
  }
}
