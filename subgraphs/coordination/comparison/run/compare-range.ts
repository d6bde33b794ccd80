import { comparedChildren } from '../discrepancies/compared-children.js';
import { blockingKeysOf } from '../matching/blocking-keys.js';
import type { ChildRecords } from '../../register/child-records.js';
import { createResultDigest, type BucketDigest } from '../roster/result-digest.js';
import { comparableOf, resultOf } from './child-result.js';
import { fingerprintOf, isQuiet } from './published-children.js';
import type { RunContext } from './run-context.js';
import type { Range } from './range.js';
import { keyOfId } from './records.js';
import type { StoredResult } from './run-findings.js';
import { rangeRecords } from './screen-range.js';
import type { RunTools } from './run-tools.js';

/** Children whose results are stored together. */
const BATCH = 200;
/** Ids alone. */
const CONFIRMED_BATCH = 5000;

export interface RangeSink {
  results(batch: readonly StoredResult[]): Promise<void>;
  /** Children of whom all that is found is published already. */
  confirmed(batch: readonly string[]): Promise<void>;
  /** Children of whom a leftover may be the other half. */
  others(batch: readonly ChildRecords[]): Promise<void>;
}

export interface KnownOfRange {
  /** By which a child may be a leftover's other half. */
  readonly keys: ReadonlySet<string>;
  /** Fingerprints of what is published, by canonical id. */
  readonly published: ReadonlyMap<string, string>;
}

export interface ComparedRange {
  readonly children: number;
  readonly buckets: readonly BucketDigest[];
}

/** Second pass: the result of every child that no leftover can be, and the others for the matcher. */
export async function compareRange(
  range: Range,
  { keys, published }: KnownOfRange,
  context: RunContext,
  tools: RunTools,
  sink: RangeSink,
): Promise<ComparedRange> {
  const digest = createResultDigest();
  const results: StoredResult[] = [];
  const confirmed: string[] = [];
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
    const fingerprint = fingerprintOf(result, digest.add(result.canonicalId, comparableOf(result)));
    if (isQuiet(result) && published.get(result.canonicalId) === fingerprint) {
      confirmed.push(result.canonicalId);
      if (confirmed.length >= CONFIRMED_BATCH) await sink.confirmed(confirmed.splice(0));
    } else {
      results.push({ result, fingerprint });
      if (results.length >= BATCH) await sink.results(results.splice(0));
    }
  }
  await sink.results(results);
  await sink.confirmed(confirmed);
  await sink.others(others);
  return { children, buckets: digest.buckets() };
}

function sharesKey(record: ChildRecords, keys: ReadonlySet<string>): boolean {
  if (keys.has(keyOfId(record.canonicalId))) return true;
  for (const key of blockingKeysOf(record)) if (keys.has(key)) return true;
  return false;
}
