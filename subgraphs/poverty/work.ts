import type { LoaderContext } from '../_kit/request-context.js';
import type { WorkSource } from '../_kit/work/work-source.js';
import { readChildrenToFollow } from './follow-ups/children-to-follow.js';
import type { PovertyRegister } from './registers.js';
import { POVERTY_SCOPES } from './scopes.js';

const REGISTERS: readonly PovertyRegister[] = ['RELOCATION', 'HOUSEHOLDS'];

/** What the office's own officers have to do. Others who may read its records wait for it. */
export function povertyWork(context: LoaderContext): readonly WorkSource[] {
  const { caller } = context;
  if (caller.agency !== 'poverty' || !caller.scopes.has(POVERTY_SCOPES.listRelocations)) return [];
  return [
    {
      kind: 'FOLLOW_RELOCATED_CHILD',
      scope: POVERTY_SCOPES.recordFollowUps,
      holds: 'POVERTY',
      registers: REGISTERS,
      list: 'resettlementSites',
      read: (limit) => readChildrenToFollow(context, limit),
    },
  ];
}
