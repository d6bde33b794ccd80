import type { LoaderContext } from '../_kit/request-context.js';
import type { WorkSource } from '../_kit/work/work-source.js';
import { readChildrenToFollow } from './follow-ups/children-to-follow.js';
import { readVerificationsDue } from '../_kit/verification/verifications-due.js';
import { POVERTY_RECORDS } from './verification/poverty-records.js';
import type { PovertyRegister } from './registers.js';
import { POVERTY_SCOPES } from './scopes.js';

const REGISTERS: readonly PovertyRegister[] = ['RELOCATION', 'HOUSEHOLDS'];

/** What the office's own officers have to do. Others who may read its records wait for it. */
export function povertyWork(context: LoaderContext): readonly WorkSource[] {
  const { caller } = context;
  if (caller.agency !== 'poverty') return [];
  const follows: WorkSource[] = [
    {
      kind: 'FOLLOW_RELOCATED_CHILD',
      scope: POVERTY_SCOPES.recordFollowUps,
      holds: 'POVERTY',
      registers: REGISTERS,
      list: 'resettlementSites',
      read: (limit) => readChildrenToFollow(context, limit),
    },
  ];
  const verifies: WorkSource[] = [
    {
      kind: 'VERIFY_POVERTY_CHILD',
      scope: POVERTY_SCOPES.recordVerifications,
      holds: 'POVERTY',
      registers: ['HOUSEHOLDS'],
      list: 'povertyHouseholds',
      read: (limit) =>
        readVerificationsDue(context, { group: 'REGISTERED_HOUSEHOLD', records: POVERTY_RECORDS }, limit),
    },
  ];
  return [
    ...(caller.scopes.has(POVERTY_SCOPES.listRelocations) ? follows : []),
    ...(caller.scopes.has(POVERTY_SCOPES.listHouseholds) ? verifies : []),
  ];
}
