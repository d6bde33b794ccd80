import { ageBandOf, type AgeBand } from '../child-identity.js';
import { assess, type AssessedChild } from './assessed-child.js';
import type { ComparedChild, ComparisonContext } from './compared-child.js';
import { DISCREPANCY_KINDS, type Discrepancy, type DiscrepancyKind, type Finding } from './discrepancy.js';
import { dueToOf } from './due-to.js';
import * as identity from './identity-findings.js';
import { livesElsewhere } from './lives-elsewhere.js';
import { heldUntil } from './late-data.js';
import * as person from './person-findings.js';
import { suspectedByPlatform } from './suspected-by-platform.js';
import * as status from './status-findings.js';

type Rule = (child: AssessedChild, context: ComparisonContext) => Finding | null;

const RULES: { readonly [Kind in DiscrepancyKind]: Rule } = {
  DUPLICATE_ID: identity.duplicateId,
  DECEASED_IN_ONE_REGISTER: identity.deceasedInOneRegister,
  DUPLICATE_REGISTRATION: identity.duplicateRegistration,
  DUPLICATE_STATUS: identity.duplicateStatus,
  BIRTH_DATE_CONTRADICTS_NUMBER: identity.birthDateContradictsNumber,
  AT_ANOTHER_SCHOOL: status.atAnotherSchool,
  LIVES_ELSEWHERE: livesElsewhere,
  TRANSFER_OVERDUE: status.transferOverdue,
  TRANSFER_IN_TRANSIT: status.transferInTransit,
  STATUS_NOT_PRESENT: status.statusNotPresent,
  RETURN_UNDER_FOLLOW_UP: status.returnUnderFollowUp,
  PRESENT_WITHOUT_STATUS: person.presentWithoutStatus,
  NEVER_ENROLLED: person.neverEnrolled,
  TRANSITION_NOT_ARRIVED: person.transitionNotArrived,
  OUT_OF_COUNTY_TO_REVERIFY: person.outOfCountyToReverify,
  PERSON_WITHOUT_STATUS: person.personWithoutStatus,
  STATUS_WITHOUT_PERSON: person.statusWithoutPerson,
  FORMER_NUMBER_IN_USE: identity.formerNumberInUse,
  NUMBER_INVALID: identity.numberInvalid,
  NAME_MISMATCH: identity.nameMismatch,
  POVERTY_WITHOUT_STATUS: person.povertyWithoutStatus,
  DISABILITY_WITHOUT_STATUS: person.disabilityWithoutStatus,
  DROPOUT_OF_POOR_HOUSEHOLD: status.dropoutOfPoorHousehold,
  SUSPECTED_BY_PLATFORM: suspectedByPlatform,
};

const KINDS = Object.keys(DISCREPANCY_KINDS) as DiscrepancyKind[];

/**
 * Finds everything on which the registers disagree about one child, by the comparisons that the county's policy names
 * (四比对, 三比对); the one that names its difference best comes first.
 *
 * A difference younger than what the slower feed may take is PENDING until then unless something explains it, and
 * nobody is sent. Make the finder once for a run: it is asked of every child of the county.
 */
export function createDiscrepancyFinder(context: ComparisonContext): (child: ComparedChild) => Discrepancy[] {
  const rules = KINDS.filter((kind) => isCompared(kind, context)).map((kind) => ({
    kind,
    rule: RULES[kind],
  }));
  const bands = new Map<string, AgeBand>();
  const bandOf = (birthDate: string) => {
    const band = bands.get(birthDate) ?? ageBandOf(birthDate, context);
    bands.set(birthDate, band);
    return band;
  };
  return (child) => {
    const assessed = assess(child, bandOf, context);
    const found: { readonly kind: DiscrepancyKind; readonly finding: Finding }[] = [];
    for (const { kind, rule } of rules) {
      const finding = rule(assessed, context);
      if (finding) found.push({ kind, finding });
    }
    if (found.length === 0) return [];
    const dueTo = dueToOf(child.facts, context);
    return found.map(({ kind, finding }) =>
      discrepancyOf(kind, finding, { canonicalId: child.canonicalId, dueTo }, context),
    );
  };
}

function discrepancyOf(
  kind: DiscrepancyKind,
  finding: Finding,
  { canonicalId, dueTo }: Pick<Discrepancy, 'canonicalId' | 'dueTo'>,
  { today }: ComparisonContext,
): Discrepancy {
  const held = heldUntil(finding, today);
  return {
    kind,
    key: [kind, canonicalId, finding.subject].filter(Boolean).join(':'),
    canonicalId,
    evidence: finding.evidence,
    proposedDisposition: held && finding.proposal === null ? 'PENDING' : finding.proposal,
    heldUntil: held,
    dueTo,
  };
}

function isCompared(kind: DiscrepancyKind, { policy }: ComparisonContext): boolean {
  const comparisons = DISCREPANCY_KINDS[kind];
  return comparisons.length === 0 || comparisons.some((comparison) => policy.comparisons[comparison]);
}
