import { isReason } from '../../_kit/command/reason.js';
import { isDocumentNumber } from './document-number.js';
import type { DutyEvidenceInput, SubmitDutyInput } from './duty.input.js';
import type { SubmitDutyCode } from './duty.payload.js';

/** More pupils than any county has. */
const MOST = 1_000_000;

interface Fault {
  readonly code: SubmitDutyCode;
  readonly field: string;
}

/** Everything in a submission that can't be kept as it is. */
export function faultsOfSubmission(
  { evidence, figures, note }: Pick<SubmitDutyInput, 'evidence' | 'figures' | 'note'>,
  today: string,
): Fault[] {
  const names = (figures ?? []).map(({ name }) => name);
  const isOutside = (figures ?? []).some(({ value }) => value < 0 || value > MOST);
  return [
    ...(isDocument(evidence, today) ? [] : [{ code: 'EVIDENCE_INVALID' as const, field: 'evidence' }]),
    ...(new Set(names).size < names.length || isOutside
      ? [{ code: 'FIGURE_INVALID' as const, field: 'figures' }]
      : []),
    ...(note != null && !isReason(note) ? [{ code: 'TEXT_INVALID' as const, field: 'note' }] : []),
  ];
}

function isDocument({ number, date, sha256 }: DutyEvidenceInput, today: string): boolean {
  return isDocumentNumber(number) && date <= today && (sha256 == null || /^[0-9a-f]{64}$/.test(sha256));
}
