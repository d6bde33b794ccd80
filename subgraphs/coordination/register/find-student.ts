import { HubError } from '../../_kit/errors.js';
import { isResidentIdNumber, normaliseResidentIdNumber } from '../../_kit/identity/resident-id-number.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { sql } from 'kysely';
import { nameKeyOf } from '../../_kit/identity/name-key.js';
import type { FindStudentInput } from './student-list.type.js';

/**
 * Finds a child by number and name. A child that does not exist, has another name or is out of reach gives the
 * same NOT_FOUND after the same statements, so that nobody can probe numbers. Every call counts against the officer's
 * quota of the day, before anything is known of its outcome.
 */
export async function findStudent(
  { db, caller, now, usage, identifier, students }: LoaderContext,
  { residentIdNumber, name }: FindStudentInput,
): Promise<{ id: string }> {
  await usage.countLookup(caller, now);
  const number = normaliseResidentIdNumber(residentIdNumber);
  if (!isResidentIdNumber(number))
    throw new HubError('BAD_USER_INPUT', 'The resident ID number does not have the form of one.');
  const memberId = identifier.ofNumber(number);
  const [student, { rows }] = await Promise.all([
    students.load(memberId),
    sql<{ studentId: string; nameKey: string }>`
      select entry.student_id as "studentId", entry.name_key as "nameKey" from school_age_entry entry
      where entry.student_id = coalesce(
        (select canonical_id from student_link where member_id = ${memberId}), ${memberId})`.execute(db),
  ]);
  const [entry] = rows;
  if (!student || !entry || entry.nameKey !== nameKeyOf(name)) {
    await usage.noteMiss(caller, now);
    throw new HubError('NOT_FOUND');
  }
  return { id: student.id };
}
