import type { LoaderContext } from '../_kit/request-context.js';
import type { WorkSource } from '../_kit/work/work-source.js';
import { workOfRows } from '../_kit/work/work-of-rows.js';
import { readVerificationsDue } from '../_kit/verification/verifications-due.js';
import type { DisabilityLoaders } from './loaders.js';
import type { DisabilityRegister } from './registers.js';
import { DISABILITY_SCOPES } from './scopes.js';
import { disabilityRecords } from './verification/disability-records.js';
import { readVisitsToMake } from './visits-to-make.js';
import { withoutRecommendation } from './without-recommendation.js';

const REGISTERS: readonly DisabilityRegister[] = ['CERTIFICATES', 'PLACEMENT_RECOMMENDATIONS'];
const VISIT_REGISTERS: readonly DisabilityRegister[] = [...REGISTERS, 'HOME_MEDICAL_VISITS'];

/** What the federation's own officers have to do. Others who may read its records wait for its advice. */
export function disabilityWork(
  context: LoaderContext,
  loaders: Pick<DisabilityLoaders, 'homeMedicalPlanOf'>,
): readonly WorkSource[] {
  const { caller } = context;
  // It tells who holds a certificate and of whom advice is missing or at home: each is a right of its own.
  const { listCertificates, listPlacements } = DISABILITY_SCOPES;
  const seesBoth = caller.scopes.has(listCertificates) && caller.scopes.has(listPlacements);
  if (caller.agency !== 'disability') return [];
  const verifications = caller.scopes.has(listCertificates) ? verificationWork(context) : [];
  if (!seesBoth) return verifications;
  return [
    {
      kind: 'RECOMMEND_PLACEMENT',
      scope: DISABILITY_SCOPES.recommendPlacements,
      holds: 'DISABILITY',
      registers: REGISTERS,
      list: 'certificateHolders',
      read: (limit) => workOfRows(context, withoutRecommendation(context), limit),
    },
    {
      kind: 'VISIT_SEVERELY_DISABLED',
      scope: DISABILITY_SCOPES.recordHomeVisits,
      holds: 'DISABILITY',
      registers: VISIT_REGISTERS,
      list: 'homeMedicalVisits',
      read: (limit) => readVisitsToMake(context, loaders, limit),
    },
    ...verifications,
  ];
}

const VERIFIED = [
  { kind: 'VERIFY_DISABLED_CHILD', group: 'DISABLED_CHILD' },
  { kind: 'VERIFY_CHILD_OF_DISABLED', group: 'CHILD_OF_DISABLED' },
] as const;

function verificationWork(context: LoaderContext): readonly WorkSource[] {
  return VERIFIED.map(({ kind, group }) => ({
    kind,
    scope: DISABILITY_SCOPES.recordVerifications,
    holds: 'DISABILITY',
    registers: ['CERTIFICATES'],
    list: 'certificateHolders',
    read: (limit) => readVerificationsDue(context, { group, records: disabilityRecords(group) }, limit),
  }));
}
