import { dayNumber, isoOf, type DayNumber } from '../day-numbers.js';
import { formalStatusNumber } from '../register-numbers.js';
import type { StatusChange, StudentStatusRecord } from '../views.js';
import { areParentsAbsent } from './guardians.js';
import { isHardshipPupil } from './aid.js';
import { statusFormOf } from './status-form.js';
import { keyIn, writtenIdentity, type Writing } from './writer.js';

/** JY/T 1001 states (学生当前状态). */
export const STATES = {
  ENROLLED: '01',
  SUSPENDED: '02',
  STOPPED: '04',
  RETURNED: '05',
  LOST: '06',
  GRADUATED: '07',
  TRANSFERRED_OUT: '10',
  DECEASED: '11',
  WHEREABOUTS_UNKNOWN: '15',
} as const;

/** Share of dropouts that the school has not marked: on the roll, long absent (隐性辍学). */
const HIDDEN_DROPOUT = 0.4;

/** Null when the status system should hold nothing of the child. */
function stateOf({ child, random }: Writing): string | null {
  if (child.errorClass === 'GHOST_STATUS') return STATES.ENROLLED;
  if (child.errorClass === 'TRANSFER_IN_TRANSIT') return STATES.TRANSFERRED_OUT;
  if (child.errorClass === 'MISSING_REPORTED') return STATES.WHEREABOUTS_UNKNOWN;
  if (child.errorClass === 'RETURNED') return STATES.RETURNED;
  switch (child.schooling) {
    case 'ENROLLED_HERE':
    case 'HOME_TEACHING':
      return STATES.ENROLLED;
    case 'SUSPENDED':
      return STATES.SUSPENDED;
    case 'DROPPED_OUT':
      return child.age < 15 && random.split(3).chance(HIDDEN_DROPOUT) ? STATES.ENROLLED : STATES.LOST;
    case 'COMPLETED':
      return STATES.GRADUATED;
    case 'DECEASED':
      return STATES.DECEASED;
    case 'IN_CUSTODY':
      return STATES.STOPPED;
    default:
      return null;
  }
}

function leftDayOf(state: string, { world, child, random }: Writing): DayNumber | null {
  const { asOf, academicYear } = world.calendar;
  if (state === STATES.GRADUATED) return dayNumber(academicYear, 6, 30);
  if (state === STATES.TRANSFERRED_OUT) return asOf - random.split(4).int(3, 20);
  return state === STATES.ENROLLED || state === STATES.RETURNED ? null : child.outSince;
}

/** Kind code of the change that ended a status, by state. */
const LEAVING_KINDS: Readonly<Record<string, StatusChange['kindCode']>> = {
  [STATES.GRADUATED]: '21',
  [STATES.TRANSFERRED_OUT]: '27',
  [STATES.DECEASED]: '26',
  [STATES.LOST]: '28',
};

export interface StatusWriting {
  readonly record: StudentStatusRecord;
  readonly changes: readonly StatusChange[];
}

/** The child's status record with the changes behind it; null when there is none to have. */
export function writeStatus(writing: Writing): StatusWriting | null {
  const { world, family, child } = writing;
  const state = stateOf(writing);
  const { school } = child;
  if (state === null || school === null) return null;
  const { academicYear } = world.calendar;
  const entryYear =
    academicYear - (child.grade - (child.grade <= 6 ? 1 : 7)) - (state === STATES.GRADUATED ? 1 : 0);
  const enrolledDay = dayNumber(entryYear, 9, 1);
  const enrolledOn = isoOf(enrolledDay);
  const left = leftDayOf(state, writing);
  const leftDay = left === null ? null : Math.max(left, enrolledDay);
  const isSpecialSchool = school.kind === 'SPECIAL';
  const identity = writtenIdentity('education', writing);
  const change = (
    serial: number,
    kindCode: StatusChange['kindCode'],
    changedOn: StatusChange['changedOn'],
    isOpen = false,
  ) => ({
    sourceKey: keyIn('education', writing, serial),
    kindCode,
    changedOn,
    fromSchoolCode: kindCode === '11' ? null : school.code,
    toSchoolCode: kindCode === '11' ? school.code : null,
    completedOn: isOpen ? null : changedOn,
  });

  const changes: StatusChange[] = [change(1, '11', enrolledOn)];
  const leaving = LEAVING_KINDS[state];
  if (leaving && leftDay !== null) changes.push(change(2, leaving, isoOf(leftDay), leaving === '27'));
  if (state === STATES.SUSPENDED) changes.push(change(2, '23', isoOf(world.calendar.yearStart - 10)));
  if (child.formerDropout) {
    const { leftDay: wentDay, returnedDay } = child.formerDropout;
    changes.push(change(2, '28', isoOf(wentDay)), change(3, '12', isoOf(returnedDay)));
  }
  const isInClass = leftDay === null;
  return {
    changes,
    record: {
      sourceKey: keyIn('education', writing),
      identity,
      studentStatusNumber: formalStatusNumber(child.residentIdNumber),
      stateCode: state,
      schoolCode: school.code,
      classCode: isInClass ? (child.schoolClass?.code ?? null) : null,
      grade: child.grade,
      admissionModeCode: isSpecialSchool || family.home.kind === 'INCOMER' ? '12' : '11',
      attendanceMode: child.isBoarding ? 'BOARDING' : 'DAY',
      schoolLeftBehindType:
        family.father.away && family.mother.away ? 2 : family.father.away || family.mother.away ? 1 : 0,
      isAccompanyingMigrantChild: family.home.kind === 'INCOMER',
      learnsInRegularClass: child.disability?.placement === 'REGULAR_CLASS',
      needsAid: isHardshipPupil(writing) || (family.hardship.isOrphaned && areParentsAbsent(family)),
      enrolledOn,
      leftOn: leftDay === null ? null : isoOf(leftDay),
      idVerification: 'VERIFIED',
      form: statusFormOf(writing, isInClass),
    },
  };
}
