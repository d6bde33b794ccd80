import { sql } from 'kysely';
import type { LoaderContext } from '../../_kit/request-context.js';
import type { StudentIdentity } from '../../_kit/student/student-identity.js';
import { openCaseOf } from '../comparison/dispositions/dropout-case-of-disposition.js';

/** The open case to which a plan of the child belongs, and its township. */
export async function openCaseFor(
  db: LoaderContext['db'],
  child: StudentIdentity,
): Promise<{ readonly caseNumber: string; readonly townshipCode: string } | undefined> {
  const caseNumber = await openCaseOf(db, child);
  const { rows } = await sql<{ caseNumber: string; townshipCode: string }>`
    select case_number as "caseNumber", township_code as "townshipCode" from dropout_case
    where case_number = ${caseNumber}`.execute(db);
  return rows[0];
}
