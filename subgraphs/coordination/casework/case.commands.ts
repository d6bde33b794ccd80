import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { runOnce } from '../../_kit/command/run-once.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import type { StudentIdentity } from '../../_kit/student/student-identity.js';
import { openCaseOf } from '../comparison/dispositions/dropout-case-of-disposition.js';
import { fullDivisionCode } from '../comparison/dispositions/residence-code.js';
import { changeCase, payloadOf, refusal, settleChild } from './case-change.js';
import type {
  OpenCaseInput,
  RecordPersuasionVisitInput,
  RecordReturnCheckInput,
  RecordReturnPlacementInput,
  SetCaseCauseInput,
  SetTaskTeamInput,
} from './case-commands.input.js';
import type { CasePayload } from './case-commands.type.js';
import {
  CaseCauseEntity,
  CaseTaskTeamEntity,
  ReturnCheckEntity,
  ReturnPlacementEntity,
} from './case-records.entities.js';
import { DropoutCaseEntity } from './dropout-case.entity.js';
import { holdCasesOf } from './hold-cases.js';
import { PersuasionVisitEntity } from './persuasion-visit.entity.js';
import { placementFault } from './placement-fault.js';
import { visitFault } from './visit-fault.js';
import { carries } from './who-carries.js';

const TOWNSHIP_DIGITS = 9;

/** Opens a case of a child that has no open one (一生一案). Its township is where the child lives, else is registered. */
export async function openCase(context: LoaderContext, input: OpenCaseInput): Promise<CasePayload> {
  const { em, db, caller, today } = context;
  const { studentId, basis, knownOn } = input;
  const outcome = await runOnce(context, { name: 'openCase', input }, async () => {
    const child = await context.students.load(studentId);
    if (!child) return refusal('CHILD_NOT_FOUND', 'studentId');
    if (knownOn > today) return refusal('DATE_INVALID', 'knownOn');
    await holdCasesOf(db, child);
    if ((await openCaseOf(db, child)) !== null) return refusal('OPEN_ALREADY', 'studentId');
    if (await isBeforeLastClosing(db, child, knownOn)) return refusal('DATE_INVALID', 'knownOn');
    const place = await placeOf(db, child);
    if (!place?.divisionCode) return refusal('PLACE_UNKNOWN', 'studentId');
    const townshipCode = fullDivisionCode(place.divisionCode.slice(0, TOWNSHIP_DIGITS));
    if (!carries(caller, { townshipCode })) return refusal('OTHER_TOWNSHIP', 'studentId');
    const caseNumber = `HC${randomUUID()}`;
    await em.insert(DropoutCaseEntity, {
      studentId: child.id,
      caseNumber,
      state: 'SUSPECTED',
      // Why the child stays away is for the casework to find out.
      reason: 'OTHER',
      openedOn: knownOn,
      townshipCode,
      schoolCode: basis === 'NEVER_ENROLLED' ? null : place.schoolCode,
      basis,
      openedBy: caller.subject,
    });
    await settleChild(context, child);
    return { caseNumber, errors: [] };
  });
  return payloadOf(context, outcome);
}

/** What was known while an earlier case was open belongs to that one. */
async function isBeforeLastClosing(db: LoaderContext['db'], { memberIds }: StudentIdentity, day: string) {
  const { rows } = await sql`select from dropout_case
    where student_id = any (${[...memberIds]}::text[]) and closed_on > ${day}::date limit 1`.execute(db);
  return rows.length > 0;
}

async function placeOf(db: LoaderContext['db'], { memberIds }: StudentIdentity) {
  const { rows } = await sql<{ divisionCode: string | null; schoolCode: string | null }>`
    select counted_division_code as "divisionCode", school_code as "schoolCode" from school_age_entry
    where student_id = any (${[...memberIds]}::text[]) limit 1`.execute(db);
  return rows[0];
}

export function recordPersuasionVisit(
  context: LoaderContext,
  input: RecordPersuasionVisitInput,
): Promise<CasePayload> {
  const command = { name: 'recordPersuasionVisit', input, factOn: input.visitedOn };
  return changeCase(context, command, async ({ found: { caseNumber, openedOn }, child }) => {
    const { visitedOn, place, result, committedTo = null, nextVisitOn = null } = input;
    const fault = visitFault(input, { openedOn, today: context.today });
    if (fault) return fault;
    await context.em.insert(PersuasionVisitEntity, {
      studentId: child.id,
      caseNumber,
      visitedOn,
      participants: [...new Set(input.participants)],
      place,
      result,
      committedTo,
      nextVisitOn,
      met: [...new Set(input.met)],
      recordedBy: context.caller.subject,
    });
    return null;
  });
}

export function setCaseCause(context: LoaderContext, input: SetCaseCauseInput): Promise<CasePayload> {
  const command = { name: 'setCaseCause', input, factOn: input.foundOn };
  return changeCase(context, command, async ({ found: { caseNumber, openedOn }, child }) => {
    const { reason, foundOn } = input;
    if (foundOn < openedOn || foundOn > context.today) return ['DATE_INVALID', 'foundOn'];
    const recordedBy = context.caller.subject;
    await context.em.insert(CaseCauseEntity, {
      studentId: child.id,
      caseNumber,
      reason,
      foundOn,
      recordedBy,
    });
    return null;
  });
}

export function setTaskTeam(context: LoaderContext, input: SetTaskTeamInput): Promise<CasePayload> {
  const command = { name: 'setTaskTeam', input, factOn: null };
  return changeCase(context, command, async ({ found: { caseNumber }, child }) => {
    const posts = [...new Set(input.posts)];
    if (posts.length === 0) return ['NOBODY_TOOK_PART', 'posts'];
    const recordedBy = context.caller.subject;
    const namedOn = context.today;
    await context.em.insert(CaseTaskTeamEntity, {
      studentId: child.id,
      caseNumber,
      posts,
      namedOn,
      recordedBy,
    });
    return null;
  });
}

export function recordReturnPlacement(
  context: LoaderContext,
  input: RecordReturnPlacementInput,
): Promise<CasePayload> {
  const command = { name: 'recordReturnPlacement', input, factOn: input.placedOn };
  return changeCase(context, command, async ({ found: { caseNumber, openedOn }, child }) => {
    const { placedOn, mode, schoolCode = null, classCode = null } = input;
    if (placedOn < openedOn || placedOn > context.today) return ['DATE_INVALID', 'placedOn'];
    const fault = await placementFault(context.db, { mode, schoolCode, classCode });
    if (fault) return fault;
    await context.em.insert(ReturnPlacementEntity, {
      studentId: child.id,
      caseNumber,
      placedOn,
      mode,
      schoolCode,
      classCode,
      recordedBy: context.caller.subject,
    });
    return null;
  });
}

/** A check counts where no sheet shows the child; what the sheets show is not for anybody to say. */
export function recordReturnCheck(
  context: LoaderContext,
  input: RecordReturnCheckInput,
): Promise<CasePayload> {
  const command = { name: 'recordReturnCheck', input, factOn: input.checkedOn };
  return changeCase(context, command, async ({ found, child }) => {
    const { checkedOn, checkerPost, result } = input;
    const { caseNumber, returnedOn, firstAttendedOn, attendanceKnownUpTo } = found;
    if (returnedOn == null) return ['NOT_RETURNED', 'caseNumber'];
    if (checkedOn < returnedOn || checkedOn > context.today) return ['DATE_INVALID', 'checkedOn'];
    if (firstAttendedOn != null && attendanceKnownUpTo != null && checkedOn <= attendanceKnownUpTo)
      return ['ATTENDANCE_KNOWN', 'checkedOn'];
    await context.em.insert(ReturnCheckEntity, {
      studentId: child.id,
      caseNumber,
      checkedOn,
      checkerPost,
      result,
      recordedBy: context.caller.subject,
    });
    return null;
  });
}
