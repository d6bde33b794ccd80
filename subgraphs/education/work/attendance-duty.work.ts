import { currentStatus } from '../../../policies/current-status.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { workOfFound } from '../../_kit/work/work-of-found.js';
import type { WorkKind } from '../../_kit/work/work.enums.js';
import type { WorkSource } from '../../_kit/work/work-source.js';
import { absencesOfCandidates } from '../attendance/absence-spell.list.js';
import { isToBeDone, type DutyKind } from '../reporting/attendance-duties.js';
import { judgeAbsences, rowsOfChildren } from '../reporting/judge-absences.js';
import type { JudgeSources, PupilDuty } from '../reporting/judge-spells.js';
import { SCHOOL_CODE_LENGTH } from '../school/school-reach.js';
import { EDUCATION_SCOPES } from '../scopes.js';
import { ON_CLASS_LIST } from '../status/states-on-class-list.js';
import { ownSchoolsOf, type OwnSchools } from './own-office.js';

const { recordGuardianContacts, recordDropoutReporting } = EDUCATION_SCOPES;

/** A report to each office is a duty of its own, with a receipt of its own. */
const DUTIES: readonly {
  readonly kind: WorkKind;
  readonly scope: string;
  readonly of: readonly DutyKind[];
}[] = [
  { kind: 'CONTACT_GUARDIAN', scope: recordGuardianContacts, of: ['CONTACT_GUARDIAN'] },
  { kind: 'CALL_INSPECTOR', scope: recordDropoutReporting, of: ['CALL_INSPECTOR'] },
  {
    kind: 'MARK_STATUS',
    scope: recordDropoutReporting,
    of: ['MARK_SUSPECTED_DROPOUT', 'MARK_DROPPED_OUT', 'MARK_RETURNED'],
  },
  {
    kind: 'REPORT_DROPOUT',
    scope: recordDropoutReporting,
    of: ['REPORT_TO_TOWNSHIP', 'REPORT_TO_EDUCATION_BUREAU'],
  },
];

/** What absences ask of the caller's own school or class; all kinds are judged at once. */
export function attendanceDutyWork(context: LoaderContext, sources: JudgeSources): WorkSource[] {
  let judging: Promise<readonly PupilDuty[]> | undefined;
  const ownDuties = () => (judging ??= dutiesOfOwnPupils(context, sources));
  return DUTIES.map(({ kind, scope, of }) => ({
    kind,
    scope,
    holds: 'SCHOOLING',
    registers: ['ATTENDANCE', 'DROPOUT_REPORTING', 'STUDENT_STATUS'],
    list: 'attendanceDuties',
    async read(limit) {
      const own = (await ownDuties()).filter((duty) => of.includes(duty.kind));
      const found = own.map(({ studentId, absentFrom: subject, dueOn }) => ({ studentId, subject, dueOn }));
      return workOfFound(found, { today: context.today, limit });
    },
  }));
}

async function dutiesOfOwnPupils(context: LoaderContext, sources: JudgeSources): Promise<PupilDuty[]> {
  const own = ownSchoolsOf(context.caller);
  const schools = [...own.schools, ...own.classes.map((code) => code.slice(0, SCHOOL_CODE_LENGTH))];
  if (schools.length === 0) return [];
  const absences = await absencesOfCandidates(context, { schools }, 1, context.today);
  if (absences.length === 0) return [];
  const canonicalIds = new Map(absences.map(({ studentId, canonicalId }) => [studentId, canonicalId]));
  // At one moment, so that all of it is read by one statement.
  const [judged, schoolOfPupil] = await Promise.all([
    judgeAbsences(context, sources, absences),
    schoolsOfOwnPupils(context, own, [...new Set(canonicalIds.values())]),
  ]);
  return judged
    .flatMap(({ duties }) => duties)
    .filter(
      (duty) =>
        isToBeDone(duty) &&
        duty.doneOn === null &&
        schoolOfPupil.get(canonicalIds.get(duty.studentId) ?? '') === duty.schoolCode,
    );
}

interface StatusOfPupil {
  readonly schoolCode: string;
  readonly classCode: string | null;
  readonly status: string;
  readonly enrolledOn: string;
}

/**
 * Of those children who are the caller's own pupils, the school. To reach a child is not enough: nobody else may record
 * what is done (see `own-pupil`), so that for others it would stay on the list for ever.
 */
async function schoolsOfOwnPupils(
  context: LoaderContext,
  { schools, classes }: OwnSchools,
  children: readonly string[],
): Promise<Map<string, string>> {
  const records = await rowsOfChildren<StatusOfPupil>(context, children, {
    table: 'student_status',
    columns: 'school_code as "schoolCode", class_code as "classCode", status, enrolled_on as "enrolledOn"',
  });
  const own = [...records].flatMap(([child, rows]) => {
    // Of two records of one day the first, as where something is recorded.
    const record = currentStatus(rows.toReversed());
    if (!record || !ON_CLASS_LIST.includes(record.status)) return [];
    const { schoolCode, classCode } = record;
    const isOwn = schools.includes(schoolCode) || (classCode !== null && classes.includes(classCode));
    return isOwn ? [[child, schoolCode] as const] : [];
  });
  return new Map(own);
}
