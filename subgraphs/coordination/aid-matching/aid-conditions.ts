import type { ResolvedPolicy } from '../../../policies/resolve-policy.js';
import type { FactTables } from '../register/fact-tables.js';
import type { SourceQuestion } from '../risk/missing-sources.js';
import type { FocusGroup } from '../standing/focus-group.enum.js';
import type { UnknownFocusGroup } from '../standing/unknown-focus-groups.js';
import type { AidCondition } from './aid-match.enums.js';
import { allOf, anyOf, not, type Answer } from './answer.js';
import { mayBeTold } from './eligible-facts.js';
import { awardsOf } from './matched-award.js';
import type { MatchedPupil } from './matched-pupil.js';

export interface AidQuestion extends SourceQuestion {
  readonly focusGroups: readonly FocusGroup[];
  readonly unknownFocusGroups: readonly UnknownFocusGroup[];
  /** By cohort; null outside compulsory schooling. */
  readonly expectedGrade: number | null;
}

export type Programme = NonNullable<ResolvedPolicy['aid'][string]>;
export type Conditions = readonly (readonly [AidCondition, Answer])[];

/** A child with everything that the programmes are held against. */
export interface Subject {
  readonly question: AidQuestion;
  readonly pupil: MatchedPupil;
  readonly programmes: ReadonlyMap<string, Programme>;
  readonly awarded: readonly FactTables['aidAward'][];
}

/** Each condition of the programme with what is known of it. */
export function conditionsOf(code: string, programme: Programme, subject: Subject): Conditions {
  const own = ownConditions(programme, subject);
  return programme.value.isLastResort ? [...own, ['NO_OTHER_AID', hasNothingElse(code, subject)]] : own;
}

function ownConditions({ value }: Programme, { pupil, question }: Subject): Conditions {
  return [
    ['PUPIL', pupil.isPupil],
    ...(value.attendance === 'ANY' ? [] : [['ATTENDANCE', attends(value.attendance, pupil)] as const]),
    ...(value.area === 'ANY' ? [] : [['AREA', pupil.isRural] as const]),
    ...(value.eligibleGroups.length === 0
      ? []
      : [['GROUP', isInOneOf(value.eligibleGroups, question)] as const]),
  ];
}

function attends(wanted: string, { attendance }: MatchedPupil): Answer {
  if (attendance === null) return 'UNKNOWN';
  return attendance === wanted ? 'YES' : 'NO';
}

export function isInOneOf(
  groups: Programme['value']['eligibleGroups'],
  { focusGroups, unknownFocusGroups }: AidQuestion,
): Answer {
  return anyOf(
    groups.map((group) => {
      // What may not be told is neither yes nor no.
      if (!mayBeTold(group)) return 'UNKNOWN';
      if (focusGroups.includes(group)) return 'YES';
      return unknownFocusGroups.some((unknown) => unknown.group === group) ? 'UNKNOWN' : 'NO';
    }),
  );
}

/**
 * Of programmes for those whom no other one reaches: none of the others' conditions is met. They stand for each other,
 * so a child that has one of them is not missed by the next.
 */
function hasNothingElse(code: string, subject: Subject): Answer {
  const { programmes, awarded } = subject;
  const others = [...programmes].filter(([other]) => other !== code);
  const isHelpedOtherwise =
    awardsOf(code, subject).length === 0 &&
    others.some(
      ([other, { value }]) => value.isLastResort && awarded.some((each) => each.programme === other),
    );
  if (isHelpedOtherwise) return 'NO';
  return not(
    anyOf(
      others
        .filter(([, programme]) => isForGroups(programme))
        .map(([, programme]) => allOf(ownConditions(programme, subject).map(([, answer]) => answer))),
    ),
  );
}

/** What every pupil has, such as a meal, is no help in hardship. */
function isForGroups({ value }: Programme): boolean {
  return !value.isLastResort && value.eligibleGroups.length > 0;
}

/** Groups of the programmes that one of last resort stands behind. */
export function otherGroups(code: string, { programmes }: Subject): FocusGroup[] {
  return [...programmes].flatMap(([other, programme]) =>
    other !== code && isForGroups(programme) ? programme.value.eligibleGroups.filter(mayBeTold) : [],
  );
}
