import { policyClause, type ResolvedPolicy } from '../../../policies/resolve-policy.js';
import type { FactTables } from '../register/fact-tables.js';
import { missingSourcesOf, type MissingSource, type SourceQuestion } from '../risk/missing-sources.js';
import type { FocusGroup } from '../standing/focus-group.enum.js';
import type { UnknownFocusGroup } from '../standing/unknown-focus-groups.js';
import type { AidCondition, AidVerdict } from './aid-match.enums.js';
import { allOf, anyOf, not, type Answer } from './answer.js';
import { eligibleFactsOf, mayBeTold, type EligibleFact } from './eligible-facts.js';
import { matchedPupilOf, type MatchedPupil, type PupilContext } from './matched-pupil.js';

export interface AidQuestion extends SourceQuestion {
  readonly focusGroups: readonly FocusGroup[];
  readonly unknownFocusGroups: readonly UnknownFocusGroup[];
  /** By cohort; null outside compulsory schooling. */
  readonly expectedGrade: number | null;
}

/** An award of this academic year. */
export type MatchedAward = Omit<FactTables['aidAward'], 'programme' | 'academicYear'>;

/** One child and one programme. */
export interface AidMatch {
  readonly programme: string;
  /** As the document calls it; null where no document in force names it. */
  readonly title: string | null;
  readonly titleEn: string | null;
  readonly policyClause: string | null;
  /** First calendar year of the academic year. */
  readonly academicYear: number;
  readonly verdict: AidVerdict;
  readonly conditionsNotMet: readonly AidCondition[];
  readonly conditionsUnknown: readonly AidCondition[];
  readonly facts: readonly EligibleFact[];
  readonly missingSources: readonly MissingSource[];
  readonly stage: string | null;
  readonly attendance: string | null;
  /** For the academic year; null where the child is not eligible and where no document gives an amount. */
  readonly amountDueYuan: number | null;
  /** So far in the academic year; null where no award is known. */
  readonly amountAwardedYuan: number | null;
  readonly awards: readonly MatchedAward[];
  /** Whether the policy aids the child before others, and boards it before others; null where it cannot be told. */
  readonly isAidedFirst: boolean | null;
  readonly isBoardedFirst: boolean | null;
}

type Programme = NonNullable<ResolvedPolicy['aid'][string]>;
type Conditions = readonly (readonly [AidCondition, Answer])[];

const AWARDS = 'education.AID_AWARDS';

/**
 * Matches a child with every programme for pupils that the policy has where it studies, else where this county's does
 * (应助尽助), and with every programme that it was awarded. A child whom no school, no cohort and no award concerns has
 * nothing to be matched with.
 */
export function matchAid(question: AidQuestion, context: PupilContext): AidMatch[] {
  const { facts, expectedGrade } = question;
  const pupil = matchedPupilOf(facts, expectedGrade, question, context);
  const policy = pupil.schoolCode === null ? context.policy : context.policyAt(pupil.schoolCode);
  const awarded = facts.rows.aidAward.filter(({ academicYear }) => academicYear === context.academicYear);
  if (pupil.isPupil !== 'YES' && expectedGrade === null && awarded.length === 0) return [];

  const programmes = new Map(
    Object.entries(policy.aid).flatMap(([code, programme]) =>
      programme?.value.recipient === 'PUPIL' ? [[code, programme] as const] : [],
    ),
  );
  const subject: Subject = { question, pupil, programmes, awarded };
  const codes = new Set([...programmes.keys(), ...awarded.map(({ programme }) => programme)]);
  const first = {
    academicYear: context.academicYear,
    stage: pupil.stage,
    attendance: pupil.attendance,
    isAidedFirst: isAnyHeld(policy.aidPriority.groups?.value, question),
    isBoardedFirst: isAnyHeld(policy.aidPriority.schoolingAndBoarding?.value, question),
  };
  return [...codes].toSorted().map((code) => ({ ...first, ...matchOf(code, subject) }));
}

interface Subject {
  readonly question: AidQuestion;
  readonly pupil: MatchedPupil;
  readonly programmes: ReadonlyMap<string, Programme>;
  readonly awarded: readonly FactTables['aidAward'][];
}

type OwnPart = Omit<AidMatch, 'academicYear' | 'stage' | 'attendance' | 'isAidedFirst' | 'isBoardedFirst'>;

function matchOf(code: string, subject: Subject): OwnPart {
  const { question, pupil, programmes } = subject;
  const programme = programmes.get(code);
  const awards = awardsOf(code, subject);
  const missingAwards = awards.length > 0 ? [] : missingSourcesOf([AWARDS], question);
  const isAided: Answer = awards.length > 0 ? 'YES' : missingAwards.length > 0 ? 'UNKNOWN' : 'NO';
  const conditions: Conditions = programme ? conditionsOf(code, programme, subject) : [['POLICY', 'UNKNOWN']];
  const isEligible = allOf(conditions.map(([, answer]) => answer));
  const verdict = verdictOf(isEligible, isAided);
  const withAnswer = (wanted: Answer) =>
    conditions.filter(([, answer]) => answer === wanted).map(([condition]) => condition);
  const groups = programme?.value.eligibleGroups.filter(mayBeTold) ?? [];
  const unknown = [...withAnswer('UNKNOWN'), ...(isAided === 'UNKNOWN' ? (['AWARD'] as const) : [])];
  const due = pupil.stage && programme?.value.yuanPerYear[pupil.stage];
  return {
    programme: code,
    title: programme?.value.label.zh ?? null,
    titleEn: programme?.value.label.en ?? null,
    policyClause: programme ? policyClause(programme) : null,
    verdict,
    conditionsNotMet: withAnswer('NO'),
    conditionsUnknown: unknown,
    facts: eligibleFactsOf(groups, question),
    missingSources:
      verdict === 'UNKNOWN'
        ? distinct([
            ...(unknown.includes('PUPIL') ? pupil.missingSources : []),
            ...(unknown.includes('GROUP') || unknown.includes('NO_OTHER_AID')
              ? missingOfGroups(unknown.includes('GROUP') ? groups : otherGroups(code, subject), question)
              : []),
            ...missingAwards,
          ])
        : [],
    amountDueYuan: isEligible === 'YES' ? (due ?? null) : null,
    amountAwardedYuan: awards.length > 0 ? awards.reduce((sum, { amountYuan }) => sum + amountYuan, 0) : null,
    awards,
  };
}

function verdictOf(isEligible: Answer, isAided: Answer): AidVerdict {
  if (isEligible === 'UNKNOWN' || isAided === 'UNKNOWN') return 'UNKNOWN';
  if (isEligible === 'YES') return isAided === 'YES' ? 'ELIGIBLE_AIDED' : 'ELIGIBLE_NOT_AIDED';
  return isAided === 'YES' ? 'AIDED_NOT_ELIGIBLE' : 'NOT_ELIGIBLE';
}

function conditionsOf(code: string, programme: Programme, subject: Subject): Conditions {
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

function isInOneOf(
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

function otherGroups(code: string, { programmes }: Subject): FocusGroup[] {
  return [...programmes].flatMap(([other, programme]) =>
    other !== code && isForGroups(programme) ? programme.value.eligibleGroups.filter(mayBeTold) : [],
  );
}

/** Awards of the programme, and of one that includes it, in the order in which they were decided. */
function awardsOf(code: string, { programmes, awarded }: Subject): MatchedAward[] {
  return awarded
    .filter(
      ({ programme }) =>
        programme === code || programmes.get(programme)?.value.includes?.includes(code) === true,
    )
    .toSorted(
      (a, b) =>
        `${a.decidedOn} ${a.programme}`.localeCompare(`${b.decidedOn} ${b.programme}`) ||
        a.amountYuan - b.amountYuan,
    )
    .map(({ term, amountYuan, decidedOn, paidOn }) => ({ term, amountYuan, decidedOn, paidOn }));
}

function missingOfGroups(
  groups: readonly FocusGroup[],
  { unknownFocusGroups }: AidQuestion,
): MissingSource[] {
  return unknownFocusGroups.flatMap(({ group, missingSources }) =>
    groups.includes(group) ? missingSources : [],
  );
}

function distinct(sources: readonly MissingSource[]): MissingSource[] {
  return sources.filter(
    ({ agency, register }, index) =>
      sources.findIndex((each) => each.agency === agency && each.register === register) === index,
  );
}

/** Null where no document in force puts anybody first, and where it is not known of a group. */
function isAnyHeld(
  groups: Programme['value']['eligibleGroups'] | undefined,
  question: AidQuestion,
): boolean | null {
  if (!groups) return null;
  const answer = isInOneOf(groups, question);
  return answer === 'UNKNOWN' ? null : answer === 'YES';
}
