import { Migration } from '@mikro-orm/migrations';

export class Migration20261126170449_rejected_rows extends Migration {
  override name = 'Migration20261126170449_rejected_rows';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "import_rejected_part" ("import_id" uuid not null, "part" int not null, "list" text not null, "rows" int not null, "kept_until" timestamptz not null, "sealed" text not null, primary key ("import_id", "part"));`,
    );
    this.addSql(
      `create index "import_rejected_part_kept_until_index" on "import_rejected_part" ("kept_until");`,
    );

    this.addSql(`alter table "import_rejected_part" enable row level security;`);
    this.addSql(`alter table "import_rejected_part" force row level security;`);
    this.addSql(
      `create policy "reach" on "import_rejected_part" using ((select current_setting('hub.context', true)) = 'SERVICE') with check ((select current_setting('hub.context', true)) = 'SERVICE');`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "import_rejected_part" cascade;`);
  }
}
