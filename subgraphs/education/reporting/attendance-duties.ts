import type { AbsenceSpell } from '../../../policies/absence-spells.js';
import { addDays, type IsoDate } from '../../../policies/iso-date.js';
import { policyClause, type ResolvedPolicy } from '../../../policies/resolve-policy.js';
import type { SchoolCalendar } from '../../../policies/school-calendar.js';
import type { EnumValue } from '../../_kit/schema/label.js';
import { markOf, type MarkOfDuty } from './mark-of-duty.js';
import type {
  AttendanceDutyEnum,
  DutyStateEnum,
  ReportRecipientEnum,
  StatusMarkEnum,
} from './reporting.enums.js';

export type DutyKind = EnumValue<typeof AttendanceDutyEnum>;
export type DutyState = EnumValue<typeof DutyStateEnum>;
export type MarkKind = EnumValue<typeof StatusMarkEnum>;
export type Recipient = EnumValue<typeof ReportRecipientEnum>;

/** Something the school has recorded about a child. */
interface Recorded {
  /** The day of which it speaks, as the school stated it; of a report, the day on which the child left. */
  readonly about: IsoDate;
  /** The day on which it counts as done: when it was entered, since who is judged by a day must not choose it. */
  readonly on: IsoDate;
  /** Who entered it; null for what was imported. */
  readonly by: string | null;
}

/** What a school has done about one child's absences, in any order. */
export interface ReportingFacts {
  readonly contacts: readonly Recorded[];
  readonly inspectorCalls: readonly Recorded[];
  readonly marks: readonly (Recorded & { readonly mark: MarkKind })[];
  readonly reports: readonly (Recorded & { readonly recipient: Recipient })[];
}

export interface DutyRules {
  readonly calendar: Pick<SchoolCalendar, 'isSchoolDay'>;
  readonly reporting: ResolvedPolicy['dropoutReporting'];
  /** Last day that attendance and the school's records speak of; null when the records can't be relied on. */
  readonly knownUpTo: IsoDate | null;
}

export interface AttendanceDuty extends MarkOfDuty {
  readonly kind: DutyKind;
  /** The day that asked for it. */
  readonly since: IsoDate;
  /** Last day on which it is in time; null where the holidays until then are not announced. */
  readonly dueOn: IsoDate | null;
  readonly doneOn: IsoDate | null;
  /** Who entered that it was done; null while nobody has, and for what was imported. */
  readonly doneBy: string | null;
  readonly state: DutyState;
  readonly policyClause: string;
}

/** Whether somebody has to see to it; where nobody can say whether it is in time, it is to be done all the same. */
export function isToBeDone({ state }: Pick<AttendanceDuty, 'state'>): boolean {
  return state === 'DUE' || state === 'OVERDUE' || state === 'UNKNOWN';
}

type LimitName = {
  [Name in keyof DutyRules['reporting']]: DutyRules['reporting'][Name] extends { readonly value: number }
    ? Name
    : never;
}[keyof DutyRules['reporting']];

/** Further than any vacation. */
const LOOK_AHEAD_DAYS = 92;

/** A spell with what it asks of the school. */
export interface SpellDuties<Spell extends AbsenceSpell> {
  readonly spell: Spell;
  readonly duties: readonly AttendanceDuty[];
}

/**
 * What each spell of one child asks of the school, in the order in which it comes to ask
 * (青政办发〔2018〕49号 三（一）3). What speaks of a day before the next spell began belongs to the one before it; a mark
 * stands until the pupil is marked as returned, and need not be set again.
 *
 * @param spells latest first
 */
export function dutiesOfSpells<Spell extends AbsenceSpell>(
  spells: readonly Spell[],
  facts: ReportingFacts,
  rules: DutyRules,
): SpellDuties<Spell>[] {
  return spells.map((spell, index) => {
    const next = spells[index - 1]?.from ?? null;
    const ended = spells[index + 1]?.to ?? null;
    const isOfSpell = ({ about }: Recorded) => about >= spell.from && (next === null || about < next);
    // Who left after a last day at school left before the first day that is missed.
    const isLeavingOfSpell = ({ about }: Recorded) =>
      (ended === null || about > ended) && (next === null || about <= spell.to);
    return {
      spell,
      duties: dutiesOf(
        spell,
        {
          contacts: facts.contacts.filter(isOfSpell),
          inspectorCalls: facts.inspectorCalls.filter(isOfSpell),
          reports: facts.reports.filter(isLeavingOfSpell),
          marks: [...standingMark(facts.marks, spell.from), ...facts.marks.filter(isOfSpell)],
        },
        rules,
        next,
      ),
    };
  });
}

/** The mark that the record bears when a spell begins, if the pupil had not been marked as returned. */
function standingMark(marks: ReportingFacts['marks'], from: IsoDate): ReportingFacts['marks'] {
  const [last] = marks.filter(({ about }) => about < from).toSorted((a, b) => b.about.localeCompare(a.about));
  return last && last.mark !== 'RETURNED' ? [last] : [];
}

/** @param next first day of the spell after it */
function dutiesOf(
  spell: AbsenceSpell,
  facts: ReportingFacts,
  rules: DutyRules,
  next: IsoDate | null,
): AttendanceDuty[] {
  const { from, suspectedFrom, reportableFrom } = spell;
  const { reporting } = rules;
  const returnedOn = dayOfReturn(spell, next);
  const marked = (...kinds: readonly MarkKind[]) =>
    earliest(facts.marks.filter(({ mark }) => kinds.includes(mark)));
  const reported = (to: Recipient) => earliest(facts.reports.filter(({ recipient }) => recipient === to));
  const duty = (kind: DutyKind, arises: IsoDate | null, limit: LimitName, done: Recorded | null) =>
    arises ? [dutyOf({ kind, arises, limit: reporting[limit], done, lapsesWith: returnedOn }, rules)] : [];
  const calledFrom = reporting.inspectorCalledAtFirstSign.value ? suspectedFrom : null;
  const reportedTo = (body: 'TOWNSHIP' | 'COUNTY_EDUCATION') =>
    reporting.writtenReportTo.value.includes(body) ? reportableFrom : null;
  const anyMark = marked('SUSPECTED_DROPOUT', 'DROPPED_OUT');
  const returned = facts.marks.filter(
    ({ mark, about }) => mark === 'RETURNED' && returnedOn !== null && about >= returnedOn,
  );
  return [
    ...duty('CONTACT_GUARDIAN', from, 'contactGuardianSchoolDays', earliest(facts.contacts)),
    ...duty('CALL_INSPECTOR', calledFrom, 'callInspectorSchoolDays', earliest(facts.inspectorCalls)),
    ...duty('MARK_SUSPECTED_DROPOUT', suspectedFrom, 'markStatusSchoolDays', anyMark),
    ...duty('REPORT_TO_TOWNSHIP', reportedTo('TOWNSHIP'), 'reportInWritingSchoolDays', reported('TOWNSHIP')),
    ...duty(
      'REPORT_TO_EDUCATION_BUREAU',
      reportedTo('COUNTY_EDUCATION'),
      'reportInWritingSchoolDays',
      reported('EDUCATION_BUREAU'),
    ),
    ...duty('MARK_DROPPED_OUT', reportableFrom, 'markStatusSchoolDays', marked('DROPPED_OUT')),
    ...(returnedOn && anyMark
      ? [
          dutyOf(
            {
              kind: 'MARK_RETURNED',
              arises: returnedOn,
              limit: reporting.markStatusSchoolDays,
              done: earliest(returned),
              lapsesWith: next,
            },
            rules,
          ),
        ]
      : []),
  ];
}

interface AskedDuty {
  readonly kind: DutyKind;
  readonly arises: IsoDate;
  readonly limit: ResolvedPolicy['dropoutReporting']['markStatusSchoolDays'];
  readonly done: Recorded | null;
  /** What comes by the last day in time makes the duty lapse: a return, or for the mark of one, the next absence. */
  readonly lapsesWith: IsoDate | null;
}

function dutyOf(
  { kind, arises, limit, done, lapsesWith }: AskedDuty,
  { calendar, knownUpTo, reporting }: DutyRules,
): AttendanceDuty {
  const dueOn = schoolDayAfter(arises, limit.value, calendar);
  const doneOn = done?.on ?? null;
  return {
    kind,
    since: arises,
    dueOn,
    doneOn,
    doneBy: done?.by ?? null,
    state: stateOf(dueOn, doneOn, lapsesWith, knownUpTo),
    ...markOf(kind, reporting),
    policyClause: policyClause(limit),
  };
}

function stateOf(
  dueOn: IsoDate | null,
  doneOn: IsoDate | null,
  lapsesWith: IsoDate | null,
  knownUpTo: IsoDate | null,
): DutyState {
  if (doneOn) return dueOn === null ? 'UNKNOWN' : doneOn <= dueOn ? 'DONE' : 'DONE_LATE';
  if (knownUpTo === null || dueOn === null) return 'UNKNOWN';
  if (lapsesWith && lapsesWith <= dueOn) return 'LAPSED';
  return knownUpTo > dueOn ? 'OVERDUE' : 'DUE';
}

/**
 * The first school day on which the child was not missed any more; null while it is away or the data can't tell. Who was
 * away at the end of a term and is away when the next one begins has not returned between them.
 */
function dayOfReturn({ nextSchoolDay }: AbsenceSpell, next: IsoDate | null): IsoDate | null {
  return nextSchoolDay !== null && next !== null && nextSchoolDay >= next ? null : nextSchoolDay;
}

/** Null where a day before it may or may not be a school day: what lies behind it does not matter. */
function schoolDayAfter(day: IsoDate, count: number, calendar: DutyRules['calendar']): IsoDate | null {
  let reached = day;
  let left = count;
  for (let ahead = 1; left > 0; ahead += 1) {
    if (ahead > LOOK_AHEAD_DAYS) return null;
    reached = addDays(day, ahead);
    const lessons = calendar.isSchoolDay(reached);
    if (!lessons.known) return null;
    if (lessons.value) left -= 1;
  }
  return reached;
}

function earliest(recorded: readonly Recorded[]): Recorded | null {
  return recorded.toSorted((a, b) => a.on.localeCompare(b.on))[0] ?? null;
}
