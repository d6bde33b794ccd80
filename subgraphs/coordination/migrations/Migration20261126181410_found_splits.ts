import { Migration } from '@mikro-orm/migrations';

export class Migration20261126181410_found_splits extends Migration {
  override name = 'Migration20261126181410_found_splits';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "found_split" ("agency" text not null, "source_key" text not null, "provisional_id" text not null, "number_id" text not null, "grounds" text[] not null, "found_by_run" text not null, "told_at" timestamptz null, primary key ("agency", "source_key"));`,
    );

    this.addSql(`alter table "found_split" enable row level security;`);
    this.addSql(`alter table "found_split" force row level security;`);
    this.addSql(
      `create policy "reach" on "found_split" using ((select current_setting('hub.context', true)) = 'SERVICE') with check ((select current_setting('hub.context', true)) = 'SERVICE');`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "found_split" cascade;`);
  }
}
