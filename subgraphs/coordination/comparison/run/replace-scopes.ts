import { sql, type Kysely, type RawBuilder } from 'kysely';
import { SCHOOL_AGE_ORIGIN } from '../../register/student-scopes.js';
import { renewed } from './published-children.js';

type Db = Kysely<unknown>;

/** The version that the school-age register gets by the run that is being published. */
export async function nextVersion(db: Db): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    select coalesce(max(version), 0) + 1 as version from register where code = 'SCHOOL_AGE_REGISTER'`.execute(
    db,
  );
  return rows[0]?.version ?? 1;
}

/**
 * Brings the scopes to what the run has found, and notes whose have changed: agencies are told of those alone. Rows that
 * stay as they were are not touched.
 */
export async function replaceScopes(db: Db, runId: string, version: number): Promise<void> {
  const found = sql`found as (
    select element ->> 'studentId' as student_id, element ->> 'canonicalId' as canonical_id, element ->> 'kind' as kind,
      element ->> 'code' as code, (element ->> 'validFrom')::date as valid_from, (element ->> 'validTo')::date as valid_to
    from comparison_result result, jsonb_array_elements(result.scopes) element where result.run_id = ${runId})`;
  await sql`with ${found},
    stale as (
      select student_id, canonical_id, kind, code, valid_from, valid_to from student_scope old
      join ${renewed(runId, 'student_scope', 'canonical_id')} renewed
        on renewed.id collate "default" = old.canonical_id
      where origin = ${SCHOOL_AGE_ORIGIN}
      except select * from found),
    changed as (
      delete from student_scope old using stale
      where old.origin = ${SCHOOL_AGE_ORIGIN} and old.student_id = stale.student_id and old.kind = stale.kind
        and old.code = stale.code
      returning old.student_id)
    ${noteChanged(SCHOOL_AGE_ORIGIN, version)}`.execute(db);
  await sql`with ${found}, changed as (
      insert into student_scope (student_id, canonical_id, kind, code, valid_from, valid_to, origin)
      select student_id, canonical_id, kind, code, valid_from, valid_to, ${SCHOOL_AGE_ORIGIN} from found
      on conflict do nothing returning student_id)
    ${noteChanged(SCHOOL_AGE_ORIGIN, version)}`.execute(db);
}

/** SQL: notes the ids of `changed`. */
export const noteChanged = (origin: string, version: number): RawBuilder<unknown> => sql`
  insert into scope_change (origin, student_id, version)
  select distinct ${origin}, student_id, ${version}::int from changed
  on conflict (origin, student_id) do update set version = excluded.version`;
