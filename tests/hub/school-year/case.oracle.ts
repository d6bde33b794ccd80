import { dayAfter, isLesson, isMissed, type DayMark, type ToldSpell } from './spells.oracle.js';

/** What is written down about one case, each day with what happened on it. Imports nothing of the hub. */
export interface ToldFacts {
  readonly openedOn: string;
  readonly isAbsence: boolean;
  /** Whether the places of return keep their sheets in the county. */
  readonly isInCounty: boolean;
  readonly placements: readonly string[];
  readonly returnVisits: readonly string[];
  /** `order` tells which of two of one day came later. */
  readonly decisions: readonly { readonly on: string; readonly order: number; readonly meaning: string }[];
  readonly marks: readonly { readonly on: string; readonly kind: string }[];
  readonly checks: readonly { readonly on: string; readonly result: string }[];
}

export interface Sheets {
  readonly marks: ReadonlyMap<string, DayMark>;
  readonly spells: readonly ToldSpell[];
  readonly knownUpTo: string;
}

/** Where the case stands after the last day. */
export interface ToldCase {
  isOpen: boolean;
  closedOn: string | null;
  closedBy: string | null;
  /** 1, and one more each time that the child was lost again. */
  episode: number;
  episodeFrom: string;
  returnedOn: string | null;
}

const FOLLOWED_AFTER = [30, 90];

/** Goes through the days as somebody would who reads a diary, and changes the state when something happens. */
export function toldCase(facts: ToldFacts, { marks, spells, knownUpTo }: Sheets): ToldCase {
  const told: ToldCase = {
    isOpen: true,
    closedOn: null,
    closedBy: null,
    episode: 1,
    episodeFrom: facts.openedOn,
    returnedOn: null,
  };
  let isLostByAbsence = facts.isAbsence;
  let isOnSheets = true;
  let countedFrom: string | null = null;
  let passed = 0;
  const days = [...facts.placements, ...facts.returnVisits];
  const others = [...facts.decisions, ...facts.marks, ...facts.checks].map(({ on }) => on);
  const end = [...days, ...others, knownUpTo].toSorted().at(-1) ?? knownUpTo;

  const decisionOn = (day: string) =>
    facts.decisions.filter(({ on }) => on === day).toSorted((a, b) => b.order - a.order)[0]?.meaning;
  const isChecked = (day: string, result: string) =>
    facts.checks.some((check) => check.on === day && check.result === result);
  const isMarked = (day: string, kind: string) =>
    facts.marks.some((mark) => mark.on === day && mark.kind === kind);
  let hasLeft = false;

  /** Somebody said of this episode, sooner or later, where the child goes to school. */
  const isToldWhere = () => {
    const isOfEpisode = (day: string) =>
      told.episode === 1 ? day >= told.episodeFrom : day > told.episodeFrom;
    return (
      facts.placements.some(isOfEpisode) ||
      facts.decisions.some(({ on }) => decisionOn(on) === 'IN_SCHOOL' && isOfEpisode(on))
    );
  };

  const [first = facts.openedOn] = [facts.openedOn, ...facts.marks.map(({ on }) => on)].toSorted();
  for (let day = first; day <= end && told.isOpen; day = dayAfter(day)) {
    if (isMarked(day, 'DROPPED_OUT')) hasLeft = true;
    if (isMarked(day, 'RETURNED')) hasLeft = false;
    if (day < facts.openedOn) continue;
    const isThere = day <= knownUpTo && isLesson(day) && !isMissed(marks.get(day)) && !hasLeft;

    if (told.returnedOn === null) {
      const isLaterDay = told.episode === 1 || day > told.episodeFrom;
      const isBack =
        facts.placements.includes(day) ||
        facts.returnVisits.includes(day) ||
        decisionOn(day) === 'IN_SCHOOL' ||
        isMarked(day, 'RETURNED');
      if ((isLaterDay && isBack) || (isLostByAbsence && isThere)) {
        told.returnedOn = day;
        isOnSheets = facts.isInCounty || !isToldWhere();
        [countedFrom, passed] = [isOnSheets ? null : day, 0];
      }
    } else if (day > told.returnedOn) {
      const isAway = spells.some(
        ({ suspectedSince, to }) => suspectedSince !== null && suspectedSince <= day && day <= to,
      );
      const isLeft = isMarked(day, 'DROPPED_OUT') || decisionOn(day) === 'CONFIRMS';
      const isAbsent = isOnSheets && isAway;
      if (isLeft || isAbsent || isChecked(day, 'NOT_IN_SCHOOL')) {
        isLostByAbsence = !isLeft && isAbsent;
        told.episode += 1;
        told.episodeFrom = day;
        told.returnedOn = null;
      }
    }

    if (told.returnedOn !== null) {
      /** Where the sheets speak of that day nobody's word counts instead. */
      const isSeenSince = (since: string) =>
        isOnSheets && knownUpTo >= since ? isThere : isChecked(day, 'IN_SCHOOL');
      if (countedFrom === null && isSeenSince(told.returnedOn)) countedFrom = day;
      for (const days of FOLLOWED_AFTER.slice(passed)) {
        if (countedFrom === null || day < dayAfter(countedFrom, days)) break;
        if (!isSeenSince(dayAfter(countedFrom, days))) break;
        passed += 1;
      }
      if (passed === FOLLOWED_AFTER.length) {
        told.isOpen = false;
        told.closedOn = day;
        told.closedBy = 'RETURN';
      }
    }
    if (told.isOpen && decisionOn(day) === 'ENDS') {
      told.isOpen = false;
      told.closedOn = day;
      told.closedBy = 'DISPOSITION';
    }
  }
  return told;
}
