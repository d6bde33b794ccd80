import type { RequestSession } from '../request-session.js';
import { kyselyOf } from '../kysely-of.js';
import type { ReadStudents } from './roster-line.js';
import { studentsStatement, type Pinnable } from './roster-statement.js';

/** What the registers say now of some ids; nothing is pinned. */
export async function readStudents(
  { em }: RequestSession,
  pinnable: Pinnable,
  students: readonly string[],
): Promise<ReadStudents> {
  const { rows } = await studentsStatement(pinnable, em, students).execute(kyselyOf(em));
  return rows[0] ?? { lines: [], places: {} };
}
