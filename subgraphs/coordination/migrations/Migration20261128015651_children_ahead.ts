import { Migration } from '@mikro-orm/migrations';

export class Migration20261128015651_children_ahead extends Migration {
  override name = 'Migration20261128015651_children_ahead';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "ahead_child" ("student_id" text not null, "beyond_run" text null, primary key ("student_id"));`,
    );

    this.addSql(`alter table "followed_feed" add "ahead_version" bigint null, add "ahead_seq" int null;`);

    this.addSql(`alter table "scope_change" drop constraint "scope_change_pkey";`);
    // What is noted so far comes from runs.
    this.addSql(`alter table "scope_change" add "origin" text not null default 'SCHOOL_AGE_REGISTER';`);
    this.addSql(`alter table "scope_change" alter "origin" drop default;`);
    this.addSql(`alter table "scope_change" add primary key ("origin", "student_id");`);

    this.addSql(`alter table "ahead_child" enable row level security;`);
    this.addSql(`alter table "ahead_child" force row level security;`);
    this.addSql(
      `create policy "reach" on "ahead_child" using ((select current_setting('hub.context', true)) = 'SERVICE') with check ((select current_setting('hub.context', true)) = 'SERVICE');`,
    );
  }

  override down(): void | Promise<void> {
    // As a job of the agency itself, which sees all of its rows.
    this.addSql(`select set_config('hub.context', 'SERVICE', true);`);
    this.addSql(`delete from student_scope where origin = 'CHANGE_FEED';`);
    this.addSql(`delete from scope_change where origin = 'CHANGE_FEED';`);
    this.addSql(`drop table if exists "ahead_child" cascade;`);

    this.addSql(`alter table "followed_feed" drop column "ahead_version", drop column "ahead_seq";`);

    this.addSql(`alter table "scope_change" drop constraint "scope_change_pkey";`);
    this.addSql(`alter table "scope_change" drop column "origin";`);
    this.addSql(`alter table "scope_change" add primary key ("student_id");`);
  }
}
