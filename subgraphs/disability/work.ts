import type { LoaderContext } from '../_kit/request-context.js';
import type { WorkSource } from '../_kit/work/work-source.js';
import { workOfRows } from '../_kit/work/work-of-rows.js';
import type { DisabilityRegister } from './registers.js';
import { DISABILITY_SCOPES } from './scopes.js';
import { policyOfCounties, withoutRecommendation } from './without-recommendation.js';

const REGISTERS: readonly DisabilityRegister[] = ['CERTIFICATES', 'PLACEMENT_RECOMMENDATIONS'];

/** What the federation's own officers have to do. Others who may read its records wait for its advice. */
export function disabilityWork(context: LoaderContext): readonly WorkSource[] {
  const { caller } = context;
  // It tells who holds a certificate, and of whom a recommendation is missing: each is a right of its own.
  if (caller.agency !== 'disability' || !caller.scopes.has(DISABILITY_SCOPES.listPlacements)) return [];
  return [
    {
      kind: 'RECOMMEND_PLACEMENT',
      // The federation has rights to read alone. Work goes through a division's children as their list does.
      scope: DISABILITY_SCOPES.listCertificates,
      holds: 'DISABILITY',
      registers: REGISTERS,
      list: 'certificateHolders',
      read: async (limit) =>
        workOfRows(context, withoutRecommendation(context, await policyOfCounties(context)), limit),
    },
  ];
}
