import { Migration } from '@mikro-orm/migrations';

export class Migration20261127021005_followed_feed extends Migration {
  override name = 'Migration20261127021005_followed_feed';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "followed_feed" ("agency" text not null, "version" bigint not null, "seq" int not null, primary key ("agency"));`,
    );

    this.addSql(`alter table "followed_feed" enable row level security;`);
    this.addSql(`alter table "followed_feed" force row level security;`);
    this.addSql(
      `create policy "reach" on "followed_feed" using ((select current_setting('hub.context', true)) = 'SERVICE') with check ((select current_setting('hub.context', true)) = 'SERVICE');`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "followed_feed" cascade;`);
  }
}
