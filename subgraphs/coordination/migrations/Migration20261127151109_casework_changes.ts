import { Migration } from '@mikro-orm/migrations';

/** Table, kind of record and column of its number. */
const TOLD = [
  ['dropout_case', 'CASE', 'case_number'],
  ['discrepancy_task', 'TASK', 'id'],
  ['referral', 'REFERRAL', 'referral_number'],
  ['enforcement_order', 'ORDER', 'order_number'],
] as const;

/**
 * Runs when a transaction commits, for each row that it wrote. From its first row on the transaction holds the feed's one
 * row, for as long as committing takes: versions come in the order of the commits. It tells in the agency's own context,
 * so that whoever reaches the child hears of it, whoever wrote.
 */
const TELL = `create function "tell_casework_change"() returns trigger language plpgsql as $$
  declare
    written jsonb := to_jsonb(case when tg_op = 'DELETE' then old else new end);
    context text := coalesce(current_setting('hub.context', true), '');
    held bigint := nullif(current_setting('hub.casework_version', true), '');
  begin
    if tg_op = 'UPDATE' and new is not distinct from old then return null; end if;
    perform set_config('hub.context', 'SERVICE', true);
    if held is null then
      insert into casework_feed (feed, version, cleared_version) values ('CASEWORK', 1, 0)
        on conflict (feed) do update set version = casework_feed.version + 1 returning version into held;
      perform set_config('hub.casework_version', held::text, true);
    end if;
    insert into casework_change (version, record, number, student_id, kind, record_version, at)
      values (held, tg_argv[0], written ->> tg_argv[1], written ->> 'student_id',
        case tg_op when 'INSERT' then 'ADDED' when 'UPDATE' then 'CHANGED' else 'REMOVED' end,
        (written ->> 'version')::int, clock_timestamp())
      on conflict (version, record, number) do update set record_version = excluded.record_version,
        kind = case excluded.kind when 'REMOVED' then 'REMOVED' else casework_change.kind end;
    perform set_config('hub.context', context, true);
    return null;
  end $$`;

export class Migration20261127151109_casework_changes extends Migration {
  override name = 'Migration20261127151109_casework_changes';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "casework_change" ("version" bigint not null, "record" text not null, "number" text not null, "student_id" text not null, "kind" text not null, "record_version" int null, "at" timestamptz not null, primary key ("version", "record", "number"));`,
    );
    this.addSql(`create index "casework_change_at_index" on "casework_change" ("at");`);

    this.addSql(
      `create table "casework_feed" ("feed" text not null, "version" bigint not null, "cleared_version" bigint not null, primary key ("feed"));`,
    );

    this.addSql(`alter table "casework_change" enable row level security;`);
    this.addSql(`alter table "casework_change" force row level security;`);
    this.addSql(
      `create policy "reach" on "casework_change" using ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = casework_change.student_id collate "default" offset 0)) with check ((select current_setting('hub.context', true)) = 'SERVICE' or exists (select from student_scope scope where scope.student_id = casework_change.student_id collate "default" offset 0));`,
    );

    this.addSql(TELL);
    for (const [table, record, number] of TOLD)
      this.addSql(
        `create constraint trigger "tell" after insert or update or delete on "${table}" deferrable initially deferred
           for each row execute function "tell_casework_change"('${record}', '${number}');`,
      );
  }

  override down(): void | Promise<void> {
    for (const [table] of TOLD) this.addSql(`drop trigger if exists "tell" on "${table}";`);
    this.addSql(`drop function if exists "tell_casework_change"();`);
    this.addSql(`drop table if exists "casework_change" cascade;`);
    this.addSql(`drop table if exists "casework_feed" cascade;`);
  }
}
