import { sql } from 'kysely';
import { z } from 'zod';
import { CHANGE_FEED_ORIGIN, SCHOOL_AGE_ORIGIN, type PublishedScope } from '../../register/student-scopes.js';
import { inService, type RunTools } from './run-tools.js';

/** Children in one call. */
const BATCH = 2000;
const TIMEOUT_MS = 60_000;
const heldVersion = z.object({ version: z.int() });

/** What runs have found before what is known ahead of them: what a run takes in never stands nowhere in between. */
const VERSIONS = [
  [SCHOOL_AGE_ORIGIN, sql<Version>`select version from register where code = 'SCHOOL_AGE_REGISTER'`],
  [
    CHANGE_FEED_ORIGIN,
    sql<Version>`select max(version)::int as version from scope_change where origin = ${CHANGE_FEED_ORIGIN}`,
  ],
] as const;
interface Version {
  readonly version: number | null;
}

/**
 * Tells an agency where children belong, as far as it has changed since the version that the agency holds, and who belongs
 * nowhere any more. The agency itself keeps the version, beside the rows: one whose database is new, or was put back to an
 * older day, is told all that it misses.
 */
export async function publishScopes(agency: string, tools: RunTools): Promise<void> {
  for (const [origin, current] of VERSIONS) {
    const { rows } = await inService(tools, (db) => current.execute(db));
    const version = rows[0]?.version ?? null;
    if (version !== null) await publishOrigin({ agency, origin, version }, tools);
  }
}

interface OriginToTell {
  readonly agency: string;
  readonly origin: string;
  readonly version: number;
}

async function publishOrigin({ agency, origin, version }: OriginToTell, tools: RunTools): Promise<void> {
  const url = tools.agencies.get(agency);
  if (!url) throw new RangeError(`There is no agency ${agency}.`);
  const tell = (body: object) =>
    tools.postToAgency({
      url,
      agency,
      path: '/kit/scopes',
      body: { origin, ...body },
      timeoutMs: TIMEOUT_MS,
    });
  const held = heldVersion.parse(await tell({ version, isTold: false })).version;
  // What is ahead of this register comes from one that was lost.
  const since = held > version ? 0 : held;
  for (let after = ''; ;) {
    const { students, rows } = await nextBatch({ origin, since, after }, tools);
    const last = students.at(-1);
    if (last === undefined) break;
    await tell({ students, rows });
    after = last;
  }
  if (held !== version) await tell({ version, isTold: true });
}

async function nextBatch(
  { origin, since, after }: { readonly origin: string; readonly since: number; readonly after: string },
  tools: RunTools,
) {
  return inService(tools, async (db) => {
    const { rows: ids } = await sql<{ id: string }>`
      select student_id as id from scope_change where origin = ${origin} and version > ${since} and student_id > ${after}
      order by student_id limit ${BATCH}`.execute(db);
    const students = ids.map(({ id }) => id);
    const { rows } = await sql<Omit<PublishedScope, 'origin'>>`
      select student_id as "studentId", canonical_id as "canonicalId", kind, code,
        valid_from::text as "validFrom", valid_to::text as "validTo"
      from student_scope where origin = ${origin} and student_id = any (${students}::text[])`.execute(db);
    return { students, rows };
  });
}
