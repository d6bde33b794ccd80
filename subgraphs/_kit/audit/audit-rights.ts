/**
 * Whoever serves may add to the audit tables and nothing else, and reads the log through the functions alone. Names of
 * roles differ from server to server, so the grantees come from the catalogue.
 */
const RIGHTS = `do $$
  declare
    audited text;
    reader text;
    role_name text;
  begin
    foreach audited in array array['access_log', 'audit_head'] loop
      for role_name in ${granteesOf("granted.privilege_type <> 'INSERT'")} loop
        execute format('revoke select, update, delete, truncate, references, trigger on public.%I from %s', audited, role_name);
      end loop;
    end loop;
    audited := 'access_log';
    for reader in
      select proc.oid::regprocedure::text from pg_proc proc
      where proc.pronamespace = 'public'::regnamespace
        and proc.proname in ('access_log_of_students', 'access_log_of_actor', 'access_log_subjects', 'thin_audit_heads')
    loop
      execute format('revoke all on function %s from public', reader);
      for role_name in ${granteesOf("granted.privilege_type = 'INSERT'")} loop
        execute format('grant execute on function %s to %s', reader, role_name);
      end loop;
    end loop;
  end
$$`;

function granteesOf(condition: string): string {
  return `select distinct case granted.grantee when 0 then 'public' else granted.grantee::regrole::text end
        from pg_class audit_table, aclexplode(audit_table.relacl) granted
        where audit_table.oid = format('public.%I', audited)::regclass
          and granted.grantee <> audit_table.relowner and ${condition}`;
}

/** A session that was not opened for an audit finds the log empty. */
const IS_AUDIT = `current_setting('hub.purpose', true) = 'AUDIT'`;

/** Reads of some agencies' officers come to light late: entries since then are left out for everyone else. */
const IS_DISCLOSED = `not (log.at >= late_since and log.entry::jsonb ->> 'agency' = any (late_agencies))`;

const AS_OWNER = `stable language sql security definer set search_path = pg_catalog, pg_temp`;

const ENTRIES = `returns table (writer uuid, seq bigint, at timestamptz, entry text) ${AS_OWNER}`;

/** The latest first. */
const PAGE = `(after_at is null or (log.at, log.writer, log.seq) < (after_at, after_writer, after_seq))
    order by log.at desc, log.writer desc, log.seq desc limit row_limit`;

/** One page for each child, whose digests stand in one text, parted by commas. */
const OF_STUDENTS = `create or replace function public.access_log_of_students(
    children text[], late_agencies text[], late_since timestamptz,
    after_at timestamptz, after_writer uuid, after_seq bigint, row_limit int)
  returns table ("position" int, writer uuid, seq bigint, at timestamptz, entry text) ${AS_OWNER} as $$
    select child.position::int, page.* from unnest(children) with ordinality child (digests, position)
    cross join lateral (
      select log.writer, log.seq, log.at, log.entry from public.access_log log
      where ${IS_AUDIT} and log.students && string_to_array(child.digests, ',') and ${IS_DISCLOSED} and ${PAGE}
    ) page order by child.position, page.at desc, page.writer desc, page.seq desc
  $$`;

const OF_ACTOR = `create or replace function public.access_log_of_actor(
    wanted_actor text, from_at timestamptz, to_at timestamptz, late_agencies text[], late_since timestamptz,
    after_at timestamptz, after_writer uuid, after_seq bigint, row_limit int)
  ${ENTRIES} as $$
    select log.writer, log.seq, log.at, log.entry from public.access_log log
    where ${IS_AUDIT} and log.actor = wanted_actor and log.at >= from_at and log.at < to_at
      and ${IS_DISCLOSED} and ${PAGE}
  $$`;

const SUBJECTS = `create or replace function public.access_log_subjects(
    wanted_actor text, request_ids text[], from_at timestamptz, to_at timestamptz,
    late_agencies text[], late_since timestamptz, after_digest text, row_limit int)
  returns table (digest text, accesses bigint, first_at timestamptz, last_at timestamptz, fields text[]) ${AS_OWNER} as $$
    select student.digest, count(distinct (log.writer, log.seq)), min(log.at), max(log.at),
      coalesce(array_agg(distinct field.name) filter (where child ->> 'outcome' = 'DELIVERED'), '{}')
    from public.access_log log
    cross join lateral jsonb_array_elements(log.entry::jsonb -> 'children') child
    cross join lateral jsonb_array_elements_text(child -> 'students') student(digest)
    cross join lateral jsonb_array_elements_text(child -> 'fields') field(name)
    where ${IS_AUDIT} and log.at >= from_at and log.at < to_at
      and (wanted_actor is null or log.actor = wanted_actor)
      and (request_ids is null or log.entry::jsonb ->> 'requestId' = any (request_ids))
      and ${IS_DISCLOSED} and (after_digest is null or student.digest > after_digest)
    group by student.digest order by student.digest limit row_limit
  $$`;

/**
 * Of other agencies' heads, the last of each day, chain and key is kept, and all of the last seven days. A head vouches
 * for all that its chain had before it, so nothing is lost by it: least of all the last one, which shows that the end
 * was cut off. Fixed here, where the serving role can ask for it and change nothing of it.
 */
const THIN_HEADS = `create or replace function public.thin_audit_heads() returns void
  volatile language sql security definer set search_path = pg_catalog, pg_temp as $$
    delete from public.audit_head head
    where head.received_at < now() - interval '7 days' and exists (
      select from public.audit_head later
      where later.agency = head.agency and later.writer = head.writer and later.seq > head.seq
        and later.key_id = head.key_id
        and (later.received_at at time zone 'utc')::date = (head.received_at at time zone 'utc')::date)
  $$`;

/** In this order: rights are given to functions that exist. */
export const AUDIT_SQL: readonly string[] = [OF_STUDENTS, OF_ACTOR, SUBJECTS, THIN_HEADS, RIGHTS];
