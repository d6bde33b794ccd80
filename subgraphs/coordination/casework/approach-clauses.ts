import { parseIsoDate } from '../../../policies/iso-date.js';
import { policyClause, type ResolvedPolicy } from '../../../policies/resolve-policy.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { countyOf } from '../comparison/run/request-run.js';
import { ControlApproachEnum } from './support-plan.enums.js';

export type ApproachClauses = (approach: string) => Promise<string | null>;

/** By which document and clause the county takes an approach (控辍方式); null for one that no document of it names. */
export function createApproachClauses({
  db,
  policies,
  today,
}: Pick<LoaderContext, 'db' | 'policies' | 'today'>): ApproachClauses {
  let approaches: Promise<ResolvedPolicy['controlApproaches']> | undefined;
  const read = async () => policies.policyFor(await countyOf(db), parseIsoDate(today)).controlApproaches;
  return async (approach) => {
    // Asked once for all measures of an answer.
    approaches ??= read();
    const stated = await approaches;
    const known = ControlApproachEnum.values.find((value) => value === approach);
    const entry = known && stated[known];
    return entry ? policyClause(entry) : null;
  };
}
