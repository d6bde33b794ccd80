import { sql } from 'kysely';
import { SCHOOL_AGE_ORIGIN, type PublishedScope } from '../../register/student-scopes.js';
import { inService, type RunTools } from './run-tools.js';

/** Children in one call. */
const BATCH = 2000;
const TIMEOUT_MS = 60_000;

/** Tells an agency where every child belongs since the run, and who belongs nowhere any more. */
export async function publishScopes(runId: string, agency: string, tools: RunTools): Promise<void> {
  const url = tools.agencies.get(agency);
  if (!url) throw new RangeError(`There is no agency ${agency}.`);
  for (let after = ''; ;) {
    const { students, rows } = await nextBatch(runId, after, tools);
    const last = students.at(-1);
    if (last === undefined) return;
    await tools.postToAgency({
      url,
      agency,
      path: '/kit/scopes',
      body: { origin: SCHOOL_AGE_ORIGIN, students, rows },
      timeoutMs: TIMEOUT_MS,
    });
    after = last;
  }
}

async function nextBatch(runId: string, after: string, tools: RunTools) {
  return inService(tools, async (db) => {
    const { rows: ids } = await sql<{ id: string }>`
      select id from (
        select distinct student_id as id from student_scope where origin = ${SCHOOL_AGE_ORIGIN}
        union select id from comparison_withdrawn where run_id = ${runId}) known
      where id > ${after} order by id limit ${BATCH}`.execute(db);
    const students = ids.map(({ id }) => id);
    const { rows } = await sql<Omit<PublishedScope, 'origin'>>`
      select student_id as "studentId", canonical_id as "canonicalId", kind, code,
        valid_from::text as "validFrom", valid_to::text as "validTo"
      from student_scope where origin = ${SCHOOL_AGE_ORIGIN} and student_id = any (${students}::text[])`.execute(
      db,
    );
    return { students, rows };
  });
}
