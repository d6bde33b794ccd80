import type { PolicyBody } from '../../../policies/bodies.js';
import type { DutyKind, PublicityChannel } from '../../../policies/duty-kinds.js';
import { addMonths, type IsoDate } from '../../../policies/iso-date.js';
import type { Label } from '../../../policies/policy-label.js';
import { policyClause, type ResolvedPolicy } from '../../../policies/resolve-policy.js';
import type { SchoolCalendar } from '../../../policies/school-calendar.js';
import { agenciesOwing } from './acting-bodies.js';
import { periodsOf, type DutyPeriod, type UnknownReason } from './duty-periods.js';
import { levelOf, signersOf, type DutyPlace } from './duty-places.js';
import { leadingGroupOf, type LeadingGroup } from './leading-group.js';

export interface DutyRules {
  readonly duties: ResolvedPolicy['duties'];
  readonly focusGroups: ResolvedPolicy['focusGroups'];
  readonly leadingGroups: ResolvedPolicy['leadingGroups'];
  readonly dutyDeadlines: ResolvedPolicy['dutyDeadlines'];
  readonly calendar: Pick<SchoolCalendar, 'terms' | 'addWorkingDays'>;
}

/** What a duty asks, whichever its period. */
export interface AskedDuty {
  readonly duty: string;
  readonly label: Label;
  readonly kind: DutyKind;
  readonly body: PolicyBody;
  /** Agency that owes it, of a body that each agency is one of; null of every other. */
  readonly agency: string | null;
  readonly place: DutyPlace;
  /** Bodies that sign it off; empty where the policy names none at or above the place. */
  readonly signers: readonly PolicyBody[];
  /** Groups that it is about, in the policy's words; empty where it is about everyone. */
  readonly groups: readonly Label[];
  /** What the group to be set up is to be like; null of every other duty, and where no document says. */
  readonly leadingGroup: LeadingGroup | null;
  /** Ways in which it is done, where the document names any. */
  readonly channels: readonly PublicityChannel[];
  readonly policyClause: string;
}

/** One duty of one body at one place in one period. */
export interface DutyOccurrence extends AskedDuty {
  readonly period: string;
  /** First day of the period, by which occurrences are counted; of a term without dates the usual one. */
  readonly periodFrom: IsoDate;
  /** The first day on which it can be done; null when it is not known. */
  readonly opensOn: IsoDate | null;
  /** The last day on which it is in time; null when it is not known, or when the duty has no day. */
  readonly dueOn: IsoDate | null;
  readonly unknownBecause: UnknownReason | null;
}

/** What looks back on a period is handed in after its end; everything else is done within it. */
const LOOKS_BACK: ReadonlySet<DutyKind> = new Set([
  'REPORT',
  'BULLETIN',
  'RECHECK',
  'ASSESSMENT',
  'EVALUATION',
]);

/**
 * Every time that a policy's duties fall due at some places in periods that begin between two days, both included. Each
 * body named by a duty owes it at each place of its level, and of member units and departments each agency does. Duties upon an event, and standing ones, have no such day.
 * @param places those for which the policy is the one in force
 */
export function dutyOccurrences(
  rules: DutyRules,
  places: readonly DutyPlace[],
  { from, to }: { readonly from: IsoDate; readonly to: IsoDate },
): DutyOccurrence[] {
  return occurrencesAt(rules, datedDuties(rules, { from, to }), places);
}

/** A duty with its periods, each with its deadline: alike at every place at which one policy is in force. */
export interface DatedDuty {
  readonly duty: string;
  readonly stated: StatedDuty;
  readonly periods: readonly Omit<DutyOccurrence, keyof AskedDuty>[];
}

/** The periods of each duty that begin between two days, both included; a duty without any is left out. */
export function datedDuties(
  rules: DutyRules,
  { from, to }: { readonly from: IsoDate; readonly to: IsoDate },
): DatedDuty[] {
  return Object.entries(rules.duties).flatMap(([duty, stated]) => {
    if (!stated) return [];
    const periods = periodsOf(stated.value.occurs, rules.calendar, from, to).map((period) => ({
      period: period.label,
      periodFrom: period.from,
      ...deadlineOf(stated.value, period, rules),
    }));
    return periods.length === 0 ? [] : [{ duty, stated, periods }];
  });
}

/** @param places those for which the policy of the duties is the one in force */
export function occurrencesAt(
  rules: WordedRules,
  dated: readonly DatedDuty[],
  places: readonly DutyPlace[],
): DutyOccurrence[] {
  const placesOf = Map.groupBy(places, ({ kind }) => kind);
  return dated.flatMap(({ duty, stated, periods }) =>
    [...new Set(stated.value.by)].flatMap((body) => {
      const level = levelOf(body);
      const there = level === null ? [] : (placesOf.get(level) ?? []);
      return there.flatMap((place) =>
        agenciesOwing(body).flatMap((agency) => {
          const asked = askedDuty(duty, stated, { body, agency, place }, rules);
          return periods.map((period) => ({ ...asked, ...period }));
        }),
      );
    }),
  );
}

/** What a duty's own words refer to. */
export type WordedRules = Pick<DutyRules, 'focusGroups' | 'leadingGroups'>;

/** Of a group for which the policy has no words, the duty's own have to do. */
function groupsOf({ value }: StatedDuty, { focusGroups }: WordedRules): Label[] {
  return (value.groups ?? []).flatMap((group) => {
    const stated = focusGroups[group];
    return stated ? [stated.value.label] : [];
  });
}

type StatedDuty = NonNullable<ResolvedPolicy['duties'][string]>;

export function askedDuty(
  duty: string,
  stated: StatedDuty,
  { body, agency, place }: Pick<AskedDuty, 'body' | 'agency' | 'place'>,
  rules: WordedRules,
): AskedDuty {
  return {
    duty,
    label: stated.value.label,
    kind: stated.value.kind,
    body,
    agency,
    place,
    signers: signersOf(stated.value.to, place.kind),
    groups: groupsOf(stated, rules),
    leadingGroup: stated.value.kind === 'LEADING_GROUP' ? leadingGroupOf(body, place, rules) : null,
    channels: stated.value.channels ?? [],
    policyClause: policyClause(stated),
  };
}

type Deadline = Pick<DutyOccurrence, 'opensOn' | 'dueOn' | 'unknownBecause'>;

function deadlineOf(
  { kind, occurs }: StatedDuty['value'],
  { days }: DutyPeriod,
  { calendar, dutyDeadlines }: DutyRules,
): Deadline {
  if (!days) return { opensOn: null, dueOn: null, unknownBecause: 'TERM_DATES_MISSING' };
  const within = (opensOn: IsoDate, after: IsoDate, workingDays: number): Deadline => {
    const due = calendar.addWorkingDays(after, workingDays);
    return due.known
      ? { opensOn, dueOn: due.value, unknownBecause: null }
      : { opensOn, dueOn: null, unknownBecause: due.reason };
  };
  if ('atTermStart' in occurs)
    return within(days.first, days.first, dutyDeadlines.termStartWorkingDays.value);
  if ('monthsAfterTermStart' in occurs)
    return {
      opensOn: days.first,
      dueOn: addMonths(days.first, occurs.monthsAfterTermStart),
      unknownBecause: null,
    };
  if (LOOKS_BACK.has(kind)) return within(days.last, days.last, dutyDeadlines.reportWorkingDays.value);
  return { opensOn: days.first, dueOn: days.last, unknownBecause: null };
}
