import { daysBetween, parseIsoDate, type IsoDate } from '../../../../policies/iso-date.js';

interface Dated {
  readonly openedOn: string;
  readonly dueOn: string;
  /** Null while it is open. */
  readonly endedOn: string | null;
}

/** Days for which a task has stood, or stood until it ended. */
export function ageOf({ openedOn, endedOn }: Dated, today: IsoDate): number {
  return daysBetween(parseIsoDate(openedOn), endedOn === null ? today : parseIsoDate(endedOn));
}

/** Days past its due day; null while there is time, and for a task that ended in time. */
export function overdueDaysOf({ dueOn, endedOn }: Dated, today: IsoDate): number | null {
  const days = daysBetween(parseIsoDate(dueOn), endedOn === null ? today : parseIsoDate(endedOn));
  return days > 0 ? days : null;
}

export interface TaskAgeBand {
  readonly fromDays: number;
  /** Null: and older. */
  readonly toDays: number | null;
}

/** @param lastDays last day of each age but the oldest, in any order: `[7, 30]` are up to 7, 8 to 30, and older */
export function taskAgeBands(lastDays: readonly number[]): TaskAgeBand[] {
  const ends = [...new Set(lastDays)].sort((a, b) => a - b);
  return [...ends, null].map((toDays, index) => ({
    fromDays: index === 0 ? 0 : (ends[index - 1] ?? 0) + 1,
    toDays,
  }));
}
