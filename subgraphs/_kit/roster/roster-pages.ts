import type { MikroORM } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { HubError } from '../errors.js';
import type { StreamedPage } from '../http/send-lines.js';
import { openServiceSession } from '../request-session.js';
import type { RosterRange } from './roster-line.js';
import { kyselyOf } from '../kysely-of.js';

const PAGE_ROWS = 2_000;

interface Page {
  readonly rows: number;
  readonly text: string | null;
  /** Canonical and student id of the last line. */
  readonly last: string | null;
}

/**
 * A range of a pinned roster, page by page. A pinned roster never changes, so each page may have a transaction of its
 * own, and no connection waits for a slow reader.
 *
 * @throws {HubError} NOT_FOUND when the run was closed meanwhile
 */
export async function* rosterPages(
  orm: MikroORM,
  run: string,
  range: RosterRange,
): AsyncGenerator<StreamedPage> {
  let after: string | undefined;
  for (;;) {
    const page = await readPage(orm, run, range, after);
    if (page.text !== null) yield { text: page.text, rows: page.rows };
    if (page.rows < PAGE_ROWS || page.last === null) return;
    after = page.last;
  }
}

async function readPage(
  orm: MikroORM,
  run: string,
  { from, to }: RosterRange,
  after: string | undefined,
): Promise<Page> {
  const [canonicalId, studentId] = after?.split(' ') ?? [];
  const begin = after
    ? sql`(canonical_id, student_id) > (${canonicalId}, ${studentId})`
    : sql`canonical_id >= ${from}`;
  const end = to === '' ? sql`` : sql`and canonical_id < ${to}`;
  const session = await openServiceSession(orm);
  try {
    const db = kyselyOf(session.em);
    // No row at all once the pin is gone: in the same moment's view, or a closed roster would look like a short one.
    const { rows } = await sql<Page>`
      select page.* from roster_pin pin cross join lateral (
        select count(*)::int as rows, string_agg(line || chr(10), '' order by canonical_id, student_id) as text,
          max((canonical_id || ' ' || student_id) collate "C") as last
        from (
          select canonical_id, student_id, line from roster_row
          where run = pin.run and ${begin} ${end}
          order by canonical_id, student_id limit ${PAGE_ROWS}) next
      ) page where pin.run = ${run}`.execute(db);
    const [page] = rows;
    if (!page) throw new HubError('NOT_FOUND');
    return page;
  } finally {
    await session.end();
  }
}
