import type DataLoader from 'dataloader';
import { sql } from 'kysely';
import { runOnce } from '../../_kit/command/run-once.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { mutationError } from '../../_kit/schema/mutation-error.js';
import { selectRows } from '../../_kit/select-rows.js';
import type { StudentIdentity } from '../../_kit/student/student-identity.js';
import { advanceRegister } from '../../_kit/changes/advance-register.js';
import { commandAboutPeople } from '../../_kit/command/command-about-people.js';
import { canReachClass } from '../school/class-reach.js';
import type { SchoolClass } from '../school/school-class.entity.js';
import type { School } from '../school/school.entity.js';
import { StudentStatusEntity, type StudentStatus } from '../status/student-status.entity.js';
import { RecordRollCallErrorEnum, type RecordRollCallErrorCode } from './roll-call-campaign.enums.js';
import { RollCallFindingEntity } from './roll-call-finding.entity.js';
import { CALLED } from './roll-call-roster.js';
import { campaignFor } from './roll-call-task.list.js';
import type { RecordRollCallInput } from './roll-call-task.input.js';
import type { RecordRollCallPayload } from './roll-call-task.type.js';

const LONGEST_NAME = 50;

export interface RollCallSources {
  readonly classes: DataLoader<string, SchoolClass | null>;
  readonly schools: DataLoader<string, School | null>;
}

/** Calls a class by its roster as it stands: who is named absent was not there, everybody else was. */
export async function recordRollCall(
  context: LoaderContext,
  { classes, schools }: RollCallSources,
  input: RecordRollCallInput,
): Promise<RecordRollCallPayload> {
  const command = commandAboutPeople(context, 'education', { name: 'recordRollCall', input });
  const callerName = input.callerName.trim();
  const { rollCall, errors } = await runOnce(context, command, async () => {
    const { em, db, caller, today, students } = context;
    const { classCode, calledOn, absentIds, extraIds, corrects } = input;
    const refuse = (code: RecordRollCallErrorCode, field: string) => ({
      rollCall: null,
      errors: [mutationError(RecordRollCallErrorEnum, code, field)],
    });
    if (callerName === '' || [...callerName].length > LONGEST_NAME)
      return refuse('TEXT_INVALID', 'callerName');
    const schoolClass = await classes.load(classCode);
    const school = schoolClass && (await schools.load(schoolClass.schoolCode));
    if (!schoolClass || !canReachClass(caller, schoolClass, school)) return refuse('NOT_FOUND', 'classCode');
    const campaign = await campaignFor(context, null);
    if (!campaign || calledOn > today || calledOn < campaign.opensOn)
      return refuse('DAY_INVALID', 'calledOn');

    const roster = await rosterOf(context, classCode);
    if (roster.length === 0) return refuse('ROSTER_EMPTY', 'classCode');
    const rosterIds = new Set(roster.map(({ studentId }) => studentId));
    const [absentees, extras] = await Promise.all(
      [absentIds, extraIds].map((ids) => Promise.all(ids.map((id) => students.load(id)))),
    );
    if (absentees?.includes(null)) return refuse('CHILD_NOT_FOUND', 'absentIds');
    if (extras?.includes(null)) return refuse('CHILD_NOT_FOUND', 'extraIds');
    const onRoster = (child: StudentIdentity | null) =>
      child?.memberIds.filter((id) => rosterIds.has(id)) ?? [];
    if (absentees?.some((child) => onRoster(child).length === 0)) return refuse('NOT_ON_ROSTER', 'absentIds');
    if (extras?.some((child) => onRoster(child).length > 0)) return refuse('ON_ROSTER', 'extraIds');
    const absent = new Set(absentees?.flatMap(onRoster));

    await holdCall(context, classCode, calledOn);
    const before = await sql<{ studentId: string }>`
      select student_id as "studentId" from roll_call_finding
      where class_code = ${classCode} and called_on = ${calledOn}::date`.execute(db);
    if (before.rows.length > 0 && !corrects) return refuse('ALREADY_CALLED', 'calledOn');
    await em.nativeDelete(RollCallFindingEntity, { classCode, calledOn });
    const call = { classCode, calledOn, schoolCode: schoolClass.schoolCode };
    const rows = [
      ...[...rosterIds].map((studentId) => ({
        ...call,
        studentId,
        finding: absent.has(studentId) ? 'ABSENT' : 'PRESENT',
      })),
      ...[...new Set(extras?.flatMap((child) => child?.id ?? []))].map((studentId) => ({
        ...call,
        studentId,
        finding: 'EXTRA',
      })),
    ];
    await em.insertMany(
      RollCallFindingEntity,
      rows.map((row) => ({ ...row, callerName, recordedBy: caller.subject })),
    );
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
  return { rollCall: rollCall && { ...rollCall, callerName }, errors };
}

/** Of two who call one class at once, the second finds the call of the first. */
async function holdCall({ db }: LoaderContext, classCode: string, calledOn: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('roll_call'), hashtext(${`${classCode} ${calledOn}`}))`.execute(
    db,
  );
}

async function rosterOf({ em }: LoaderContext, classCode: string): Promise<StudentStatus[]> {
  return selectRows(em, StudentStatusEntity)
    .where('class_code', '=', classCode)
    .where(sql<boolean>`status = any(${CALLED}::text[])`)
    .execute();
}
