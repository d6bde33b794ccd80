import { sql, type Kysely } from 'kysely';
import { CHANGE_FEED_ORIGIN, SCHOOL_AGE_ORIGIN, type PublishedScope } from '../../register/student-scopes.js';
import { noteChanged } from '../run/replace-scopes.js';
import { findRunUnderWay } from '../run/run-record.js';

type Db = Kysely<unknown>;

/**
 * Keeps scopes that the latest run has not found. Nothing is taken away ahead of a run: who belongs nowhere any more, only
 * all registers together say.
 *
 * @returns whether anything is new, so that agencies have to be told
 */
export async function storeAhead(db: Db, scopes: readonly PublishedScope[]): Promise<boolean> {
  const version = await holdVersions(db);
  const beyondRun = (await findRunUnderWay(db)) ?? null;
  const { rows } = await sql<{ told: number }>`
    with given as (
      select "studentId" as student_id, "canonicalId" as canonical_id, kind, code, "validFrom" as valid_from,
        "validTo" as valid_to
      from jsonb_to_recordset(${JSON.stringify(scopes)}::jsonb) as row ("studentId" text, "canonicalId" text, kind text,
        code text, "validFrom" date, "validTo" date)),
    found as (
      select * from given except
      select known.student_id, known.canonical_id, known.kind, known.code, known.valid_from, known.valid_to
      from student_scope known
      where known.origin = ${SCHOOL_AGE_ORIGIN} and known.student_id in (select student_id from given)),
    child as (
      insert into ahead_child (student_id, beyond_run) select distinct student_id, ${beyondRun}::text from found
      on conflict (student_id) do update set beyond_run = excluded.beyond_run),
    changed as (
      insert into student_scope as old (student_id, canonical_id, kind, code, valid_from, valid_to, origin)
      select found.*, ${CHANGE_FEED_ORIGIN} from found
      on conflict (student_id, kind, code, origin) do update
        set canonical_id = excluded.canonical_id, valid_from = excluded.valid_from, valid_to = excluded.valid_to
        where (old.canonical_id, old.valid_from, old.valid_to)
          is distinct from (excluded.canonical_id, excluded.valid_from, excluded.valid_to)
      returning old.student_id),
    noted as (${noteChanged(CHANGE_FEED_ORIGIN, version)} returning 1)
    select count(*)::int as told from noted`.execute(db);
  return (rows[0]?.told ?? 0) > 0;
}

/** Of what stood ahead of a run, the run knows by now, but for what came while it was under way. */
export async function takeInAhead(db: Db, runId: string): Promise<void> {
  const version = await holdVersions(db);
  await sql`
    with known as (
      delete from ahead_child where beyond_run is distinct from ${runId} returning student_id),
    changed as (
      delete from student_scope old using known
      where old.student_id = known.student_id and old.origin = ${CHANGE_FEED_ORIGIN} returning old.student_id)
    ${noteChanged(CHANGE_FEED_ORIGIN, version)}`.execute(db);
}

/** From here on the transaction alone writes scopes ahead of runs. @returns the version that they get */
async function holdVersions(db: Db): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext('scopes ahead of runs'))`.execute(db);
  const { rows } = await sql<{ version: number }>`
    select coalesce(max(version), 0) + 1 as version from scope_change where origin = ${CHANGE_FEED_ORIGIN}`.execute(
    db,
  );
  return rows[0]?.version ?? 1;
}
