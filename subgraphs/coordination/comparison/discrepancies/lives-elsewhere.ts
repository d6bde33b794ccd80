import { registrationOf } from '../../standing/residence.js';
import type { AssessedChild } from './assessed-child.js';
import type { ComparisonContext } from './compared-child.js';
import type { Finding } from './discrepancy.js';
import { says } from './evidence.js';
import { visitFinding } from './explain-absence.js';

const TOWNSHIP_DIGITS = 9;

/**
 * Absent for days, and registered in another township than it lives in (人户分离): somebody has to go to the right
 * one. Where nobody stays away, living apart from one's registration is no difference to act on; where the absence
 * is long or has a case, that is.
 */
export function livesElsewhere(
  { facts, status, spell, openCase }: AssessedChild,
  context: ComparisonContext,
): Finding | null {
  if (!spell || !status || spell.kind === 'DROPOUT_TO_REPORT' || openCase) return null;
  const visit = visitFinding(facts, context);
  const wasFound = visit?.code === 'RESIDENCE_MOVED';
  const registered = registrationOf(facts)?.registeredDivisionCode.slice(0, TOWNSHIP_DIGITS);
  const isApart =
    registered !== undefined && registered !== status.residenceDivisionCode.slice(0, TOWNSHIP_DIGITS);
  const isRecorded = facts.rows.floatingPopulation.length > 0 || facts.rows.residencePermit.length > 0;
  if (!wasFound && (!isApart || isRecorded)) return null;
  return {
    evidence: [says('absence', 'UNEXCUSED_ABSENCE', spell.from), ...(wasFound ? [visit.evidence] : [])],
    proposal: 'RESIDENCE_MOVED',
  };
}
