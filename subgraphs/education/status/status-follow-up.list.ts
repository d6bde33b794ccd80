import { sql } from 'kysely';
import { HubError } from '../../_kit/errors.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import type { Connection, PageArgs } from '../../_kit/schema/connection.js';
import { byDate, listPage } from '../../_kit/schema/list-page.js';
import { selectRows } from '../../_kit/select-rows.js';
import { studentWithinReach } from '../../_kit/student/jurisdiction.js';
import { RollCallFindingEntity, type RollCallFinding } from '../attendance/roll-call-finding.entity.js';
import { idsOfChild } from './ids-of-child.js';
import { StatusChangeEntity, type StatusChange } from './status-change.entity.js';
import type {
  FailedVerificationFilter,
  MissingTransitionFilter,
  PendingTransferFilter,
  PushedOutFilter,
  RollCallDifferenceFilter,
} from './status-follow-up.input.js';
import { StudentStatusEntity, type StudentStatus } from './student-status.entity.js';

const OLDEST_CHANGE = byDate<StatusChange>('changed_on', 'asc', ({ changedOn }) => changedOn);
const LATEST_ENROLMENT = byDate<StudentStatus>('enrolled_on', 'desc', ({ enrolledOn }) => enrolledOn);
const LATEST_CALL = byDate<RollCallFinding>('called_on', 'desc', ({ calledOn }) => calledOn);

/** Transfers that the other school has not taken up, of children within reach, the longest waiting first. */
export function listPendingTransfers(
  { em, caller, today }: LoaderContext,
  { school, before }: PendingTransferFilter,
  page: PageArgs,
): Promise<Connection<StatusChange>> {
  const query = selectRows(em, StatusChangeEntity)
    .where(studentWithinReach(caller, sql.ref('status_change.student_id'), today))
    .where(sql<boolean>`kind in ('TRANSFERRED_OUT', 'TRANSFERRED_IN') and completed_on is null`)
    .$if(school != null, (rows) =>
      rows.where(sql<boolean>`(from_school_code = ${school} or to_school_code = ${school})`),
    )
    .$if(before != null, (rows) => rows.where(sql<boolean>`changed_on < ${before}::date`));
  return listPage(query, OLDEST_CHANGE, page);
}

const LATEST_CHANGE = byDate<StatusChange>('changed_on', 'desc', ({ changedOn }) => changedOn);

/**
 * Children within reach whom a school has expelled or struck off, the latest first. In compulsory education no school
 * may do either (义务教育法 第二十七条; 不得驱赶学生、人为辍学): each is a violation, whatever the reason.
 */
export function listPushedOut(
  { em, caller, today }: LoaderContext,
  { school }: PushedOutFilter,
  page: PageArgs,
): Promise<Connection<StatusChange>> {
  const query = selectRows(em, StatusChangeEntity)
    .where(studentWithinReach(caller, sql.ref('status_change.student_id'), today))
    .where(sql<boolean>`kind in ('EXPELLED', 'WITHDRAWN')`)
    .$if(school != null, (rows) => rows.where(sql<boolean>`from_school_code = ${school}`));
  return listPage(query, LATEST_CHANGE, page);
}

/** Records whose identity the national system could not verify, of children within reach, the latest enrolled first. */
export function listFailedVerifications(
  { em, caller, today }: LoaderContext,
  { school, grade }: FailedVerificationFilter,
  page: PageArgs,
): Promise<Connection<StudentStatus>> {
  const query = selectRows(em, StudentStatusEntity)
    .where(studentWithinReach(caller, sql.ref('student_status.student_id'), today))
    .where(sql<boolean>`id_verification = 'FAILED'`)
    .$if(school != null, (rows) => rows.where(sql<boolean>`school_code = ${school}`))
    .$if(grade != null, (rows) => rows.where(sql<boolean>`grade = ${grade}`));
  return listPage(query, LATEST_ENROLMENT, page);
}

/** Last grade of primary school, whose leavers are followed into the next (小升初). */
const LAST_PRIMARY_GRADE = 6;
const LATEST_LEAVER = byDate<StudentStatus>('left_on', 'desc', ({ leftOn }) => leftOn ?? '');

/**
 * Leavers of grade 6 whom no record of grade 7 has taken in, and whom no list shows at a school elsewhere, of children
 * within reach, the latest first.
 * @throws {HubError} BAD_USER_INPUT while the list of those at schools elsewhere is not loaded
 */
export async function listMissingTransitions(
  { em, caller, today, registers }: LoaderContext,
  { school }: MissingTransitionFilter,
  page: PageArgs,
): Promise<Connection<StudentStatus>> {
  if (!(await registers()).has('STUDY_ELSEWHERE'))
    throw new HubError(
      'BAD_USER_INPUT',
      'Who studies elsewhere is not loaded: nobody can say whom no school has taken in.',
    );
  const query = selectRows(em, StudentStatusEntity)
    .where(studentWithinReach(caller, sql.ref('student_status.student_id'), today))
    .where(
      sql<boolean>`grade = ${LAST_PRIMARY_GRADE} and left_on is not null
        and status in ('GRADUATED', 'COMPLETED_WITHOUT_DIPLOMA')
        and not exists (select from student_status next
          where next.student_id = any(${idsOfChild(sql.ref('student_status.student_id'))}) and next.grade > ${LAST_PRIMARY_GRADE})
        and not exists (select from study_elsewhere away
          where away.student_id = any(${idsOfChild(sql.ref('student_status.student_id'))}) and away.grade > ${LAST_PRIMARY_GRADE})`,
    )
    .$if(school != null, (rows) => rows.where(sql<boolean>`school_code = ${school}`));
  return listPage(query, LATEST_LEAVER, page);
}

/** Children absent at a roll-call, or met without being on the roster, the latest call first. */
export function listRollCallDifferences(
  { em, caller, today }: LoaderContext,
  { school, finding, calledFrom, neverPresent }: RollCallDifferenceFilter,
  page: PageArgs,
): Promise<Connection<RollCallFinding>> {
  const query = selectRows(em, RollCallFindingEntity)
    .where(studentWithinReach(caller, sql.ref('roll_call_finding.student_id'), today))
    .where(sql<boolean>`finding in ('ABSENT', 'EXTRA')`)
    .$if(school != null, (rows) => rows.where(sql<boolean>`school_code = ${school}`))
    .$if(finding != null, (rows) => rows.where(sql<boolean>`finding = ${finding}`))
    .$if(calledFrom != null, (rows) => rows.where(sql<boolean>`called_on >= ${calledFrom}::date`))
    .$if(neverPresent === true, (rows) =>
      rows.where(
        sql<boolean>`finding = 'ABSENT' and not exists (
          select from roll_call_finding met
          where met.student_id = any(${idsOfChild(sql.ref('roll_call_finding.student_id'))}) and met.finding <> 'ABSENT')`,
      ),
    );
  return listPage(query, LATEST_CALL, page);
}
