import { policyClause } from '../../../policies/resolve-policy.js';
import { missingSourcesOf, type MissingSource } from '../risk/missing-sources.js';
import type { FocusGroup } from '../standing/focus-group.enum.js';
import type { AidCondition, AidVerdict } from './aid-match.enums.js';
import {
  conditionsOf,
  isInOneOf,
  otherGroups,
  type AidQuestion,
  type Conditions,
  type Programme,
  type Subject,
} from './aid-conditions.js';
import { allOf, type Answer } from './answer.js';
import { eligibleFactsOf, mayBeTold, type EligibleFact } from './eligible-facts.js';
import { awardsOf, type MatchedAward } from './matched-award.js';
import { matchedPupilOf, type PupilContext } from './matched-pupil.js';

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
