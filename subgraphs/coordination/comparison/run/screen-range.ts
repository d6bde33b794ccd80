import { mergeRosters } from '../roster/merge-rosters.js';
import { blockingKeysOf } from '../matching/blocking-keys.js';
import { isLeftover } from '../matching/record-sides.js';
import { splitByIdentity } from '../splits/split-evidence.js';
import type { ChildRecords } from '../../register/child-records.js';
import { repairsOf } from './number-repairs.js';
import { joinRecords, keyOfId, recordsOf } from './records.js';
import type { RunContext } from './run-context.js';
import type { Range } from './range.js';
import type { RunTools } from './run-tools.js';

export interface RangeRecord {
  readonly record: ChildRecords;
  /** Whether it is matched with others before anything is said of it. */
  readonly isForMatcher: boolean;
}

/**
 * The records of a range, child by child, kept apart where their rows are about two persons.
 *
 * To the matcher goes who is known to one side of the comparison alone, every record that stands under another id than
 * the child whom the agencies take it for, and whom a person has joined with somebody.
 */
export async function* rangeRecords(
  { runId, from, upTo }: Range,
  context: RunContext,
  { agencies, rosters, identifier }: Pick<RunTools, 'agencies' | 'rosters' | 'identifier'>,
): AsyncGenerator<RangeRecord> {
  const streams = [...agencies.keys()].map((agency) => ({
    agency,
    lines: rosters.readRoster(agency, runId, { from, to: upTo }),
  }));
  for await (const child of mergeRosters(streams)) {
    for (const whole of recordsOf(child)) {
      const { records } = splitByIdentity(whole, (agency, key) => identifier.provisional(agency, key));
      for (const record of records) {
        const { canonicalId: id } = record;
        const isForMatcher =
          id !== child.canonicalId || context.decidedIds.has(id) || isLeftover(record, context);
        yield { record, isForMatcher };
      }
    }
  }
}

export interface ScreenedRange {
  readonly leftovers: readonly ChildRecords[];
  readonly keys: ReadonlySet<string>;
}

/** First pass: who is known to one side of the comparison alone, and by which keys the other side may be found. */
export async function screenRange(
  range: Range,
  context: RunContext,
  tools: RunTools,
): Promise<ScreenedRange> {
  const found: ChildRecords[] = [];
  const keys = new Set<string>();
  for await (const { record, isForMatcher } of rangeRecords(range, context, tools))
    if (isForMatcher) found.push(record);
  // Of one id twice, where an agency has not heard yet whose it is.
  const leftovers = [...Map.groupBy(found, ({ canonicalId }) => canonicalId).values()].map(joinRecords);
  for (const { canonicalId } of leftovers) keys.add(keyOfId(canonicalId));
  const repairs = await repairsOf(range.runId, leftovers, tools);
  for (const record of leftovers) for (const key of blockingKeysOf(record, repairs)) keys.add(key);
  return { leftovers, keys };
}
