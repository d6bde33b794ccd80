import { sql } from 'kysely';
import { z } from 'zod';
import { SCHOOL_AGE_ORIGIN, type PublishedScope } from '../../register/student-scopes.js';
import { inService, type RunTools } from './run-tools.js';

/** Children in one call. */
const BATCH = 2000;
const TIMEOUT_MS = 60_000;
const heldVersion = z.object({ version: z.int() });

/**
 * Tells an agency where children belong, as far as it has changed since the version that the agency holds, and who belongs
 * nowhere any more. The agency itself keeps the version, beside the rows: one whose database is new, or was put back to an
 * older day, is told all that it misses.
 */
export async function publishScopes(agency: string, tools: RunTools): Promise<void> {
  const url = tools.agencies.get(agency);
  if (!url) throw new RangeError(`There is no agency ${agency}.`);
  const tell = (body: object) =>
    tools.postToAgency({
      url,
      agency,
      path: '/kit/scopes',
      body: { origin: SCHOOL_AGE_ORIGIN, ...body },
      timeoutMs: TIMEOUT_MS,
    });
  const version = await currentVersion(tools);
  const held = heldVersion.parse(await tell({ version, isTold: false })).version;
  // What is ahead of this register comes from one that was lost.
  const since = held > version ? 0 : held;
  for (let after = ''; ;) {
    const { students, rows } = await nextBatch({ since, after }, tools);
    const last = students.at(-1);
    if (last === undefined) break;
    await tell({ students, rows });
    after = last;
  }
  if (held !== version) await tell({ version, isTold: true });
}

async function currentVersion(tools: RunTools): Promise<number> {
  const { rows } = await inService(tools, (db) =>
    sql<{ version: number }>`select version from register where code = 'SCHOOL_AGE_REGISTER'`.execute(db),
  );
  const [register] = rows;
  if (!register) throw new Error('No run has published the school-age register.');
  return register.version;
}

async function nextBatch(
  { since, after }: { readonly since: number; readonly after: string },
  tools: RunTools,
) {
  return inService(tools, async (db) => {
    const { rows: ids } = await sql<{ id: string }>`
      select student_id as id from scope_change where version > ${since} and student_id > ${after}
      order by student_id limit ${BATCH}`.execute(db);
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
