import { Migration } from '@mikro-orm/migrations';

export class Migration20261126152054_comparison extends Migration {
  override name = 'Migration20261126152054_comparison';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "change" ("version" bigint not null, "seq" int not null, "register" text not null, "register_version" int not null, "student_id" text not null, "kind" text not null, "at" timestamptz not null, primary key ("version", "seq"));`,
    );
    this.addSql(`create index "change_at_index" on "change" ("at");`);

    this.addSql(
      `create table "change_feed" ("feed" text not null, "version" bigint not null, "cleared_version" bigint not null, primary key ("feed"));`,
    );

    this.addSql(
      `create table "comparison_range" ("run_id" text not null, "from" text collate "C" not null, "up_to" text not null, "screened_at" timestamptz null, "compared_at" timestamptz null, "children" int not null, "buckets" jsonb not null, primary key ("run_id", "from"));`,
    );

    this.addSql(
      `create table "comparison_run" ("run_id" text not null, "state" text not null, "county_code" text not null, "today" date not null, "requested_by" text not null, "requested_at" timestamptz not null, "finished_at" timestamptz null, "policy_version" text not null, "sources" jsonb not null, "pinned" jsonb null, "problems" jsonb not null, "counts" jsonb not null, "digest" text null, primary key ("run_id"));`,
    );
    this.addSql(`create index "comparison_run_requested_at_index" on "comparison_run" ("requested_at");`);

    this.addSql(
      `create table "discrepancy" ("key" text not null, "student_id" text not null, "kind" text not null, "evidence" jsonb not null, "proposed_disposition" text null, "held_until" date null, "township_code" text null, "school_code" text null, "state" text not null, "first_seen_on" date not null, "first_seen_run" text not null, "last_seen_on" date not null, "last_seen_run" text not null, primary key ("key"));`,
    );
    this.addSql(`create index "discrepancy_student_id_index" on "discrepancy" ("student_id");`);
    this.addSql(
      `create index "discrepancy_state_first_seen_on_key_index" on "discrepancy" ("state", "first_seen_on", "key");`,
    );
    this.addSql(`create index "discrepancy_township_code_index" on "discrepancy" ("township_code");`);
    this.addSql(`create index "discrepancy_school_code_index" on "discrepancy" ("school_code");`);

    this.addSql(
      `create table "job_worker" ("worker_id" text not null, "process" text not null, primary key ("worker_id"));`,
    );
    this.addSql(`create index "job_worker_process_index" on "job_worker" ("process");`);

    this.addSql(
      `create table "match_suggestion" ("member_id" text not null, "canonical_id" text not null, "tier" text not null, "score" double precision not null, "evidence" text[] not null, "state" text not null, "found_on" date not null, "found_by_run" text not null, "decided_by" text null, "decided_on" date null, "reason" text null, primary key ("member_id", "canonical_id"));`,
    );
    this.addSql(
      `create index "match_suggestion_state_score_member_id_index" on "match_suggestion" ("state", "score", "member_id");`,
    );
    this.addSql(`create index "match_suggestion_canonical_id_index" on "match_suggestion" ("canonical_id");`);

    this.addSql(
      `create table "roster_pin" ("run" text not null, "pinned_at" timestamptz not null, "asked" text[] null, "registers" jsonb not null, "rows" int not null, "places" jsonb not null, "feed_version" bigint not null, primary key ("run"));`,
    );

    this.addSql(
      `create table "roster_row" ("run" text not null, "canonical_id" text collate "C" not null, "student_id" text collate "C" not null, "line" text not null, primary key ("run", "canonical_id", "student_id"));`,
    );

    this.addSql(
      `create table "comparison_key" ("run_id" text not null, "key" text not null, "from" text not null, primary key ("run_id", "key"));`,
    );

    this.addSql(
      `create table "comparison_record" ("run_id" text not null, "canonical_id" text not null, "from" text not null, "is_leftover" boolean not null, "record" jsonb not null, primary key ("run_id", "canonical_id"));`,
    );
    this.addSql(
      `create index "comparison_record_run_id_from_index" on "comparison_record" ("run_id", "from");`,
    );

    this.addSql(
      `create table "comparison_result" ("run_id" text not null, "canonical_id" text not null, "from" text not null, "result" jsonb not null, primary key ("run_id", "canonical_id"));`,
    );
    this.addSql(
      `create index "comparison_result_run_id_from_index" on "comparison_result" ("run_id", "from");`,
    );

    this.addSql(
      `create table "comparison_withdrawn" ("run_id" text not null, "id" text not null, primary key ("run_id", "id"));`,
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

    this.addSql(`alter table "discrepancy" enable row level security;`);
    this.addSql(`alter table "discrepancy" force row level security;`);
    this.addSql(
      `create policy "reach" on "discrepancy" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = discrepancy.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = discrepancy.student_id collate "default" offset 0));`,
    );

    this.addSql(`alter table "match_suggestion" enable row level security;`);
    this.addSql(`alter table "match_suggestion" force row level security;`);
    this.addSql(
      `create policy "reach" on "match_suggestion" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = match_suggestion.member_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = match_suggestion.member_id collate "default" offset 0));`,
    );

    this.addSql(`alter table "roster_row" enable row level security;`);
    this.addSql(`alter table "roster_row" force row level security;`);
    this.addSql(
      `create policy "reach" on "roster_row" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = roster_row.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = roster_row.student_id collate "default" offset 0));`,
    );

    this.addSql(`alter table "comparison_key" enable row level security;`);
    this.addSql(`alter table "comparison_key" force row level security;`);
    this.addSql(
      `create policy "reach" on "comparison_key" using ((select current_setting('hub.context', true)) = 'SERVICE') with check ((select current_setting('hub.context', true)) = 'SERVICE');`,
    );

    this.addSql(`alter table "comparison_record" enable row level security;`);
    this.addSql(`alter table "comparison_record" force row level security;`);
    this.addSql(
      `create policy "reach" on "comparison_record" using ((select current_setting('hub.context', true)) = 'SERVICE') with check ((select current_setting('hub.context', true)) = 'SERVICE');`,
    );

    this.addSql(`alter table "comparison_result" enable row level security;`);
    this.addSql(`alter table "comparison_result" force row level security;`);
    this.addSql(
      `create policy "reach" on "comparison_result" using ((select current_setting('hub.context', true)) = 'SERVICE') with check ((select current_setting('hub.context', true)) = 'SERVICE');`,
    );

    this.addSql(`alter table "comparison_withdrawn" enable row level security;`);
    this.addSql(`alter table "comparison_withdrawn" force row level security;`);
    this.addSql(
      `create policy "reach" on "comparison_withdrawn" using ((select current_setting('hub.context', true)) = 'SERVICE') with check ((select current_setting('hub.context', true)) = 'SERVICE');`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "change" cascade;`);
    this.addSql(`drop table if exists "change_feed" cascade;`);
    this.addSql(`drop table if exists "comparison_range" cascade;`);
    this.addSql(`drop table if exists "comparison_run" cascade;`);
    this.addSql(`drop table if exists "discrepancy" cascade;`);
    this.addSql(`drop table if exists "job_worker" cascade;`);
    this.addSql(`drop table if exists "match_suggestion" cascade;`);
    this.addSql(`drop table if exists "roster_pin" cascade;`);
    this.addSql(`drop table if exists "roster_row" cascade;`);
    this.addSql(`drop table if exists "comparison_key" cascade;`);
    this.addSql(`drop table if exists "comparison_record" cascade;`);
    this.addSql(`drop table if exists "comparison_result" cascade;`);
    this.addSql(`drop table if exists "comparison_withdrawn" cascade;`);

    this.addSql(`alter table "import_run" drop column "is_complete";`);

    this.addSql(`drop index "imported_row_list_row_id_index";`);
    this.addSql(`alter table "imported_row" drop column "row_id";`);
    this.addSql(`alter table "imported_row" alter column "student_id" set not null;`);
    this.addSql(`alter table "imported_row" alter column "name_key" set not null;`);
    this.addSql(`alter table "imported_row" alter column "sex" set not null;`);
    this.addSql(`alter table "imported_row" alter column "birth_date" set not null;`);
  }
}
