import { addDays, type IsoDate } from '../../../policies/iso-date.js';
import { attendedDays, inOrder, type AttendedDays } from './attended-days.js';
import type { CaseFacts, CaseRules, ObservedAttendance } from './case-facts.js';
import {
  confirmedIn,
  earliest,
  later,
  openStanding,
  verifiedIn,
  type CaseStanding,
  type Episode,
  type EpisodeStanding,
  type Known,
} from './open-episode.js';

export type { CaseStanding } from './open-episode.js';

interface Relapse {
  readonly on: IsoDate;
  readonly began: Exclude<Episode['began'], 'OPENED'>;
}

interface Return {
  readonly on: IsoDate;
  readonly schoolCode: string | null;
  readonly isObservable: boolean;
}

/**
 * The state of a case. It depends on what was recorded and not on when: facts may come late, twice and in any order.
 *
 * A return is looked at after the days that the policy names, from the first day of attendance that was observed, and the
 * case is closed by attendance on or after the last of them. Who stays away before that has relapsed: the same case is
 * open again. One that was closed stays so, and a later suspicion is another case; what comes late opens it again, unless
 * there is that other case.
 */
export function caseStanding(
  facts: CaseFacts,
  observed: ObservedAttendance | null,
  rules: CaseRules,
): CaseStanding {
  const decisions = lastOfEachDay(facts.decisions);
  const known: Known = { facts: { ...facts, decisions }, attended: attendedDays(observed, rules), rules };
  const first: Episode = { number: 1, from: facts.openedOn, began: 'OPENED' };
  const standing = {
    ...standingFrom(first, known),
    verifiedOn: earliest(verifiedIn(first, known)),
    confirmedOn: earliest(confirmedIn(first, known)),
  };
  const end = endOf(known.facts);
  if (!end || (standing.closedOn !== null && standing.closedOn <= end.closedOn)) return standing;
  return { ...standing, ...end, state: 'CLOSED', since: end.closedOn, nextStep: null, nextDueOn: null };
}

/** How a case ends without a return: by a decision, or because a later one of the child has taken its place (一生一案). */
function endOf({
  decisions,
  openedOn,
  nextOpenedOn,
}: CaseFacts): (Pick<CaseStanding, 'closedBy'> & { readonly closedOn: IsoDate }) | null {
  const decided = decisions.find(({ meaning, on }) => meaning === 'ENDS' && on >= openedOn);
  if (decided && (nextOpenedOn === null || decided.on <= nextOpenedOn))
    return { closedOn: decided.on, closedBy: 'DISPOSITION' };
  return nextOpenedOn === null ? null : { closedOn: nextOpenedOn, closedBy: 'NEXT_CASE' };
}

function standingFrom(episode: Episode, known: Known): EpisodeStanding {
  const back = returnOf(episode, known);
  if (!back) return openStanding(episode, known);
  const relapse = relapseAfter(back, known);
  const followed = followedStanding(episode, back, relapse, known);
  if (followed.state === 'CLOSED' || !relapse) return followed;
  return standingFrom({ number: episode.number + 1, from: relapse.on, began: relapse.began }, known);
}

/** The earliest return of an episode: recorded, marked or seen in attendance. */
function returnOf({ from, began }: Episode, { facts, attended }: Known): Return | null {
  const isOf = ({ on }: { readonly on: IsoDate }) => (began === 'OPENED' ? on >= from : on > from);
  const placements = facts.placements.filter(isOf);
  const decisions = facts.decisions.filter((decision) => decision.meaning === 'IN_SCHOOL' && isOf(decision));
  // Absence that opened an episode may be seen to end. Silence of the sheets about a child who had left shows no return.
  const isAbsence = began === 'ABSENT' || (began === 'OPENED' && facts.basis === 'ABSENT');
  const seen = isAbsence ? seenAgainAfter(from, attended) : null;
  const days = [
    ...placements.map(({ on }) => on),
    ...decisions.map(({ on }) => on),
    ...facts.visits.filter((visit) => visit.result === 'RETURNED' && isOf(visit)).map(({ on }) => on),
    ...attended.marks.filter((mark) => mark.kind === 'RETURNED' && isOf(mark)).map(({ on }) => on),
    ...(seen ? [seen] : []),
  ];
  const [on] = days.toSorted(inOrder);
  if (on === undefined) return null;
  const [placed] = placements.toSorted(
    (a, b) => inOrder(a.on, b.on) || inOrder(a.schoolCode ?? '', b.schoolCode ?? ''),
  );
  const said = [...placements, ...decisions];
  return {
    on,
    schoolCode: placed?.schoolCode ?? null,
    isObservable: said.length === 0 || said.some(({ isObservable }) => isObservable),
  };
}

/** The first day attended after the absence that a day lies in. */
function seenAgainAfter(day: IsoDate, { suspicions, firstFrom }: AttendedDays): IsoDate | null {
  const spell = suspicions.find(({ from, to }) => from <= day && day <= to);
  if (spell) return spell.isOpen === false ? firstFrom(addDays(spell.to, 1)) : null;
  return firstFrom(day);
}

/** How the child was lost again, if it was: by absence that makes a suspicion, a mark, a decision or a check. */
function relapseAfter({ on, isObservable }: Return, { facts, attended }: Known): Relapse | null {
  const absent = isObservable ? absentAfter(on, attended) : null;
  const left = attended.marks.find((mark) => mark.kind === 'DROPPED_OUT' && mark.on > on);
  const confirmed = facts.decisions.find((decision) => decision.meaning === 'CONFIRMS' && decision.on > on);
  const checked = facts.checks
    .filter((check) => check.result === 'NOT_IN_SCHOOL' && check.on > on)
    .toSorted((a, b) => inOrder(a.on, b.on))[0];
  const relapses: Relapse[] = [
    ...(left ? [{ on: left.on, began: 'LEFT' } as const] : []),
    ...(confirmed ? [{ on: confirmed.on, began: 'LEFT' } as const] : []),
    ...(absent ? [{ on: absent, began: 'ABSENT' } as const] : []),
    ...(checked ? [{ on: checked.on, began: 'CHECKED' } as const] : []),
  ];
  return relapses.toSorted((a, b) => inOrder(a.on, b.on))[0] ?? null;
}

/** The day on which absence after a return became a suspicion; a suspicion that was there already goes on. */
function absentAfter(returnedOn: IsoDate, { suspicions }: AttendedDays): IsoDate | null {
  for (const { suspectedFrom, from, to } of suspicions) {
    if (!suspectedFrom || to < returnedOn) continue;
    // A return of a child who was never seen since: the absence is counted on from the day of the return.
    if (from >= returnedOn) return suspectedFrom;
    if (to > returnedOn) return later(suspectedFrom, addDays(returnedOn, 1));
  }
  return null;
}

function followedStanding(
  { number, from }: Episode,
  back: Return,
  relapse: Relapse | null,
  { facts, attended, rules }: Known,
): EpisodeStanding {
  const attendedFrom = (day: IsoDate) => {
    const seen = back.isObservable ? attended.firstFrom(day) : null;
    return seen !== null && (!relapse || seen < relapse.on) ? seen : null;
  };
  /** By word of somebody who asked where the sheets can't show it. */
  const checkedFrom = (day: IsoDate) =>
    back.isObservable && attended.knownUpTo !== null && attended.knownUpTo >= day
      ? null
      : (facts.checks
          .filter(({ on, result }) => result === 'IN_SCHOOL' && on >= day && (!relapse || on < relapse.on))
          .map(({ on }) => on)
          .toSorted(inOrder)[0] ?? null);
  const firstAttendedOn = attendedFrom(back.on);
  const countedFrom = firstAttendedOn ?? (back.isObservable ? checkedFrom(back.on) : back.on);
  const reached: IsoDate[] = [];
  let nextDueOn: IsoDate | null = null;
  for (const days of rules.followUpAfterReturnDays.toSorted((a, b) => a - b)) {
    if (countedFrom === null) break;
    const dueOn = addDays(countedFrom, days);
    const passedOn = attendedFrom(dueOn) ?? checkedFrom(dueOn);
    if (passedOn === null) {
      nextDueOn = dueOn;
      break;
    }
    reached.push(passedOn);
  }
  const last = reached.at(-1);
  const isClosed = reached.length === rules.followUpAfterReturnDays.length && last !== undefined;
  return {
    state: isClosed ? 'CLOSED' : last ? 'FOLLOWED' : 'RETURNED',
    since: last ?? back.on,
    episode: number,
    episodeFrom: from,
    returnedOn: back.on,
    returnSchoolCode: back.schoolCode,
    firstAttendedOn,
    closedOn: isClosed ? last : null,
    closedBy: isClosed ? 'RETURN' : null,
    nextStep: isClosed ? null : 'FOLLOW_UP',
    nextDueOn,
  };
}

function lastOfEachDay(decisions: CaseFacts['decisions']): CaseFacts['decisions'] {
  const ofDay = new Map<IsoDate, CaseFacts['decisions'][number]>();
  for (const decision of decisions.toSorted((a, b) => inOrder(a.on, b.on) || a.order - b.order))
    ofDay.set(decision.on, decision);
  return [...ofDay.values()];
}
