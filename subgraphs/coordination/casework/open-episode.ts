import { addDays, type IsoDate } from '../../../policies/iso-date.js';
import { inOrder, type AttendedDays } from './attended-days.js';
import type { CaseFacts, CaseRules } from './case-facts.js';
import type { CaseEnd, CaseState, CaseStep } from './casework.enums.js';

/** Where a case stands, as its facts and the observed attendance say. */
export interface CaseStanding {
  readonly state: CaseState;
  readonly since: IsoDate;
  /** 1, and one more for each relapse. */
  readonly episode: number;
  /** First day of the episode: what was ordered, promised or obeyed before it speaks of an earlier absence. */
  readonly episodeFrom: IsoDate;
  /** First days on which it was verified and confirmed, in whichever episode; null while it was not. */
  readonly verifiedOn: IsoDate | null;
  readonly confirmedOn: IsoDate | null;
  /** Of the return that holds; null while there is none. */
  readonly returnedOn: IsoDate | null;
  readonly returnSchoolCode: string | null;
  /** First day of attendance that was observed after that return; null while none was. */
  readonly firstAttendedOn: IsoDate | null;
  readonly closedOn: IsoDate | null;
  readonly closedBy: CaseEnd | null;
  readonly nextStep: CaseStep | null;
  /** Null where nothing is due, and where no day can be told. */
  readonly nextDueOn: IsoDate | null;
}

export interface Episode {
  readonly number: number;
  readonly from: IsoDate;
  /** What began it: the opening of the case, or how the child was lost again. */
  readonly began: 'OPENED' | 'ABSENT' | 'LEFT' | 'CHECKED';
}

export interface Known {
  readonly facts: CaseFacts;
  readonly attended: AttendedDays;
  readonly rules: CaseRules;
}

/** What does not hang on the episode. */
export type EpisodeStanding = Omit<CaseStanding, 'verifiedOn' | 'confirmedOn'>;

/** Days on which an episode, or a later one, was confirmed. */
export function confirmedIn({ from, began }: Episode, { facts, attended }: Known): IsoDate[] {
  return [
    ...facts.decisions.filter(({ meaning }) => meaning === 'CONFIRMS').map(({ on }) => on),
    ...attended.marks.filter(({ kind }) => kind === 'DROPPED_OUT').map(({ on }) => on),
    ...(attended.markOn(from) === 'DROPPED_OUT' || began === 'LEFT' ? [from] : []),
    ...(facts.reportedOn && began === 'OPENED' ? [later(facts.reportedOn, from)] : []),
  ].filter((on) => on >= from);
}

/** Days on which somebody had seen for himself; who confirms has seen. */
export function verifiedIn(episode: Episode, known: Known): IsoDate[] {
  const { from, began } = episode;
  const { facts } = known;
  const isFound = began === 'CHECKED' || (began === 'OPENED' && !TO_BE_SEEN.has(facts.basis));
  return [
    ...facts.verifications.map(({ on }) => on),
    ...facts.decisions.filter(({ meaning }) => meaning === 'OPEN').map(({ on }) => on),
    ...(isFound ? [from] : []),
    ...confirmedIn(episode, known),
  ].filter((on) => on >= from);
}

export function earliest(days: readonly IsoDate[]): IsoDate | null {
  return days.toSorted(inOrder)[0] ?? null;
}

export function openStanding(episode: Episode, known: Known): EpisodeStanding {
  const { facts, rules } = known;
  const { from, number } = episode;
  const isOf = ({ on }: { readonly on: IsoDate }) => on >= from;
  const persuaded = earliest(
    facts.visits.filter((visit) => visit.result !== 'RETURNED' && isOf(visit)).map(({ on }) => on),
  );
  const confirmed = earliest(confirmedIn(episode, known));
  const verified = earliest(verifiedIn(episode, known));
  const open = {
    episode: number,
    episodeFrom: from,
    returnedOn: null,
    returnSchoolCode: null,
    firstAttendedOn: null,
    closedOn: null,
    closedBy: null,
  };
  if (persuaded)
    return {
      ...open,
      state: 'PERSUADING',
      since: persuaded,
      nextStep: 'VISIT',
      nextDueOn: nextVisitOf(facts.visits.filter(isOf)),
    };
  if (confirmed) return { ...open, state: 'CONFIRMED', since: confirmed, nextStep: 'VISIT', nextDueOn: null };
  const toVerify = { ...open, nextStep: 'VERIFY', nextDueOn: addDays(from, rules.verifyWithinDays) } as const;
  return verified
    ? { ...toVerify, state: 'VERIFYING', since: verified }
    : { ...toVerify, state: 'SUSPECTED', since: from };
}

/** Said by the sheets or by another office: nobody has seen for himself. */
export const TO_BE_SEEN: ReadonlySet<string> = new Set(['ABSENT', 'TOLD_BY_AGENCY']);

/** What the latest visit agreed on; of two of one day, the earlier next visit. */
function nextVisitOf(visits: CaseFacts['visits']): IsoDate | null {
  const lastOn = visits
    .map(({ on }) => on)
    .toSorted(inOrder)
    .at(-1);
  const agreed = visits.filter(({ on }) => on === lastOn).flatMap(({ nextVisitOn }) => nextVisitOn ?? []);
  return agreed.toSorted(inOrder)[0] ?? null;
}

export function later(a: IsoDate, b: IsoDate): IsoDate {
  return a > b ? a : b;
}
