import { sql, type Kysely } from 'kysely';

/**
 * As autovacuum would do about a minute later, and by its rule: of a table of which this transaction, or before it any
 * other, has written a tenth, PostgreSQL counts anew what stands in it. Run as the owner, who alone may do so.
 */
export const ANALYZE_WRITTEN = `create or replace function public.analyze_written(names text[]) returns void
  volatile language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
  declare
    written regclass;
  begin
    for written in
      select oid from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'r' and relname = any (names)
        and coalesce(
          nullif(pg_stat_get_xact_tuples_inserted(oid) + pg_stat_get_xact_tuples_updated(oid)
            + pg_stat_get_xact_tuples_deleted(oid), 0),
          pg_stat_get_mod_since_analyze(oid)) > 50 + 0.1 * greatest(reltuples, 0)
    loop
      execute format('analyze %s', written);
    end loop;
  end
  $$`;

/** Takes a list of tables. */
export const ANALYZE = 'select analyze_written($1::text[])';

/**
 * After many rows were written, and before anybody looks for some among them. PostgreSQL would else take the tables for
 * as small as they were, and go through the whole of one for each row of another.
 */
export async function analyzeWritten(db: Kysely<unknown>, tables: readonly string[]): Promise<void> {
  await sql`select analyze_written(${[...tables]}::text[])`.execute(db);
}
