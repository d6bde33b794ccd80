import type { Kysely } from 'kysely';
import { comparedChildren } from '../discrepancies/compared-children.js';
import { groupByLinks } from '../matching/group-by-links.js';
import { matchLeftovers } from '../matching/match-leftovers.js';
import type { MatchLink } from '../matching/match-tiers.js';
import { isLeftover } from '../matching/record-sides.js';
import { separateTwins } from '../splits/separate-twins.js';
import { createResultDigest, type BucketDigest } from '../roster/result-digest.js';
import { comparableOf, resultOf } from './child-result.js';
import { fingerprintOf } from './published-children.js';
import type { RunContext } from './run-context.js';
import { repairsOf } from './number-repairs.js';
import { readRecords, type StoredResult } from './run-findings.js';
import { inService, type RunTools } from './run-tools.js';

export interface MatchedRun {
  readonly results: readonly StoredResult[];
  readonly buckets: readonly BucketDigest[];
  /** To be decided by a person. */
  readonly suggestions: readonly MatchLink[];
}

/** The leftovers of all ranges, matched with each other and with those that may be their other half. */
export async function matchRun(runId: string, context: RunContext, tools: RunTools): Promise<MatchedRun> {
  const { leftovers, others } = await inService(tools, (db: Kysely<unknown>) => readRecords(db, runId));
  const refused = new Set(context.matches.refused);
  const repairs = await repairsOf(runId, leftovers, tools);
  const apart = separateTwins([...leftovers, ...others], (agency, key) =>
    tools.identifier.provisional(agency, key),
  ).records;
  // What a person has joined is one record from here on.
  const pool = groupByLinks(apart, context.matches.links);
  const links = matchLeftovers({
    leftovers: pool.filter((record) => isLeftover(record, context)),
    others: pool.filter((record) => !isLeftover(record, context)),
    repairs,
  }).filter(({ memberId, canonicalId }) => !refused.has(`${memberId} ${canonicalId}`));
  const digest = createResultDigest();
  const results = comparedChildren(pool, links)
    .map((child) => resultOf(child, context))
    .sort((a, b) => (a.canonicalId < b.canonicalId ? -1 : 1))
    .map((result) => ({
      result,
      fingerprint: fingerprintOf(result, digest.add(result.canonicalId, comparableOf(result))),
    }));
  return {
    results,
    buckets: digest.buckets(),
    suggestions: links.filter(({ isAutomatic }) => !isAutomatic),
  };
}
