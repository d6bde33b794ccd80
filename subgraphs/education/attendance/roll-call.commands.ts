import { sql } from 'kysely';
import { runOnce } from '../../_kit/command/run-once.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { mutationError } from '../../_kit/schema/mutation-error.js';
import { selectRows } from '../../_kit/select-rows.js';
import { isOnTheRoll } from '../../../policies/current-status.js';
import { advanceRegister } from '../../_kit/changes/advance-register.js';
import { SchoolClassEntity, type SchoolClass } from '../school/school-class.entity.js';
import { SchoolEntity } from '../school/school.entity.js';
import { canReachSchool } from '../school/school-reach.js';
import { StudentStatusEntity, type StudentStatus } from '../status/student-status.entity.js';
import { RecordRollCallErrorEnum, type RecordRollCallErrorCode } from './roll-call-campaign.enums.js';
import { RollCallFindingEntity } from './roll-call-finding.entity.js';
import { campaignFor } from './roll-call-task.list.js';
import type { RecordRollCallInput } from './roll-call-task.input.js';
import type { RecordRollCallPayload } from './roll-call-task.type.js';

const LONGEST_NAME = 50;

/** Calls a class by its roster as it stands: who is named absent was not there, everybody else was. */
export function recordRollCall(
  context: LoaderContext,
  input: RecordRollCallInput,
): Promise<RecordRollCallPayload> {
  return runOnce(context, { name: 'recordRollCall', input }, async () => {
    const { em, db, today, students } = context;
    const { classCode, calledOn, absentIds, extraIds, corrects } = input;
    const refuse = (code: RecordRollCallErrorCode, field: string) => ({
      rollCall: null,
      errors: [mutationError(RecordRollCallErrorEnum, code, field)],
    });
    const callerName = input.callerName.trim();
    if (callerName === '' || [...callerName].length > LONGEST_NAME)
      return refuse('TEXT_INVALID', 'callerName');
    const schoolClass = await findClass(context, classCode);
    if (!schoolClass) return refuse('NOT_FOUND', 'classCode');
    const campaign = await campaignFor(context, null);
    if (!campaign || calledOn > today || calledOn < campaign.opensOn)
      return refuse('DAY_INVALID', 'calledOn');

    const roster = await rosterOf(context, classCode);
    if (roster.length === 0) return refuse('ROSTER_EMPTY', 'classCode');
    const rosterIds = new Set(roster.map(({ studentId }) => studentId));
    const named = await Promise.all([...absentIds, ...extraIds].map((id) => students.load(id)));
    const onRoster = (index: number) => named[index]?.memberIds.find((id) => rosterIds.has(id));
    if (named.some((child) => child === null)) return refuse('CHILD_NOT_FOUND', 'absentIds');
    const absent = absentIds.map((_id, index) => onRoster(index));
    if (absent.includes(undefined)) return refuse('NOT_ON_ROSTER', 'absentIds');
    if (extraIds.some((_id, index) => onRoster(absentIds.length + index) !== undefined))
      return refuse('ON_ROSTER', 'extraIds');

    const before = await sql<{ studentId: string }>`
      select student_id as "studentId" from roll_call_finding
      where class_code = ${classCode} and called_on = ${calledOn}::date`.execute(db);
    if (before.rows.length > 0 && !corrects) return refuse('ALREADY_CALLED', 'calledOn');
    await em.nativeDelete(RollCallFindingEntity, { classCode, calledOn });
    const call = { classCode, calledOn, callerName, schoolCode: schoolClass.schoolCode };
    const rows = [
      ...[...rosterIds].map((studentId) => ({
        ...call,
        studentId,
        finding: absent.includes(studentId) ? 'ABSENT' : 'PRESENT',
      })),
      ...[...new Set(extraIds)].map((studentId) => ({ ...call, studentId, finding: 'EXTRA' })),
    ];
    await em.insertMany(RollCallFindingEntity, rows);
    await advanceRegister(context, 'ROLL_CALL', { asOf: calledOn, before: before.rows, after: rows });
    const count = (finding: string) => rows.filter((row) => row.finding === finding).length;
    return {
      rollCall: {
        ...call,
        rosterCount: rosterIds.size,
        presentCount: count('PRESENT'),
        extraCount: count('EXTRA'),
      },
      errors: [],
    };
  });
}

/** A class within reach: of a school's clerk and of those above, every class; of a teacher, the own. */
async function findClass({ em, caller }: LoaderContext, code: string): Promise<SchoolClass | null> {
  const schoolClass = await selectRows(em, SchoolClassEntity).where('code', '=', code).executeTakeFirst();
  if (!schoolClass) return null;
  const school = await selectRows(em, SchoolEntity)
    .where('code', '=', schoolClass.schoolCode)
    .executeTakeFirst();
  const withoutClasses = caller.jurisdiction.filter(({ kind }) => kind !== 'CLASS');
  const isOwn = caller.jurisdiction.some((area) => area.kind === 'CLASS' && area.code === code);
  return school && (isOwn || canReachSchool({ jurisdiction: withoutClasses }, school)) ? schoolClass : null;
}

/** A suspended pupil keeps its place, and is not called. */
async function rosterOf({ em }: LoaderContext, classCode: string): Promise<StudentStatus[]> {
  const pupils = await selectRows(em, StudentStatusEntity).where('class_code', '=', classCode).execute();
  return pupils.filter((pupil) => isOnTheRoll(pupil) && pupil.status !== 'SUSPENDED');
}
