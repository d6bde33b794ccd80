import type { IsoDate } from '../../../../policies/iso-date.js';
import type { DutyOccurrence } from '../duty-occurrences.js';
import type { TermOpeningState } from './supervision.enums.js';

export interface TermOpening {
  readonly term: string;
  readonly divisionCode: string;
  readonly dueOn: IsoDate | null;
  /** The first meeting in the term, before the next one begins. */
  readonly heldOn: IsoDate | null;
  readonly state: TermOpeningState;
  readonly policyClause: string;
}

/**
 * Whether the leading group met at the start of each term (每学期初召开一次控辍保学工作会议). A meeting of any kind from
 * the first day of the term counts; the first one decides.
 * @param asked occurrences of the duty to meet, in any order
 * @param heldOn days of meetings in the same division
 */
export function termOpenings(
  asked: readonly DutyOccurrence[],
  heldOn: readonly IsoDate[],
  today: IsoDate,
): TermOpening[] {
  const terms = asked.toSorted((a, b) => (a.periodFrom < b.periodFrom ? -1 : 1));
  return terms.map(({ period, periodFrom, opensOn, dueOn, place, policyClause }, index) => {
    const next = terms[index + 1]?.periodFrom;
    const [held = null] = heldOn
      .filter((day) => periodFrom <= day && (next === undefined || day < next))
      .toSorted();
    const known = opensOn !== null && dueOn !== null;
    const state = !known
      ? 'UNKNOWN'
      : held
        ? held <= dueOn
          ? 'HELD'
          : 'HELD_LATE'
        : today <= dueOn
          ? 'DUE'
          : 'MISSED';
    return { term: period, divisionCode: place.code, dueOn, heldOn: held, state, policyClause };
  });
}
