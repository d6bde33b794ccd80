import type { LoaderContext } from '../../_kit/request-context.js';
import type { WorkSource } from '../../_kit/work/work-source.js';
import { CIVIL_AFFAIRS_SCOPES } from '../scopes.js';
import { readVerificationsDue } from '../../_kit/verification/verifications-due.js';
import { specialGroupRecords } from './special-group-records.js';
import { readWithoutSubstitute } from './without-substitute.js';

const { recordVerifications, entrustGuardians, ...LISTS } = CIVIL_AFFAIRS_SCOPES;

/** A special group's register has the code of the group. */
const VERIFIED = [
  {
    kind: 'VERIFY_LEFT_BEHIND',
    group: 'LEFT_BEHIND',
    seen: LISTS.listLeftBehind,
    list: 'leftBehindChildren',
  },
  { kind: 'VERIFY_ORPHAN', group: 'ORPHAN', seen: LISTS.listOrphans, list: 'orphans' },
  {
    kind: 'VERIFY_UNATTENDED',
    group: 'DE_FACTO_UNATTENDED',
    seen: LISTS.listDeFactoUnattended,
    list: 'deFactoUnattendedChildren',
  },
  {
    kind: 'VERIFY_IN_DIFFICULTY',
    group: 'CHILD_IN_DIFFICULTY',
    seen: LISTS.listChildrenInDifficulty,
    list: 'childrenInDifficulty',
  },
] as const;

/** What civil affairs' own officers have to do. Others who may read its records wait for it. */
export function civilAffairsWork(context: LoaderContext): readonly WorkSource[] {
  const { caller } = context;
  if (caller.agency !== 'civil-affairs') return [];
  const verifications = VERIFIED.filter(({ seen }) => caller.scopes.has(seen)).map(
    ({ kind, group, list }): WorkSource => ({
      kind,
      scope: recordVerifications,
      holds: 'WELFARE',
      registers: [group, 'CHILD_FILES'],
      list,
      read: (limit) => readVerificationsDue(context, { group, records: specialGroupRecords(group) }, limit),
    }),
  );
  if (!caller.scopes.has(LISTS.listLeftBehind)) return verifications;
  return [
    {
      kind: 'ENTRUST_GUARDIAN',
      scope: entrustGuardians,
      holds: 'WELFARE',
      registers: ['LEFT_BEHIND', 'CHILD_FILES'],
      list: 'leftBehindChildren',
      read: (limit) => readWithoutSubstitute(context, limit),
    },
    ...verifications,
  ];
}
