import { lastCompulsoryGrade } from '../../../../policies/school-age.js';
import type { ChildFacts } from '../../register/child-facts.js';
import { fieldFindingOf } from '../../standing/field-finding.js';
import { registrationOf } from '../../standing/residence.js';
import { holdsOn, latestBy } from '../../standing/rule-context.js';
import { DISPOSITIONS, type DispositionCode } from '../dispositions/dispositions.js';
import type { AssessedChild } from './assessed-child.js';
import type { ComparisonContext } from './compared-child.js';
import type { DiscrepancyEvidence } from './discrepancy.js';
import { says, silent } from './evidence.js';
import type { Explanation } from './explain-absence.js';

/** A child of compulsory age whom no school of the county has on its books, and what may explain it. */
export interface MissingStatus {
  readonly proposal: DispositionCode | null;
  readonly evidence: readonly DiscrepancyEvidence[];
  /**
   * TAUGHT_HERE: met in a class, or placed in special education. ELSEWHERE, EXPIRED: found to study elsewhere, and
   * whether a term has begun since. UNEXPLAINED: nothing that somebody else confirmed stands for its absence.
   */
  readonly state: 'TAUGHT_HERE' | 'ELSEWHERE' | 'EXPIRED' | 'EXPLAINED' | 'UNEXPLAINED';
}

export function missingStatusOf(child: AssessedChild, context: ComparisonContext): MissingStatus | null {
  const { facts, band, status } = child;
  if (band !== 'COMPULSORY' && band !== 'BEYOND_GRADE') return null;
  if (status && isAccountedFor(status, context)) return null;
  if (!isKnownHere(facts, context.today)) return null;
  const taught = taughtHereOf(child);
  const elsewhere = elsewhereOf(facts, context);
  const explanation =
    child.explanation() ?? taught ?? elsewhere ?? foundAtHome(facts, context) ?? likelyOf(child, context);
  const proposal = explanation?.code ?? null;
  const state = taught
    ? 'TAUGHT_HERE'
    : elsewhere
      ? elsewhere.isExpired
        ? 'EXPIRED'
        : 'ELSEWHERE'
      : isExplanation(proposal)
        ? 'EXPLAINED'
        : 'UNEXPLAINED';
  const evidence = [silent('studentStatus', context), ...(explanation ? [explanation.evidence] : [])];
  return { proposal, evidence, state };
}

/**
 * A record with a school of its own to answer for the child, or one that ended for good. A leaver of grade 6 has
 * neither until grade 7 takes it in.
 */
function isAccountedFor(
  { status, grade }: NonNullable<AssessedChild['status']>,
  { policy }: ComparisonContext,
): boolean {
  const isGraduate = status === 'GRADUATED' || status === 'COMPLETED_WITHOUT_DIPLOMA';
  return !isGraduate || grade >= lastCompulsoryGrade(policy);
}

/** Registered, moved in or holding a permit; or, where police never had the child, known to anybody at all. */
function isKnownHere({ rows, identities }: ChildFacts, today: string): boolean {
  const { resident, floatingPopulation, residencePermit } = rows;
  if (resident.some(({ cancelledOn }) => cancelledOn === null)) return true;
  if (residencePermit.some(({ expiresOn }) => today <= expiresOn)) return true;
  const stays = floatingPopulation.filter(({ startedOn, endedOn }) => holdsOn(today, startedOn, endedOn));
  if (stays.some(({ direction }) => direction === 'IN')) return true;
  return resident.length === 0 && stays.length === 0 && identities.length > 0;
}

/** Custody is one that must not show: the kind of a discrepancy is told to more people than its proposal. */
const NO_EXPLANATION: ReadonlySet<DispositionCode> = new Set([
  'UNRESOLVED',
  'MISSING_REPORTED',
  'LEGAL_CUSTODY',
]);

function isExplanation(proposal: DispositionCode | null): boolean {
  return proposal !== null && !NO_EXPLANATION.has(proposal) && DISPOSITIONS[proposal].family !== 'TRUE';
}

function taughtHereOf({ facts: { rows }, call }: AssessedChild): Explanation | null {
  if (call && call.finding !== 'ABSENT')
    return { code: 'IN_SCHOOL_UNREGISTERED', evidence: says('rollCall', 'PRESENT_UNLISTED', call.calledOn) };
  const placement = latestBy(rows.educationPlacement, ({ decidedOn }) => decidedOn);
  const visit = latestBy(rows.homeTeaching, ({ visitedOn }) => visitedOn);
  const since = placement?.decidedOn ?? visit?.visitedOn;
  return since === undefined
    ? null
    : { code: 'SPECIAL_PLACEMENT', evidence: says('educationPlacement', 'PLACED', since) };
}

const STUDY_AREAS: Readonly<Record<string, DispositionCode>> = {
  OUT_OF_COUNTY: 'IN_SCHOOL_OUT_OF_COUNTY',
  OUT_OF_PROVINCE: 'IN_SCHOOL_OUT_OF_PROVINCE',
  ABROAD: 'ABROAD',
};

/** What the national system said of a school elsewhere; confirmed anew each spring and autumn. */
function elsewhereOf(
  { rows }: ChildFacts,
  { calendar, today }: ComparisonContext,
): (Explanation & { readonly isExpired: boolean }) | null {
  const study = latestBy(rows.studyElsewhere, ({ checkedOn }) => checkedOn);
  const code = study && STUDY_AREAS[study.area];
  if (!study || !code) return null;
  const termStart = calendar.terms.findLast(({ start }) => start <= today)?.start ?? '';
  const isExpired = study.checkedOn < termStart;
  const what = isExpired ? 'VERIFICATION_EXPIRED' : 'STUDIES_ELSEWHERE';
  return { code, isExpired, evidence: says('studyElsewhere', what, study.checkedOn) };
}

const FOUND_AT_HOME: Readonly<Record<string, DispositionCode>> = {
  STUDIES_IN_COUNTY: 'IN_SCHOOL_UNREGISTERED',
  STUDIES_OUT_OF_COUNTY: 'IN_SCHOOL_OUT_OF_COUNTY',
  STUDIES_OUT_OF_PROVINCE: 'IN_SCHOOL_OUT_OF_PROVINCE',
  STUDIES_ABROAD: 'ABROAD',
  NEVER_ENROLLED: 'CONFIRMED_NOT_ENROLLED',
  DROPPED_OUT: 'CONFIRMED_DROPOUT',
  FINISHED: 'COMPLETED',
};

/** What a census was told at the door; of a place of study, in this term. */
function foundAtHome(facts: ChildFacts, context: ComparisonContext): Explanation | null {
  const found = fieldFindingOf(facts, context);
  const code = found && FOUND_AT_HOME[found.schooling];
  return !code || found.isExpired
    ? null
    : { code, evidence: says('fieldScreening', 'VISITED', found.checkedOn) };
}

const PROVINCE_DIGITS = 2;

/** Unconfirmed: by its age it has finished, or it went to school where police know that it moved. */
function likelyOf({ facts, band }: AssessedChild, { today, policy }: ComparisonContext): Explanation | null {
  if (band === 'BEYOND_GRADE') {
    const registeredOn = registrationOf(facts)?.registeredOn ?? null;
    return { code: 'COMPLETED', evidence: says('resident', 'REGISTERED', registeredOn) };
  }
  const move = latestBy(
    facts.rows.floatingPopulation.filter(
      ({ direction, startedOn, endedOn }) => direction === 'OUT' && holdsOn(today, startedOn, endedOn),
    ),
    ({ startedOn }) => startedOn,
  );
  if (!move?.otherCountyCode) return null;
  const isSameProvince =
    move.otherCountyCode.slice(0, PROVINCE_DIGITS) === policy.divisionCode.slice(0, PROVINCE_DIGITS);
  return {
    code: isSameProvince ? 'IN_SCHOOL_OUT_OF_COUNTY' : 'IN_SCHOOL_OUT_OF_PROVINCE',
    evidence: says('floatingPopulation', 'MOVED_OUT', move.startedOn),
  };
}
