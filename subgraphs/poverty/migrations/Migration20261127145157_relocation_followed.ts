import { Migration } from '@mikro-orm/migrations';

export class Migration20261127145157_relocation_followed extends Migration {
  override name = 'Migration20261127145157_relocation_followed';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "relocation_follow_up" ("id" bigserial primary key, "student_id" text not null, "followed_on" date not null, "school_place" text not null, "school_code" text null, "recorded_by" text null);`,
    );
    this.addSql(
      `create index "relocation_follow_up_student_id_index" on "relocation_follow_up" ("student_id");`,
    );

    this.addSql(`alter table "relocation_follow_up" enable row level security;`);
    this.addSql(`alter table "relocation_follow_up" force row level security;`);
    this.addSql(
      `create policy "reach" on "relocation_follow_up" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = relocation_follow_up.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = relocation_follow_up.student_id collate "default" offset 0));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "relocation_follow_up" cascade;`);
  }
}
