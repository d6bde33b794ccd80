import { DISPOSITIONS, type DispositionCode } from '../dispositions/dispositions.js';
import { shareOf, type Share } from './wilson.js';

/** A line of the truth file of a generated county. */
export interface TruthLine {
  readonly class: string;
  readonly agency: string;
  readonly ids: readonly string[];
  readonly expectedDisposition: string;
}

/** A child on whom a run found the registers to disagree. */
export interface FoundChild {
  readonly memberIds: readonly string[];
  /** Null where nothing explains the difference. */
  readonly proposal: DispositionCode | null;
}

export interface ClassScore {
  readonly class: string;
  readonly expectedDisposition: string;
  /** Of the planted cases, those found at all. */
  readonly found: Share;
  /** Of the planted cases, those found with the expected disposition. */
  readonly recall: Share;
  /** Of the children found with that disposition, those of whom the truth expects it; null where there are none. */
  readonly precision: Share | null;
}

/** One row for each class of the truth, by name. */
export function scoreAgainstTruth(found: readonly FoundChild[], truth: readonly TruthLine[]): ClassScore[] {
  const linesOf = linesById(truth);
  const foundOf = foundById(found);
  return [...Map.groupBy(truth, (line) => line.class)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, lines]) => {
      const expected = lines[0]?.expectedDisposition ?? '';
      const proposed = found.filter(({ proposal }) => proposal === expected);
      const right = proposed.filter(({ memberIds }) =>
        memberIds.some((id) => linesOf(id).some((line) => line.expectedDisposition === expected)),
      );
      const hits = lines.filter(({ ids }) => ids.some((id) => foundOf(id).length > 0));
      const recalled = lines.filter(({ ids }) =>
        ids.some((id) => foundOf(id).some(({ proposal }) => proposal === expected)),
      );
      const [share, recall] = [shareOf(hits.length, lines.length), shareOf(recalled.length, lines.length)];
      if (!share || !recall) return [];
      const precision = shareOf(right.length, proposed.length);
      return [{ class: name, expectedDisposition: expected, found: share, recall, precision }];
    });
}

export interface MissingScore {
  /** Of the children who are truly out of school, those whom the run sends somebody to. */
  readonly recall: Share | null;
  /** Children whom it sends somebody to, and who are not out of school. */
  readonly falseAlarms: number;
  /** The same for each child who is out of school; null where there is none. */
  readonly falseAlarmsPerTrueCase: number | null;
}

/** Classes of children who are out of school without leave, whatever the registers say. */
const TRULY_MISSING: ReadonlySet<string> = new Set([
  'CONFIRMED_NOT_ENROLLED',
  'CONFIRMED_DROPOUT',
  'CHILD_LABOUR',
  'MISSING_REPORTED',
]);

export function isTrulyMissing(line: TruthLine): boolean {
  return TRULY_MISSING.has(line.class);
}

/** How well a run finds the truly missing, and what it costs in visits to others. */
export function scoreMissing(found: readonly FoundChild[], truth: readonly TruthLine[]): MissingScore {
  const missing = truth.filter(isTrulyMissing);
  const missingIds = new Set(missing.flatMap(({ ids }) => ids));
  const visited = found.filter(({ proposal }) => sendsSomebody(proposal));
  const visitedIds = new Set(visited.flatMap(({ memberIds }) => memberIds));
  const caught = missing.filter(({ ids }) => ids.some((id) => visitedIds.has(id)));
  const falseAlarms = visited.filter(({ memberIds }) => !memberIds.some((id) => missingIds.has(id)));
  return {
    recall: shareOf(caught.length, missing.length),
    falseAlarms: falseAlarms.length,
    falseAlarmsPerTrueCase: missing.length === 0 ? null : falseAlarms.length / missing.length,
  };
}

const WAITING: ReadonlySet<DispositionCode> = new Set(['PENDING', 'TRANSFER_IN_TRANSIT']);

/** A delay that may still explain itself waits; everything else open or true is somebody's task. */
export function sendsSomebody(proposal: DispositionCode | null): boolean {
  if (proposal === null) return true;
  const { family } = DISPOSITIONS[proposal];
  return family === 'TRUE' || (family === 'OPEN' && !WAITING.has(proposal));
}

function linesById(truth: readonly TruthLine[]): (id: string) => readonly TruthLine[] {
  const byId = new Map<string, TruthLine[]>();
  for (const line of truth) for (const id of line.ids) byId.set(id, [...(byId.get(id) ?? []), line]);
  return (id) => byId.get(id) ?? [];
}

function foundById(found: readonly FoundChild[]): (id: string) => readonly FoundChild[] {
  const byId = new Map<string, FoundChild[]>();
  for (const child of found) for (const id of child.memberIds) byId.set(id, [...(byId.get(id) ?? []), child]);
  return (id) => byId.get(id) ?? [];
}
