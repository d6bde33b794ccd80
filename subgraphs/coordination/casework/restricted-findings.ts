import type { ScreeningEvidence, ScreeningVisit } from './screening-visit.entity.js';

/**
 * What a case file may show. Custody and early marriage belong to police and civil affairs, who tell them only under
 * rights of their own: here they look like a visit without an answer, and like any other reason.
 */
export function shownDisposition({
  proposedDisposition,
}: Pick<ScreeningVisit, 'proposedDisposition'>): string | null {
  return proposedDisposition === 'LEGAL_CUSTODY' ? null : (proposedDisposition ?? null);
}

export function shownEvidence({
  proposedDisposition,
  evidence,
}: Pick<ScreeningVisit, 'proposedDisposition' | 'evidence'>): readonly ScreeningEvidence[] {
  return proposedDisposition === 'LEGAL_CUSTODY' ? [] : evidence.filter(({ kind }) => kind !== 'COURT');
}

export function shownReason(reason: string): string {
  return reason === 'EARLY_MARRIAGE' ? 'OTHER' : reason;
}
