import { Migration } from '@mikro-orm/migrations';

export class Migration20261127145938_unchanged_children extends Migration {
  override name = 'Migration20261127145938_unchanged_children';

  override up(): void | Promise<void> {
    // As a job of the agency itself, which sees all of its rows.
    this.addSql(`select set_config('hub.context', 'SERVICE', true);`);
    // What a run has found so far can't be read any more; the next one finds it again.
    this.addSql(`update comparison_run set state = 'FAILED', finished_at = now(),
      problems = '[{"code": "BROKEN_OFF", "agency": "coordination", "register": null}]' where finished_at is null;`);
    this.addSql(`delete from comparison_result;`);

    this.addSql(
      `create table "comparison_confirmed" ("run_id" text not null, "canonical_id" text not null, "from" text not null, primary key ("run_id", "canonical_id"));`,
    );
    this.addSql(
      `create index "comparison_confirmed_run_id_from_index" on "comparison_confirmed" ("run_id", "from");`,
    );

    this.addSql(
      `create table "published_child" ("canonical_id" text collate "C" not null, "fingerprint" text not null, primary key ("canonical_id"));`,
    );

    this.addSql(
      `create table "scope_change" ("student_id" text collate "C" not null, "version" int not null, primary key ("student_id"));`,
    );
    this.addSql(`create index "scope_change_version_index" on "scope_change" ("version");`);

    this.addSql(`insert into scope_change (student_id, version)
      select distinct student_id, (select version from register where code = 'SCHOOL_AGE_REGISTER')
      from student_scope where origin = 'SCHOOL_AGE_REGISTER';`);

    this.addSql(`drop table if exists "comparison_withdrawn" cascade;`);

    this.addSql(`alter table "risk_assessment" drop column "assessed_at", drop column "set_by_run";`);

    this.addSql(`alter table "comparison_result" drop column "result";`);
    this.addSql(
      `alter table "comparison_result" add "fingerprint" text not null default '', add "entry" jsonb null, add "risk" jsonb null, add "attendance" jsonb null, add "links" jsonb not null default '[]', add "former_ids" jsonb not null default '[]', add "scopes" jsonb not null default '[]', add "risk_factors" jsonb not null default '[]', add "aid_matches" jsonb not null default '[]', add "discrepancies" jsonb not null default '[]', add "splits" jsonb not null default '[]';`,
    );

    this.addSql(`alter table "school_age_entry" add "found_in" text[] not null default '{}';`);
    this.addSql(`update school_age_entry set found_in = array(
      select source ->> 'agency' || '.' || (source ->> 'register') from jsonb_array_elements(sources) source order by 1);`);
    this.addSql(`alter table "school_age_entry" alter "found_in" drop default, drop column "sources";`);

    this.addSql(`alter table "comparison_confirmed" enable row level security;`);
    this.addSql(`alter table "comparison_confirmed" force row level security;`);
    this.addSql(
      `create policy "reach" on "comparison_confirmed" using ((select current_setting('hub.context', true)) = 'SERVICE') with check ((select current_setting('hub.context', true)) = 'SERVICE');`,
    );

    this.addSql(`alter table "published_child" enable row level security;`);
    this.addSql(`alter table "published_child" force row level security;`);
    this.addSql(
      `create policy "reach" on "published_child" using ((select current_setting('hub.context', true)) = 'SERVICE') with check ((select current_setting('hub.context', true)) = 'SERVICE');`,
    );

    this.addSql(`alter table "scope_change" enable row level security;`);
    this.addSql(`alter table "scope_change" force row level security;`);
    this.addSql(
      `create policy "reach" on "scope_change" using ((select current_setting('hub.context', true)) = 'SERVICE') with check ((select current_setting('hub.context', true)) = 'SERVICE');`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(
      `create table "comparison_withdrawn" ("id" text not null, "run_id" text not null, primary key ("run_id", "id"));`,
    );

    this.addSql(`drop table if exists "comparison_confirmed" cascade;`);
    this.addSql(`drop table if exists "published_child" cascade;`);
    this.addSql(`drop table if exists "scope_change" cascade;`);

    this.addSql(
      `alter table "comparison_result" drop column "fingerprint", drop column "entry", drop column "risk", drop column "attendance", drop column "links", drop column "former_ids", drop column "scopes", drop column "risk_factors", drop column "aid_matches", drop column "discrepancies", drop column "splits";`,
    );
    this.addSql(`alter table "comparison_result" add "result" jsonb not null;`);

    this.addSql(
      `alter table "risk_assessment" add "assessed_at" timestamptz(6) not null, add "set_by_run" text not null;`,
    );

    this.addSql(`alter table "school_age_entry" drop column "found_in";`);
    this.addSql(`alter table "school_age_entry" add "sources" jsonb not null;`);

    this.addSql(`alter table "comparison_withdrawn" enable row level security;`);
    this.addSql(`alter table "comparison_withdrawn" force row level security;`);
    this.addSql(
      `create policy "reach" on "comparison_withdrawn" using ((select current_setting('hub.context', true)) = 'SERVICE') with check ((select current_setting('hub.context', true)) = 'SERVICE');`,
    );
  }
}
