import { comparedChildren } from '../discrepancies/compared-children.js';
import { blockingKeysOf } from '../matching/blocking-keys.js';
import type { ChildRecords } from '../../register/child-records.js';
import { createResultDigest, type BucketDigest } from '../roster/result-digest.js';
import { comparableOf, resultOf, type ChildResult } from './child-result.js';
import type { RunContext } from './run-context.js';
import type { Range } from './range.js';
import { rangeRecords } from './screen-range.js';
import type { RunTools } from './run-tools.js';

/** Children whose results are stored together. */
const BATCH = 200;

export interface RangeSink {
  results(batch: readonly ChildResult[]): Promise<void>;
  /** Children of whom a leftover may be the other half. */
  others(batch: readonly ChildRecords[]): Promise<void>;
}

export interface ComparedRange {
  readonly children: number;
  readonly buckets: readonly BucketDigest[];
}

/** Second pass: the result of every child that no leftover can be, and the others for the matcher. */
export async function compareRange(
  range: Range,
  keys: ReadonlySet<string>,
  context: RunContext,
  tools: RunTools,
  sink: RangeSink,
): Promise<ComparedRange> {
  const digest = createResultDigest();
  let results: ChildResult[] = [];
  const others: ChildRecords[] = [];
  let children = 0;

  for await (const { record, isForMatcher } of rangeRecords(range, context, tools)) {
    if (isForMatcher) continue;
    if (sharesKey(record, keys)) {
      others.push(record);
      if (others.length >= BATCH) await sink.others(others.splice(0));
      continue;
    }
    const [child] = comparedChildren([record], []);
    if (!child) continue;
    const result = resultOf(child, context);
    children += 1;
    digest.add(result.canonicalId, comparableOf(result));
    results.push(result);
    if (results.length >= BATCH) {
      await sink.results(results);
      results = [];
    }
  }
  await sink.results(results);
  await sink.others(others);
  return { children, buckets: digest.buckets() };
}

function sharesKey(record: ChildRecords, keys: ReadonlySet<string>): boolean {
  for (const key of blockingKeysOf(record)) if (keys.has(key)) return true;
  return false;
}
