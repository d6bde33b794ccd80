import { isReason } from '../../_kit/command/reason.js';
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

/** 2 to 64 characters; eleven digits in a row would be a telephone number, more the number of a person. */
function isDocument({ number, date, sha256 }: DutyEvidenceInput, today: string): boolean {
  const text = number.trim();
  const isNumber =
    /^[\p{L}\p{N}〔〕（）()[\]\-_/.\s]{2,64}$/u.test(text) && !/\d{11,}/.test(text.replaceAll(/[\s-]/g, ''));
  return isNumber && date <= today && (sha256 == null || /^[0-9a-f]{64}$/.test(sha256));
}
