import { maskResidentIdNumber } from '../../../_kit/identity/resident-id-number.js';
import { buildChild, type BuiltChild } from '../../register/build-school-age-register.js';
import type { ChildFacts } from '../../register/child-facts.js';
import type { StudentLink } from '../../register/student-link.entity.js';
import type { StoredObservation } from '../../casework/case-records.entities.js';
import { observedAttendanceOf } from '../../casework/observed-attendance.js';
import type { ComparedChild } from '../discrepancies/compared-child.js';
import type { Discrepancy } from '../discrepancies/discrepancy.js';
import { shownDiscrepancy } from '../discrepancies/shown-discrepancy.js';
import { formerIdsOf } from '../matching/former-ids.js';
import type { MatchLink } from '../matching/match-tiers.js';
import type { RunContext } from './run-context.js';

/** What a run finds of one child, ready to be stored. */
export interface ChildResult extends BuiltChild {
  /** Automatic ones of this run. */
  readonly links: readonly StudentLink[];
  /** By which the child may be looked for, see `publishFormerIds`. */
  readonly formerIds: readonly string[];
  readonly discrepancies: readonly Discrepancy[];
  /** Rows that bear somebody else's number, and stand with this child instead. */
  readonly splits: ChildFacts['splits'];
  /** Of a child with a case. */
  readonly attendance: StoredObservation | null;
}

export function resultOf(child: ComparedChild, context: RunContext): ChildResult {
  const built = buildChild(child, context);
  return {
    ...built,
    links: child.links.map((link) => linkRow(link, child.canonicalId, context)),
    formerIds: formerIdsOf(child),
    // What custody explains is told to nobody, and so is not written down.
    discrepancies: context.findDiscrepancies(child).map(shownDiscrepancy),
    splits: child.facts.splits,
    attendance: observedAttendanceOf(child.canonicalId, child.facts, context),
  };
}

function linkRow(
  { memberId, tier, evidence }: MatchLink,
  canonicalId: string,
  { runId, today }: RunContext,
): StudentLink {
  return { memberId, canonicalId, tier, evidence: [...evidence], decidedBy: runId, decidedOn: today };
}

/** As `comparison_result` holds it, ready to become rows: the number is sealed for its new place. */
export function toRow(
  { number, entry, ...result }: ChildResult,
  { openNumber, seal }: Pick<RunContext, 'openNumber' | 'seal'>,
) {
  const plain = number && openNumber(number);
  return {
    ...result,
    entry: entry && {
      ...entry,
      residentIdNumberSealed: plain && seal(plain, 'school_age_entry.resident_id_number_sealed'),
      maskedResidentIdNumber: entry.maskedResidentIdNumber ?? (plain && maskResidentIdNumber(plain)),
    },
  };
}

/** What is the same whenever the same sources are compared: without the run's name, its time and sealed values. */
export function comparableOf({
  entry,
  number,
  links,
  formerIds,
  scopes,
  risk,
  riskFactors,
  aidMatches,
  discrepancies,
  attendance,
}: ChildResult): object {
  return {
    entry: entry && { ...entry, hasNumber: number !== null, setByRun: null },
    links: links.map(({ memberId, canonicalId, tier, evidence }) => ({
      memberId,
      canonicalId,
      tier,
      evidence,
    })),
    formerIds,
    scopes,
    missingSources: risk.missingSources,
    riskFactors,
    aidMatches,
    discrepancies,
    attendance: attendance && { ...attendance, setByRun: null },
  };
}
