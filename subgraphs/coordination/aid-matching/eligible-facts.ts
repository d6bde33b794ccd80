import { isOnTheRoll } from '../../../policies/current-status.js';
import type { FocusGroup as PolicyGroup } from '../../../policies/policy-vocabulary.js';
import type { ChildFacts } from '../register/child-facts.js';
import type { SourceRegister } from '../risk/missing-sources.js';
import { currentStatusOf } from '../standing/current-schooling.js';
import { FocusGroupEnum, type FocusGroup } from '../standing/focus-group.enum.js';
import { FOCUS_GROUP_SOURCES, RESTRICTED_SOURCES } from '../standing/focus-group-sources.js';

/** A register that shows a group by which a child is eligible. */
export interface EligibleFact {
  readonly group: FocusGroup;
  readonly agency: string;
  readonly register: string;
  /** Date of the register's data, ISO 8601; null where its own state is not known. */
  readonly asOf: string | null;
}

export interface GroupsHeld {
  readonly facts: ChildFacts;
  readonly focusGroups: readonly FocusGroup[];
  readonly registers: readonly SourceRegister[];
}

/**
 * Whether aid by the group may be told: of one that rests on a restricted register even the verdict would tell, so that
 * such a group makes nobody eligible here.
 */
export function mayBeTold(group: PolicyGroup): group is PolicyGroup & FocusGroup {
  const known = FocusGroupEnum.values.find((value) => value === group);
  return known !== undefined && !FOCUS_GROUP_SOURCES[known].some((source) => RESTRICTED_SOURCES.has(source));
}

/** Each of these makes a family financially hard by itself. */
const HARD: readonly FocusGroup[] = [
  'REGISTERED_POVERTY',
  'MONITORED',
  'SUBSISTENCE_ALLOWANCE',
  'EXTREME_POVERTY',
];

/** The registers' facts behind those of the groups that hold, each once; a group made of others is told by these. */
export function eligibleFactsOf(groups: readonly FocusGroup[], held: GroupsHeld): EligibleFact[] {
  const parts = groups
    .filter((group) => held.focusGroups.includes(group))
    .flatMap((group) => partsOf(group, held));
  return parts
    .filter(
      (part, index) =>
        parts.findIndex(({ group, source }) => group === part.group && source === part.source) === index,
    )
    .map(({ group, source }) => {
      const [agency = '', register = ''] = source.split('.');
      const loaded = held.registers.find((each) => each.agency === agency && each.row.code === register);
      return { group, agency, register, asOf: loaded?.row.asOf.toISOString() ?? null };
    });
}

interface Part {
  readonly group: FocusGroup;
  /** `agency.REGISTER` */
  readonly source: string;
}

function partsOf(group: FocusGroup, held: GroupsHeld): Part[] {
  switch (group) {
    case 'FINANCIAL_HARDSHIP':
      return [
        ...HARD.filter((hard) => held.focusGroups.includes(hard)).flatMap((hard) => partsOf(hard, held)),
        ...(isNotedBySchool(held.facts) ? [{ group, source: 'education.STUDENT_STATUS' }] : []),
      ];
    case 'HARDSHIP_DISABLED':
      return [...partsOf('DISABLED', held), ...partsOf('FINANCIAL_HARDSHIP', held)];
    default:
      return FOCUS_GROUP_SOURCES[group]
        .filter((source) => held.facts.foundIn.has(source))
        .map((source) => ({ group, source }));
  }
}

function isNotedBySchool(facts: ChildFacts): boolean {
  const status = currentStatusOf(facts);
  return status !== null && isOnTheRoll(status) && status.needsAid;
}
