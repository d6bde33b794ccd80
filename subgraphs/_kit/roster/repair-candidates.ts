import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import { HubError } from '../errors.js';
import type { ColumnCipher } from '../identity/column-cipher.js';
import { repairedNumbers } from '../identity/repaired-numbers.js';
import { normaliseResidentIdNumber } from '../identity/resident-id-number.js';
import type { StudentIdentifier } from '../identity/student-id.js';
import type { RequestSession } from '../request-session.js';
import type { RepairedNumbers, RosterLine } from './roster-line.js';
import type { RosterTable } from './roster-table.js';
import { kyselyOf } from '../kysely-of.js';

/** The column in which tables keep the number as it was written, right or wrong. */
export const SEALED_NUMBER = 'residentIdNumberSealed';
/** Students after which other callers get their turn. */
const PER_TURN = 200;

export interface RepairTools {
  readonly cipher: ColumnCipher;
  readonly identifier: StudentIdentifier;
}

/**
 * The ids of the numbers that the students' own wrong ones may stand for, by what the run has pinned. Numbers are opened
 * here alone; what leaves are digests, which say nothing to whom has no register to look them up in.
 *
 * @throws {HubError} BAD_USER_INPUT at an agency that keeps no numbers
 */
export async function repairCandidates(
  { em }: RequestSession,
  tables: readonly RosterTable[],
  { run, students }: { readonly run: string; readonly students: readonly string[] },
  tools: RepairTools,
): Promise<RepairedNumbers> {
  if (!tables.some(({ columns }) => columns.includes(SEALED_NUMBER)))
    throw new HubError('BAD_USER_INPUT', 'This agency keeps no resident ID numbers.');
  const db = kyselyOf(em);
  const { rows } = await sql<{ line: string }>`
    select line from roster_row where run = ${run} and student_id = any (${[...students]}::text[])`.execute(
    db,
  );
  const candidates = new Map<string, string[]>();
  for (const [index, { line }] of rows.entries()) {
    if (index % PER_TURN === 0) await setImmediate();
    const pinned = JSON.parse(line) as RosterLine;
    candidates.set(pinned.studentId, candidatesOf(pinned, tools));
  }
  return [...new Set(students)].map((studentId) => ({
    studentId,
    candidates: candidates.get(studentId) ?? [],
  }));
}

function candidatesOf({ rows }: RosterLine, { cipher, identifier }: RepairTools): string[] {
  const sealed = Object.entries(rows).flatMap(([table, records]) =>
    (records as readonly { readonly [SEALED_NUMBER]?: string | null }[]).flatMap((record) => {
      const value = record[SEALED_NUMBER];
      return value ? [{ value, column: `${table}.resident_id_number_sealed` }] : [];
    }),
  );
  const numbers = new Set(
    sealed.map(({ value, column }) => normaliseResidentIdNumber(cipher.open(value, column))),
  );
  const repaired = new Set([...numbers].flatMap(repairedNumbers));
  return [...repaired].map((number) => identifier.ofNumber(number)).sort();
}
