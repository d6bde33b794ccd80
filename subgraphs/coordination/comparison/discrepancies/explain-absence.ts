import { isOpenLabourCase } from '../../../../policies/child-labour.js';
import type { ChildFacts } from '../../register/child-facts.js';
import { registrationOf } from '../../standing/residence.js';
import { holdsOn, latestBy } from '../../standing/rule-context.js';
import { DISPOSITIONS, type DispositionCode } from '../dispositions/dispositions.js';
import type { ComparisonContext } from './compared-child.js';
import type { DiscrepancyEvidence } from './discrepancy.js';
import { says } from './evidence.js';

/** Why a child is not in school here, as far as registers and visits tell. */
export interface Explanation {
  readonly code: DispositionCode;
  readonly evidence: DiscrepancyEvidence;
}

type Rule = (facts: ChildFacts, context: ComparisonContext) => Explanation | null;

/** The first that applies: what somebody went to see before what a register still says. */
export function explainAbsence(facts: ChildFacts, context: ComparisonContext): Explanation | null {
  for (const rule of RULES) {
    const explanation = rule(facts, context);
    if (explanation) return explanation;
  }
  return null;
}

/** The finding of the latest visit that brought one; one that holds for a term is gone with the next term. */
export const visitFinding: Rule = ({ rows }, { today, calendar }) => {
  const visit = latestBy(
    rows.screeningVisit.filter(({ proposedDisposition }) => proposedDisposition !== null),
    ({ visitedOn }) => visitedOn,
  );
  const code = visit?.proposedDisposition;
  if (!visit || !isDisposition(code)) return null;
  const termStart = calendar.terms.findLast(({ start }) => start <= today)?.start ?? '';
  if (DISPOSITIONS[code].validFor === 'TERM' && visit.visitedOn < termStart) return null;
  return { code, evidence: says('screeningVisit', 'VISITED', visit.visitedOn) };
};

const died: Rule = (facts) => {
  const registration = registrationOf(facts);
  return registration?.cancelReason === 'DEATH'
    ? { code: 'DECEASED', evidence: says('resident', 'REGISTRATION_CANCELLED', registration.cancelledOn) }
    : null;
};

const inCustody: Rule = ({ rows }, { today }) => {
  const held = rows.legalCustody.find(({ startsOn, endsOn }) => holdsOn(today, startsOn, endsOn));
  return held ? { code: 'LEGAL_CUSTODY', evidence: says('legalCustody', 'IN_CUSTODY', held.startsOn) } : null;
};

const APPROVALS: Readonly<Record<string, DispositionCode>> = {
  DEFERRED_ENTRY: 'DEFERRED_APPROVED',
  SUSPENSION: 'SUSPENDED_APPROVED',
  MEDICALLY_UNABLE: 'MEDICALLY_UNABLE',
};

const approved: Rule = ({ rows }, { today }) => {
  const held = rows.approvedAbsence.find(({ from, until }) => holdsOn(today, from, until));
  const code = held && APPROVALS[held.kind];
  return held && code ? { code, evidence: says('approvedAbsence', 'APPROVED', held.from) } : null;
};

/** Found at work: no longer a question of where the child is (国务院令第364号). */
const atWork: Rule = ({ rows }) => {
  const found = rows.childLabourCase.find(isOpenLabourCase);
  return found
    ? { code: 'CONFIRMED_DROPOUT', evidence: says('childLabourCase', 'CASE_OPEN', found.foundOn) }
    : null;
};

/** Asked of the police, whether or not they have determined it; FOUND ends it. */
const missing: Rule = ({ rows }) => {
  const asked = latestBy(rows.missingPerson, ({ requestedOn }) => requestedOn);
  if (!asked || (asked.result !== null && asked.result !== 'MISSING')) return null;
  return {
    code: 'MISSING_REPORTED',
    evidence: says('missingPerson', 'WHEREABOUTS_ASKED', asked.requestedOn),
  };
};

const abroad: Rule = ({ rows }) => {
  const exit = latestBy(rows.borderExit, ({ leftOn }) => leftOn);
  return exit ? { code: 'ABROAD', evidence: says('borderExit', 'LEFT_THE_COUNTRY', exit.leftOn) } : null;
};

/** A suspicion that nobody has looked into proposes nothing. */
const caseOpen: Rule = ({ rows }) => {
  const found = latestBy(
    rows.dropoutCase.filter(({ returnedOn, closedOn }) => returnedOn === null && closedOn === null),
    ({ openedOn }) => openedOn,
  );
  if (!found || found.state === 'SUSPECTED') return null;
  return {
    code: found.schoolCode ? 'CONFIRMED_DROPOUT' : 'CONFIRMED_NOT_ENROLLED',
    evidence: says('dropoutCase', 'CASE_OPEN', found.openedOn),
  };
};

const FRUITLESS_VISITS = 2;

/** Every trail followed and none led anywhere: for the county to check a second time. */
const fruitless: Rule = ({ rows }) => {
  const visits = rows.screeningVisit.filter(({ proposedDisposition }) => proposedDisposition === null);
  const last = latestBy(visits, ({ visitedOn }) => visitedOn);
  return last && visits.length >= FRUITLESS_VISITS
    ? { code: 'UNRESOLVED', evidence: says('screeningVisit', 'VISITED_WITHOUT_RESULT', last.visitedOn) }
    : null;
};

const RULES: readonly Rule[] = [
  died,
  visitFinding,
  inCustody,
  approved,
  missing,
  atWork,
  abroad,
  caseOpen,
  fruitless,
];

function isDisposition(code: string | null | undefined): code is DispositionCode {
  return code != null && code in DISPOSITIONS;
}
