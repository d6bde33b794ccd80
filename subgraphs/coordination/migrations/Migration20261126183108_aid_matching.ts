import { Migration } from '@mikro-orm/migrations';

export class Migration20261126183108_aid_matching extends Migration {
  override name = 'Migration20261126183108_aid_matching';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "aid_match" ("id" bigserial primary key, "student_id" text not null, "programme" text not null, "title" text null, "title_en" text null, "policy_clause" text null, "academic_year" int not null, "verdict" text not null, "conditions_not_met" text[] not null, "conditions_unknown" text[] not null, "facts" jsonb not null, "missing_sources" jsonb not null, "stage" text null, "attendance" text null, "amount_due_yuan" double precision null, "amount_awarded_yuan" double precision null, "awards" jsonb not null, "is_aided_first" boolean null, "is_boarded_first" boolean null);`,
    );
    this.addSql(`create index "aid_match_student_id_index" on "aid_match" ("student_id");`);
    this.addSql(
      `create index "aid_match_verdict_programme_student_id_index" on "aid_match" ("verdict", "programme", "student_id");`,
    );
    this.addSql(
      `create index "aid_match_programme_student_id_index" on "aid_match" ("programme", "student_id");`,
    );

    this.addSql(`alter table "aid_match" enable row level security;`);
    this.addSql(`alter table "aid_match" force row level security;`);
    this.addSql(
      `create policy "reach" on "aid_match" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = aid_match.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = aid_match.student_id collate "default" offset 0));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "aid_match" cascade;`);
  }
}
