import { isOnTheRoll } from '../../../../policies/current-status.js';
import { currentStatusOf } from '../../standing/current-schooling.js';
import { registrationOf } from '../../standing/residence.js';
import { latestBy } from '../../standing/rule-context.js';
import { DISPOSITIONS, type DispositionCode } from '../dispositions/dispositions.js';
import {
  ageBandOf,
  hasOpenStatus,
  isInHouseholdRegister,
  latestCallOf,
  masterIdentityOf,
  type ComparedChild,
  type ComparisonContext,
} from './compared-child.js';
import type { DiscrepancyEvidence, Finding } from './discrepancy.js';
import { says, silent } from './evidence.js';
import { explainAbsence, visitFinding } from './explain-absence.js';
import { feedLags } from './late-data.js';

/** A child of compulsory age without a status here, and what may explain it. */
interface MissingStatus {
  readonly proposal: DispositionCode | null;
  readonly evidence: readonly DiscrepancyEvidence[];
  /** Found in a class, or placed in special education. */
  readonly isTaughtHere: boolean;
  /** Verified to study elsewhere: when, and whether a term has begun since. */
  readonly elsewhere: { readonly checkedOn: string; readonly isExpired: boolean } | null;
}

/** Taught here without a status (无籍就读). */
export function presentWithoutStatus(child: ComparedChild, context: ComparisonContext): Finding | null {
  const missing = missingStatusOf(child, context);
  return missing?.isTaughtHere ? { evidence: missing.evidence, proposal: missing.proposal } : null;
}

/** Nothing says that the child was ever enrolled, and nothing that somebody confirmed explains it (未入学). */
export function neverEnrolled(child: ComparedChild, context: ComparisonContext): Finding | null {
  const missing = missingStatusOf(child, context);
  if (!missing || missing.isTaughtHere || missing.elsewhere || !isUnexplained(missing)) return null;
  return householdFinding(child, missing, context);
}

/** The school elsewhere was last confirmed before this term began: confirmed anew each spring and autumn. */
export function outOfCountyToReverify(child: ComparedChild, context: ComparisonContext): Finding | null {
  const missing = missingStatusOf(child, context);
  return missing?.elsewhere?.isExpired ? { evidence: missing.evidence, proposal: missing.proposal } : null;
}

/** No status here (有户无籍), with an explanation that has to be checked or noted. */
export function personWithoutStatus(child: ComparedChild, context: ComparisonContext): Finding | null {
  const missing = missingStatusOf(child, context);
  if (!missing || missing.isTaughtHere || missing.elsewhere || isUnexplained(missing)) return null;
  return householdFinding(child, missing, context);
}

/** On a roll, and police know nobody of that number or name (有籍无户). */
export function statusWithoutPerson(
  { facts, suggestions }: ComparedChild,
  context: ComparisonContext,
): Finding | null {
  const status = currentStatusOf(facts);
  if (!status || !isOnTheRoll(status)) return null;
  if (facts.identities.some(({ agency }) => agency === 'police')) return null;
  const own = facts.identities.find(({ agency }) => agency === 'education');
  const hasNumber = own?.maskedResidentIdNumber != null;
  const isSuggested = suggestions.some(({ memberId, canonicalId }) =>
    [memberId, canonicalId].includes(facts.studentId),
  );
  const proposal =
    visitFinding(facts, context)?.code ?? (isSuggested || hasNumber ? 'ID_CORRECTED' : 'UNREGISTERED_BIRTH');
  return {
    evidence: [
      says('studentStatus', hasNumber ? 'NUMBER_NOT_VERIFIED' : 'NUMBER_MISSING', status.enrolledOn),
      silent('resident', context),
      ...(isSuggested ? [says('resident', 'SUGGESTED_MATCH', null)] : []),
    ],
    proposal,
    lag: { since: status.enrolledOn, days: feedLags(context).household },
  };
}

/** A child of a poor household without a status (贫困户适龄儿童未入学). */
export function povertyWithoutStatus(child: ComparedChild, context: ComparisonContext): Finding | null {
  const [household] = child.facts.rows.povertyHousehold;
  const missing = household && unverifiedOf(child, context);
  if (!missing) return null;
  const since = household.monitoredSince ?? household.liftedOn;
  return {
    evidence: [says('povertyHousehold', 'POOR_HOUSEHOLD', since), ...missing.evidence],
    proposal: missing.proposal,
    ...(household.monitoredSince
      ? { lag: { since: household.monitoredSince, days: feedLags(context).poverty } }
      : {}),
  };
}

/** A disabled child without a status (残疾儿童未入学). */
export function disabilityWithoutStatus(child: ComparedChild, context: ComparisonContext): Finding | null {
  const certificate = latestBy(child.facts.rows.disabilityCertificate, ({ issuedOn }) => issuedOn);
  const missing = certificate && unverifiedOf(child, context);
  if (!missing) return null;
  return {
    evidence: [
      says('disabilityCertificate', 'DISABILITY_CERTIFICATE', certificate.issuedOn),
      ...missing.evidence,
    ],
    proposal: missing.proposal,
    lag: { since: certificate.issuedOn, days: feedLags(context).disability },
  };
}

function unverifiedOf(child: ComparedChild, context: ComparisonContext): MissingStatus | null {
  const missing = missingStatusOf(child, context);
  return missing && (missing.elsewhere === null || missing.elsewhere.isExpired) ? missing : null;
}

/** What only a person in the field has confirmed, or what is still open, leaves a child unexplained. */
function isUnexplained({ proposal }: MissingStatus): boolean {
  if (proposal === null) return true;
  const { family } = DISPOSITIONS[proposal];
  return family === 'TRUE' || proposal === 'UNRESOLVED' || proposal === 'MISSING_REPORTED';
}

function householdFinding(
  { facts }: ComparedChild,
  { evidence, proposal }: MissingStatus,
  context: ComparisonContext,
): Finding | null {
  if (!isInHouseholdRegister(facts, context.today)) return null;
  const registration = registrationOf(facts);
  // The first school year's statuses are opened within a month of its start (教基〔2025〕1号 学籍建立).
  const yearStart = `${context.academicYear}-09-01`;
  const registeredOn = registration?.registeredOn ?? yearStart;
  const since = registeredOn > yearStart ? registeredOn : yearStart;
  return {
    evidence: [says('resident', 'REGISTERED', registration?.registeredOn ?? null), ...evidence],
    proposal,
    lag: { since, days: feedLags(context).status },
  };
}

function missingStatusOf(child: ComparedChild, context: ComparisonContext): MissingStatus | null {
  const { facts } = child;
  const identity = masterIdentityOf(facts);
  if (!identity || hasOpenStatus(facts) || isSettledOtherwise(child)) return null;
  const band = ageBandOf(identity.birthDate, context);
  if (band === 'TOO_YOUNG' || band === 'OVER_AGE') return null;
  const elsewhere = studyElsewhereOf(facts, context);
  const taught = taughtHereOf(facts);
  const explanation = explainAbsence(facts, context) ?? taught ?? elsewhere?.explanation;
  const moved = movedOutOf(facts, context);
  const proposal = explanation?.code ?? (band === 'BEYOND_GRADE' ? 'COMPLETED' : (moved?.code ?? null));
  return {
    proposal,
    evidence: [
      silent('studentStatus', context),
      ...(explanation ? [explanation.evidence] : []),
      ...(moved && !explanation ? [moved.evidence] : []),
    ],
    isTaughtHere: taught !== null,
    elsewhere: elsewhere && { checkedOn: elsewhere.checkedOn, isExpired: elsewhere.isExpired },
  };
}

/** A record that ended: by death, by a transfer that is followed up for itself, or with the ninth grade. */
function isSettledOtherwise({ facts }: ComparedChild): boolean {
  const status = currentStatusOf(facts);
  return (
    status !== null &&
    ['DECEASED', 'TRANSFERRED_OUT', 'GRADUATED', 'COMPLETED_WITHOUT_DIPLOMA'].includes(status.status)
  );
}

function taughtHereOf(facts: ComparedChild['facts']) {
  const call = latestCallOf(facts);
  if (call && call.finding !== 'ABSENT')
    return {
      code: 'IN_SCHOOL_UNREGISTERED' as const,
      evidence: says('rollCall', 'PRESENT_UNLISTED', call.calledOn),
    };
  const placement = latestBy(facts.rows.educationPlacement, ({ decidedOn }) => decidedOn);
  const visit = latestBy(facts.rows.homeTeaching, ({ visitedOn }) => visitedOn);
  const since = placement?.decidedOn ?? visit?.visitedOn;
  return since === undefined
    ? null
    : { code: 'SPECIAL_PLACEMENT' as const, evidence: says('educationPlacement', 'PLACED', since) };
}

function studyElsewhereOf({ rows }: ComparedChild['facts'], { calendar, today }: ComparisonContext) {
  const study = latestBy(rows.studyElsewhere, ({ checkedOn }) => checkedOn);
  if (!study) return null;
  const termStart = calendar.terms.findLast(({ start }) => start <= today)?.start ?? '';
  const isExpired = study.checkedOn < termStart;
  const code: DispositionCode =
    study.area === 'OUT_OF_PROVINCE' ? 'IN_SCHOOL_OUT_OF_PROVINCE' : 'IN_SCHOOL_OUT_OF_COUNTY';
  const what = isExpired ? ('VERIFICATION_EXPIRED' as const) : ('STUDIES_ELSEWHERE' as const);
  return {
    checkedOn: study.checkedOn,
    isExpired,
    explanation: { code, evidence: says('studyElsewhere', what, study.checkedOn) },
  };
}

const PROVINCE_DIGITS = 2;

/** Police know of a move out of the county: most likely the child studies where it went, which is to be confirmed. */
function movedOutOf({ rows }: ComparedChild['facts'], { today, policy }: ComparisonContext) {
  const move = latestBy(
    rows.floatingPopulation.filter(
      ({ direction, endedOn }) => direction === 'OUT' && (endedOn === null || today <= endedOn),
    ),
    ({ startedOn }) => startedOn,
  );
  if (!move?.otherCountyCode) return null;
  const isSameProvince =
    move.otherCountyCode.slice(0, PROVINCE_DIGITS) === policy.divisionCode.slice(0, PROVINCE_DIGITS);
  const code: DispositionCode = isSameProvince ? 'IN_SCHOOL_OUT_OF_COUNTY' : 'IN_SCHOOL_OUT_OF_PROVINCE';
  return { code, evidence: says('floatingPopulation', 'MOVED_OUT', move.startedOn) };
}
