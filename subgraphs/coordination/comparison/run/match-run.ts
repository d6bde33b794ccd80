import type { Kysely } from 'kysely';
import { comparedChildren } from '../discrepancies/compared-children.js';
import type { NumberRepairs } from '../matching/blocking-keys.js';
import { matchLeftovers } from '../matching/match-leftovers.js';
import type { MatchLink } from '../matching/match-tiers.js';
import { agenciesOf } from '../matching/record-sides.js';
import type { ChildRecords } from '../../register/link-aliases.js';
import { MAX_REPAIRED_STUDENTS } from '../../../_kit/roster/roster-line.js';
import { createResultDigest, type BucketDigest } from '../roster/result-digest.js';
import { comparableOf, resultOf, type ChildResult } from './child-result.js';
import type { RunContext } from './run-context.js';
import { readRecords, refusedPairs } from './run-store.js';
import { inService, type RunTools } from './run-tools.js';

/** Agencies that keep resident ID numbers, right or wrong. */
const WITH_NUMBERS = ['police', 'education'];

export interface MatchedRun {
  readonly results: readonly ChildResult[];
  readonly buckets: readonly BucketDigest[];
  /** To be decided by a person. */
  readonly suggestions: readonly MatchLink[];
}

/** The leftovers of all ranges, matched with each other and with those that may be their other half. */
export async function matchRun(runId: string, context: RunContext, tools: RunTools): Promise<MatchedRun> {
  const [leftovers, others, refused] = await inService(
    tools,
    async (db: Kysely<unknown>) =>
      [
        await readRecords(db, runId, true),
        await readRecords(db, runId, false),
        await refusedPairs(db),
      ] as const,
  );
  const repairs = await repairsOf(runId, leftovers, tools);
  const links = matchLeftovers({ leftovers, others, repairs }).filter(
    ({ memberId, canonicalId }) => !refused.has(`${memberId} ${canonicalId}`),
  );
  const digest = createResultDigest();
  const results = comparedChildren([...leftovers, ...others], links)
    .map((child) => resultOf(child, context))
    .sort((a, b) => (a.canonicalId < b.canonicalId ? -1 : 1));
  for (const result of results) digest.add(result.canonicalId, comparableOf(result));
  return {
    results,
    buckets: digest.buckets(),
    suggestions: links.filter(({ isAutomatic }) => !isAutomatic),
  };
}

/** Which numbers the leftovers' wrong ones may stand for; the agency that keeps them answers in digests. */
async function repairsOf(
  runId: string,
  leftovers: readonly ChildRecords[],
  { rosters }: Pick<RunTools, 'rosters'>,
): Promise<NumberRepairs> {
  const repairs = new Map<string, readonly string[]>();
  for (const agency of WITH_NUMBERS) {
    const students = leftovers
      .filter(({ facts }) => agenciesOf(facts).has(agency))
      .flatMap(({ memberIds }) => memberIds);
    for (let at = 0; at < students.length; at += MAX_REPAIRED_STUDENTS) {
      const asked = students.slice(at, at + MAX_REPAIRED_STUDENTS);
      for (const { studentId, candidates } of await rosters.repairCandidates(agency, runId, asked))
        if (candidates.length > 0) repairs.set(studentId, [...(repairs.get(studentId) ?? []), ...candidates]);
    }
  }
  return repairs;
}
