import { registrationOf } from '../../standing/residence.js';
import { latestBy } from '../../standing/rule-context.js';
import type { AssessedChild } from './assessed-child.js';
import type { ComparisonContext } from './compared-child.js';
import type { Finding } from './discrepancy.js';
import { says, silent } from './evidence.js';
import { visitFinding } from './explain-absence.js';
import { feedLags } from './late-data.js';
import { missingStatusOf, type MissingStatus } from './missing-status.js';

/** Taught here without a status (无籍就读). */
export function presentWithoutStatus(child: AssessedChild, context: ComparisonContext): Finding | null {
  const missing = missingStatusOf(child, context);
  return missing?.state === 'TAUGHT_HERE' ? missing : null;
}

/** Nothing says that the child was ever enrolled, and nothing that somebody else confirmed explains it (未入学). */
export function neverEnrolled(child: AssessedChild, context: ComparisonContext): Finding | null {
  const missing = missingStatusOf(child, context);
  return missing?.state === 'UNEXPLAINED' && child.status === null
    ? householdFinding(child, missing, context)
    : null;
}

/** Left grade 6, and grade 7 has not taken it in (小升初未衔接, 青政办发〔2018〕49号: priority stage). */
export function transitionNotArrived(child: AssessedChild, context: ComparisonContext): Finding | null {
  const missing = missingStatusOf(child, context);
  if (!missing || child.status === null || missing.state === 'TAUGHT_HERE' || missing.state === 'ELSEWHERE')
    return null;
  const left = child.status.leftOn ?? child.status.enrolledOn;
  return {
    evidence: [says('studentStatus', 'OFF_THE_ROLL', left), ...missing.evidence],
    proposal: missing.proposal,
    lag: { since: yearStart(context), days: feedLags(context).status },
  };
}

/** The school elsewhere was last confirmed before this term began. */
export function outOfCountyToReverify(child: AssessedChild, context: ComparisonContext): Finding | null {
  const missing = missingStatusOf(child, context);
  return missing?.state === 'EXPIRED' ? missing : null;
}

/** No status here (有户无籍), with an explanation that has to be checked or noted. */
export function personWithoutStatus(child: AssessedChild, context: ComparisonContext): Finding | null {
  const missing = missingStatusOf(child, context);
  return missing?.state === 'EXPLAINED' && child.status === null
    ? householdFinding(child, missing, context)
    : null;
}

/** On a roll, and police know nobody of that number or name (有籍无户). */
export function statusWithoutPerson(
  { facts, suggestions, status, isOnRoll }: AssessedChild,
  context: ComparisonContext,
): Finding | null {
  if (!status || !isOnRoll) return null;
  if (facts.identities.some(({ agency }) => agency === 'police')) return null;
  const own = facts.identities.find(({ agency }) => agency === 'education');
  const hasNumber = own?.maskedResidentIdNumber != null;
  const isSuggested = suggestions.length > 0;
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
export function povertyWithoutStatus(child: AssessedChild, context: ComparisonContext): Finding | null {
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
export function disabilityWithoutStatus(child: AssessedChild, context: ComparisonContext): Finding | null {
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

function unverifiedOf(child: AssessedChild, context: ComparisonContext): MissingStatus | null {
  const missing = missingStatusOf(child, context);
  return missing?.state === 'ELSEWHERE' ? null : missing;
}

function householdFinding(
  { facts }: AssessedChild,
  { evidence, proposal }: MissingStatus,
  context: ComparisonContext,
): Finding {
  const registeredOn = registrationOf(facts)?.registeredOn ?? null;
  const start = yearStart(context);
  return {
    evidence: [
      registeredOn === null ? silent('resident', context) : says('resident', 'REGISTERED', registeredOn),
      ...evidence,
    ],
    proposal,
    lag: {
      since: registeredOn !== null && registeredOn > start ? registeredOn : start,
      days: feedLags(context).status,
    },
  };
}

/** Statuses of a new school year are opened within a month of its start (教基〔2025〕1号 学籍建立). */
function yearStart({ academicYear }: ComparisonContext): string {
  return `${academicYear}-09-01`;
}
