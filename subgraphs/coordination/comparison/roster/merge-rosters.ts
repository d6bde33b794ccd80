import { addFact, createChildFacts, type ChildFacts } from '../../register/child-facts.js';
import { ComparisonError } from '../comparison-error.js';
import type { Roster, RosterLine } from './roster-line.js';

/** What all agencies together tell of the ids that they hold for one child. */
export interface MergedChild {
  readonly canonicalId: string;
  /** By id, in ascending order. */
  readonly members: ReadonlyMap<string, ChildFacts>;
}

interface Cursor {
  readonly agency: string;
  readonly lines: AsyncIterator<RosterLine>;
  /** Null at the end. */
  line: RosterLine | null;
}

/**
 * Goes through the agencies' rosters side by side and gives each child once, in the order of canonical ids. Holds
 * one line of each roster and the child at hand, whatever the size of the county.
 *
 * @throws ComparisonError ROSTER_OUT_OF_ORDER at the first line that is not after the one before it.
 */
export async function* mergeRosters(rosters: readonly Roster[]): AsyncGenerator<MergedChild, void, void> {
  const cursors: Cursor[] = rosters.map(({ agency, lines }) => ({
    agency,
    lines: lines[Symbol.asyncIterator](),
    line: null,
  }));
  try {
    await Promise.all(cursors.map(advance));
    for (let canonicalId = lowest(cursors); canonicalId !== null; canonicalId = lowest(cursors)) {
      const members = new Map<string, ChildFacts>();
      for (const cursor of cursors) {
        while (cursor.line?.canonicalId === canonicalId) {
          takeLine(members, cursor.agency, cursor.line);
          await advance(cursor);
        }
      }
      yield { canonicalId, members: inOrder(members) };
    }
  } finally {
    for (const { lines } of cursors) await lines.return?.();
  }
}

async function advance(cursor: Cursor): Promise<void> {
  const before = cursor.line;
  const { done, value } = await cursor.lines.next();
  cursor.line = done ? null : value;
  if (before && cursor.line && !isAfter(cursor.line, before))
    throw new ComparisonError('ROSTER_OUT_OF_ORDER', cursor.agency);
}

/** Ids are ASCII, where JavaScript's order of strings is the order of bytes. */
function isAfter(line: RosterLine, before: RosterLine): boolean {
  return line.canonicalId === before.canonicalId
    ? line.studentId > before.studentId
    : line.canonicalId > before.canonicalId;
}

function lowest(cursors: readonly Cursor[]): string | null {
  let least: string | null = null;
  for (const { line } of cursors) {
    if (line && (least === null || line.canonicalId < least)) least = line.canonicalId;
  }
  return least;
}

function takeLine(members: Map<string, ChildFacts>, agency: string, { studentId, rows }: RosterLine): void {
  const facts = members.get(studentId) ?? createChildFacts(studentId);
  members.set(studentId, facts);
  for (const [table, stored] of Object.entries(rows)) {
    for (const row of stored) addFact(facts, agency, table, row);
  }
}

function inOrder(members: Map<string, ChildFacts>): Map<string, ChildFacts> {
  return members.size < 2 ? members : new Map([...members].sort(([a], [b]) => (a < b ? -1 : 1)));
}
