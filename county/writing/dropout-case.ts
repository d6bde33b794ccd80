import { dayNumberOf, isoOf, type DayNumber } from '../day-numbers.js';
import type {
  Absence,
  DropoutCaseFacts,
  DropoutReason,
  EducationView,
  ErrorClass,
  PersuasionVisit,
  ScreeningVisit,
} from '../views.js';
import { isHardshipPupil } from './aid.js';
import { standingCase, type WrittenCase } from './case-standing.js';
import { ordersOf } from './enforcement-ladder.js';
import type { Writing } from './writer.js';

const WITH_CASE: ReadonlySet<ErrorClass> = new Set([
  'CONFIRMED_NOT_ENROLLED',
  'CONFIRMED_DROPOUT',
  'CHILD_LABOUR',
  'MISSING_REPORTED',
]);

/** Reports that a school owed and did not write (瞒报漏报). */
const REPORT_OMITTED = 0.15;
/** School days of unexcused absence that open a case as suspected. */
const SUSPECTED_DAYS = 3;
/** Schools mark most suspected dropouts within the day, not all. */
const MARKED = 0.6;

/** The child's dropout case: open, suspected alone, or ended by a return; null when there never was one. */
export function dropoutCaseOf(
  writing: Writing,
  education: EducationView | null,
  screenings: readonly ScreeningVisit[],
): DropoutCaseFacts | null {
  const written = writtenCase(writing, education?.absences ?? []);
  return written && standingCase(writing, written, { education, screenings });
}

function writtenCase(writing: Writing, absences: readonly Absence[]): WrittenCase | null {
  const { child } = writing;
  if (child.formerDropout) return endedCase(writing, child.formerDropout);
  if (child.errorClass && WITH_CASE.has(child.errorClass) && child.dropoutReason)
    return openCase(writing, child.dropoutReason);
  return child.errorClass === null ? suspectedCase(writing, absences) : null;
}

function openCase(writing: Writing, reason: DropoutReason): WrittenCase {
  const { world, child, random } = writing;
  const { asOf, yearStart } = world.calendar;
  const leftDay = child.outSince ?? Math.max(yearStart, asOf - 60);
  const openedDay = Math.min(asOf, leftDay + random.int(3, 10));
  const persuasionVisits = visits(writing, openedDay, random.int(0, 3));
  const isNeverEnrolled = child.schooling === 'NEVER_ENROLLED';
  const reportedDay = random.chance(REPORT_OMITTED) ? null : Math.min(asOf, openedDay + random.int(0, 3));
  return {
    openedOn: isoOf(openedDay),
    basis: isNeverEnrolled ? 'NEVER_ENROLLED' : 'LEFT_SCHOOL',
    reason,
    lastSchoolCode: isNeverEnrolled ? null : (child.school?.code ?? null),
    reportedOn: reportedDay === null ? null : isoOf(reportedDay),
    taskTeam: taskTeam(reason),
    persuasionVisits,
    orders: ordersOf({
      asOf,
      yearStart,
      isNeverEnrolled,
      refusedDay: refusedDay(persuasionVisits),
      returnedDay: null,
      criticisesBeforeOrders: world.preset.criticisesBeforeOrders,
    }),
    hasHouseholdPlan: needsHouseholdPlan(writing),
    placement: null,
  };
}

function endedCase(
  writing: Writing,
  { leftDay, returnedDay, reason }: NonNullable<Writing['child']['formerDropout']>,
): WrittenCase {
  const { world, child, random } = writing;
  const { asOf, yearStart } = world.calendar;
  const openedDay = leftDay + random.int(3, 10);
  const last: PersuasionVisit = {
    visitedOn: isoOf(returnedDay),
    participants: ['TOWNSHIP_OFFICER', 'VILLAGE_CADRE'],
    result: 'RETURNED',
  };
  const persuasionVisits = [...visits(writing, openedDay, 2), last];
  return {
    openedOn: isoOf(openedDay),
    basis: 'LEFT_SCHOOL',
    reason,
    lastSchoolCode: child.school?.code ?? null,
    reportedOn: isoOf(openedDay + 1),
    taskTeam: taskTeam(reason),
    persuasionVisits,
    orders: ordersOf({
      asOf,
      yearStart,
      isNeverEnrolled: false,
      refusedDay: refusedDay(persuasionVisits),
      returnedDay,
      criticisesBeforeOrders: world.preset.criticisesBeforeOrders,
    }),
    hasHouseholdPlan: needsHouseholdPlan(writing),
    placement: { on: isoOf(returnedDay), schoolCode: child.school?.code ?? null },
  };
}

/** A pupil absent these days without excuse: the school has marked it, and nobody knows yet why. */
function suspectedCase(writing: Writing, absences: readonly Absence[]): WrittenCase | null {
  const { world, family, child, random } = writing;
  const missed = new Map(absences.map((absence) => [absence.date, absence]));
  const days = world.calendar.schoolDays.map(isoOf);
  const lastPresent = days.findLastIndex((day) => {
    const absence = missed.get(day);
    return absence?.state !== 'UNEXCUSED' || absence.session !== 'WHOLE_DAY';
  });
  const openedOn = days[lastPresent + SUSPECTED_DAYS];
  const isShowcase = family.isShowcase && child.slot === 0;
  if (!openedOn || !child.school || (!isShowcase && !random.split(31).chance(MARKED))) return null;
  return {
    openedOn,
    basis: 'ABSENT',
    reason: missed.get(openedOn)?.reason === 'REFUSED' ? 'AVERSION_TO_STUDY' : 'OTHER',
    lastSchoolCode: child.school.code,
    reportedOn: null,
    taskTeam: [],
    persuasionVisits: [],
    orders: [],
    hasHouseholdPlan: false,
    placement: null,
  };
}

function visits({ world, random }: Writing, openedDay: DayNumber, count: number): PersuasionVisit[] {
  return Array.from({ length: count }, (_, index): PersuasionVisit => ({
    visitedOn: isoOf(Math.min(world.calendar.asOf, openedDay + 5 + index * 12)),
    participants: ['TOWNSHIP_OFFICER', 'VILLAGE_CADRE', ...(index === 0 ? (['CLASS_TEACHER'] as const) : [])],
    result: random.pick(['COMMITTED', 'REFUSED', 'NOT_MET'] as const),
  }));
}

function refusedDay(persuasionVisits: readonly PersuasionVisit[]): DayNumber | null {
  const refused = persuasionVisits.find(({ result }) => result === 'REFUSED');
  return refused ? dayNumberOf(refused.visitedOn) : null;
}

/** 工作专班: who works on the case together; the police where the child is missing or the law was broken. */
function taskTeam(reason: DropoutReason): DropoutCaseFacts['taskTeam'] {
  const core = ['TOWNSHIP_OFFICER', 'VILLAGE_CADRE', 'CLASS_TEACHER'] as const;
  return reason === 'MISSING' || reason === 'CHILD_LABOUR' ? [...core, 'POLICE_OFFICER'] : core;
}

/** 一家一案 where the family itself needs help, or has other children to lose. */
function needsHouseholdPlan({ family, child }: Writing): boolean {
  return isHardshipPupil({ family, child }) || family.children.length > 1;
}
