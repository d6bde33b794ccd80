import type { DiscrepancyKind } from '../discrepancies/discrepancy.js';

/**
 * Kinds that ask one question, where the child is. One answer ends all of them: a visit that finds the child at a school
 * of the next county must not leave it standing on the list of poor children without a status. What is found also changes
 * the kind itself, and the answer has to last beyond that.
 */
export const WHEREABOUTS_KINDS: readonly DiscrepancyKind[] = [
  'LIVES_ELSEWHERE',
  'TRANSFER_OVERDUE',
  'TRANSFER_IN_TRANSIT',
  'STATUS_NOT_PRESENT',
  'RETURN_UNDER_FOLLOW_UP',
  'NEVER_ENROLLED',
  'TRANSITION_NOT_ARRIVED',
  'OUT_OF_COUNTY_TO_REVERIFY',
  'PERSON_WITHOUT_STATUS',
  'POVERTY_WITHOUT_STATUS',
  'DISABILITY_WITHOUT_STATUS',
  'DROPOUT_OF_POOR_HOUSEHOLD',
  'SUSPECTED_BY_PLATFORM',
];

export const isWhereabouts = ({ kind }: { readonly kind: DiscrepancyKind }): boolean =>
  WHEREABOUTS_KINDS.includes(kind);

/** SQL over a difference's own columns: what is decided, visited and handed over at once. */
export const MATTER = `case when kind in (${WHEREABOUTS_KINDS.map((kind) => `'${kind}'`).join(', ')})
  then 'WHEREABOUTS:' || student_id else key end`.replaceAll(/\s+/g, ' ');
