import { isoOf } from '../day-numbers.js';
import type { ApprovedAbsence, EducationView, RollCallEntry, StudyingElsewhere } from '../views.js';
import { absencesOf, unexcusedSpell } from './absences.js';
import { aidAwardsOf } from './aid.js';
import { dropoutReportingOf, NOTHING_REPORTED } from './dropout-reporting.js';
import { guardianContactsOf } from './guardian-contacts.js';
import { guardiansOf } from './guardians.js';
import { homeTeachingVisits, homeVisits, pairings, placementOf } from './school-care.js';
import { STATES, writeStatus, type StatusWriting } from './status-record.js';
import { filedDivision, keyIn, writtenIdentity, type Writing } from './writer.js';

const ELSEWHERE_SCHOOL = ['实验学校', '第二小学', '中心学校', '第三中学'];

/** The national system shows where children of the county study outside it, checked after each term start. */
function studyingElsewhere({ world, family, child, random }: Writing): StudyingElsewhere | null {
  const { otherPlace, kind } = family.home;
  if (kind !== 'OUTSIDE' || !otherPlace || child.age < 6 || child.age > 15) return null;
  const { termStart, asOf } = world.calendar;
  return {
    scope: otherPlace.isSameProvince ? 'OUT_OF_COUNTY' : 'OUT_OF_PROVINCE',
    countyCode: otherPlace.countyCode,
    placeName: otherPlace.name,
    schoolName: otherPlace.name + random.pick(ELSEWHERE_SCHOOL),
    grade: child.schooling === 'COMPLETED' ? 10 : Math.max(1, child.grade),
    checkedOn: isoOf(Math.min(asOf, termStart + random.int(10, 60))),
  };
}

function approvedAbsence(writing: Writing): ApprovedAbsence | null {
  const { world, child } = writing;
  const { yearStart, asOf } = world.calendar;
  const kinds: Partial<Record<typeof child.schooling, ApprovedAbsence['kind']>> = {
    DEFERRED: 'DEFERRED_ENTRY',
    SUSPENDED: 'SUSPENSION',
    MEDICALLY_UNABLE: 'MEDICALLY_UNABLE',
  };
  const kind = kinds[child.schooling];
  if (!kind) return null;
  const from = Math.min(asOf, yearStart - 10);
  return {
    kind,
    approvedOn: isoOf(from),
    from: isoOf(from),
    until: isoOf(from + 360),
    approver: kind === 'DEFERRED_ENTRY' ? 'TOWNSHIP' : 'EDUCATION_BUREAU',
    documentNumber: `PZ${keyIn('education', writing, 8).slice(2)}`,
  };
}

function rollCallOf({ world, child }: Writing, status: StatusWriting | null): RollCallEntry | null {
  if (!status?.record.classCode || child.disability?.placement === 'HOME_TEACHING') return null;
  if (status.record.stateCode === STATES.SUSPENDED) return null;
  const hasLeft = child.outSince !== null && child.outSince <= world.calendar.rollCall;
  const isMissing = child.errorClass === 'GHOST_STATUS' || hasLeft;
  return {
    calledOn: isoOf(world.calendar.rollCall),
    schoolCode: status.record.schoolCode,
    classCode: status.record.classCode,
    finding: isMissing ? 'ABSENT' : 'PRESENT',
    callerName: child.schoolClass?.classTeacherName ?? '',
  };
}

/** The roll-call before the term's, of those who were in the school then: in a lower grade, if a year has begun since. */
function earlierRollCallsOf(
  { world, child }: Writing,
  status: StatusWriting | null,
  current: RollCallEntry | null,
): RollCallEntry[] {
  const { term, earlierRollCall } = world.calendar;
  const { school, schoolClass, formerDropout, errorClass } = child;
  const grade = term === 'AUTUMN' ? child.grade - 1 : child.grade;
  const calledOn = isoOf(earlierRollCall);
  if (!status || !current || !school?.grades.includes(grade) || !schoolClass) return [];
  if (status.record.enrolledOn > calledOn || errorClass === 'GHOST_STATUS') return [];
  const wasOut =
    formerDropout !== null &&
    formerDropout.leftDay <= earlierRollCall &&
    earlierRollCall < formerDropout.returnedDay;
  const classThen = world.network.classOf(school, grade, schoolClass.number - 1);
  const hadLeft = child.outSince !== null && child.outSince <= earlierRollCall;
  return [
    {
      calledOn,
      schoolCode: school.code,
      classCode: classThen.code,
      finding: wasOut || hadLeft ? 'ABSENT' : 'PRESENT',
      callerName: classThen.classTeacherName,
    },
  ];
}

/** What the education registers hold of the child; null when nothing. */
export function writeEducation(writing: Writing): EducationView | null {
  const { world, family, child } = writing;
  const status = writeStatus(writing);
  const isElsewhere =
    child.schooling === 'ENROLLED_OUT_OF_COUNTY' || child.schooling === 'ENROLLED_OUT_OF_PROVINCE';
  const elsewhere =
    !status && (isElsewhere || child.schooling === 'COMPLETED') ? studyingElsewhere(writing) : null;
  const approval = approvedAbsence(writing);
  if (!status && !elsewhere && !approval) return null;

  const attends = status?.record.classCode != null && child.errorClass !== 'GHOST_STATUS';
  const isPresent = attends && child.schooling === 'ENROLLED_HERE';
  const days = world.calendar.schoolDays;
  const missedDays = days.filter((day) => child.outSince !== null && day > child.outSince).length;
  const hiddenSpell = attends && !isPresent ? unexcusedSpell(days, days.length, missedDays, 'REFUSED') : [];
  const absences = isPresent ? absencesOf(writing) : hiddenSpell;
  const rollCall = rollCallOf(writing, status);
  const isPupil = status !== null && (isPresent || child.schooling === 'HOME_TEACHING');
  return {
    identity: writtenIdentity('education', writing),
    sourceKey: keyIn('education', writing),
    residenceDivision: filedDivision(family, world.county.code),
    guardians: guardiansOf(family).slice(0, 3),
    statusRecords: status ? [status.record] : [],
    statusChanges: status ? status.changes : [],
    absences,
    guardianContacts: guardianContactsOf(writing, absences),
    dropoutReporting: status ? dropoutReportingOf(writing, absences) : NOTHING_REPORTED,
    rollCall,
    earlierRollCalls: earlierRollCallsOf(writing, status, rollCall),
    aidAwards: isPupil ? aidAwardsOf(writing) : [],
    placement: isPupil ? placementOf(writing) : null,
    homeTeachingVisits: isPupil ? homeTeachingVisits(writing) : [],
    homeVisits: isPupil ? homeVisits(writing) : [],
    pairings: isPupil ? pairings(writing) : [],
    approvedAbsence: approval,
    studyingElsewhere: elsewhere,
  };
}
