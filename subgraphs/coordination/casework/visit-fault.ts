import type { CaseErrorCode } from './case-commands.enums.js';
import type { RecordPersuasionVisitInput } from './case-commands.input.js';

type VisitInQuestion = Omit<
  RecordPersuasionVisitInput,
  'idempotencyKey' | 'caseNumber' | 'expectedVersion' | 'place'
>;

/** Why a persuasion visit can't be as it was written down; null when it can. */
export function visitFault(
  { visitedOn, participants, met, result, committedTo, nextVisitOn }: VisitInQuestion,
  { openedOn, today }: { readonly openedOn: string; readonly today: string },
): readonly [CaseErrorCode, string] | null {
  if (visitedOn < openedOn || visitedOn > today) return ['DATE_INVALID', 'visitedOn'];
  if (participants.length === 0) return ['NOBODY_TOOK_PART', 'participants'];
  const metSomebody = met.some((person) => person !== 'NOBODY');
  const isOfTwoMinds = met.includes('NOBODY') && metSomebody;
  if (met.length === 0 || isOfTwoMinds || metSomebody === (result === 'NOT_MET'))
    return ['MET_INVALID', 'met'];
  if (committedTo != null && result !== 'COMMITTED') return ['COMMITMENT_NOT_MADE', 'committedTo'];
  if (committedTo != null && committedTo < visitedOn) return ['NEXT_DATE_INVALID', 'committedTo'];
  if (nextVisitOn != null && nextVisitOn <= visitedOn) return ['NEXT_DATE_INVALID', 'nextVisitOn'];
  return null;
}
