import type { RecordDeterminationCode } from './determination.enums.js';

export interface KnownRequest {
  readonly requestedOn: string;
  readonly determinedOn: string | null;
}

/** Days as YYYY-MM-DD. */
export interface DeterminationDays {
  readonly requestedOn: string;
  readonly determinedOn: string;
}

export type DeterminationFault = readonly [code: RecordDeterminationCode, field: string];

/** Why a determination can't stand beside what is known of the child; null when it can. */
export function determinationFault(
  { requestedOn, determinedOn }: DeterminationDays,
  known: readonly KnownRequest[],
  today: string,
): DeterminationFault | null {
  if (requestedOn > today) return ['DATE_IN_FUTURE', 'requestedOn'];
  if (determinedOn > today) return ['DATE_IN_FUTURE', 'determinedOn'];
  if (determinedOn < requestedOn) return ['DATE_OUT_OF_ORDER', 'determinedOn'];
  const open = known.filter((request) => request.determinedOn === null);
  if (open.some((request) => request.requestedOn === requestedOn)) return null;
  if (open.length > 0) return ['OTHER_REQUEST_OPEN', 'requestedOn'];
  return known.some((request) => request.requestedOn === requestedOn)
    ? ['ALREADY_DETERMINED', 'requestedOn']
    : null;
}
