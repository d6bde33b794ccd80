import { daysBetween, type IsoDate } from '../../../policies/iso-date.js';
import type { EnumValue } from '../../_kit/schema/label.js';
import type { DutyStateEnum } from './duty.enums.js';
import type { DutyOccurrence } from './duty-occurrences.js';

export type DutyState = EnumValue<typeof DutyStateEnum>;

/** What has been recorded of a duty. */
export interface DutyFacts {
  /** The first time that it was handed in: whoever returns it late must not make the submitter late. */
  readonly firstSubmittedOn: IsoDate;
  readonly lastStep: 'SUBMITTED' | 'RETURNED' | 'SIGNED_OFF';
}

export interface JudgedDuty {
  readonly state: DutyState;
  /** Days past the due day: of what is not handed in until today, else until it was; null when nobody can say. */
  readonly daysLate: number | null;
}

/**
 * How a duty stands today. What has no due day, or an unknown one, is never called late: `daysLate` is then null.
 */
export function dutyState(
  { opensOn, dueOn }: Pick<DutyOccurrence, 'opensOn' | 'dueOn'>,
  facts: DutyFacts | null,
  today: IsoDate,
): JudgedDuty {
  const daysLate = dueOn && Math.max(0, daysBetween(dueOn, facts?.firstSubmittedOn ?? today));
  if (facts) return { state: stateOf(facts, daysLate), daysLate };
  if (opensOn && today < opensOn) return { state: 'NOT_YET_OPEN', daysLate: dueOn && 0 };
  if (daysLate === null) return { state: 'UNKNOWN', daysLate };
  return { state: daysLate > 0 ? 'OVERDUE' : 'DUE', daysLate };
}

/** Whether it waits for whoever owes it, also where nobody can say by when. */
export function isOwed({
  state,
  unknownBecause,
}: {
  readonly state: DutyState;
  readonly unknownBecause: string | null;
}): boolean {
  if (state === 'UNKNOWN') return unknownBecause !== null;
  return state === 'DUE' || state === 'OVERDUE' || state === 'RETURNED';
}

function stateOf({ lastStep }: DutyFacts, daysLate: number | null): DutyState {
  if (lastStep !== 'SUBMITTED') return lastStep;
  return daysLate !== null && daysLate > 0 ? 'SUBMITTED_LATE' : 'SUBMITTED';
}
