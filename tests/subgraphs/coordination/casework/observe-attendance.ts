import { loadPolicies } from '../../../../policies/load-policies.js';
import { openSideConnection } from '../../../../subgraphs/_kit/side-connection.js';
import { serviceTransaction } from '../../../../subgraphs/_kit/student/service-transaction.js';
import { settleCases } from '../../../../subgraphs/coordination/casework/settle-cases.js';
import type { TestAgency } from '../../../support/agency.js';
import { TODAY } from '../decisions/difference-rows.js';

/** What a comparison sees of a child's attendance, and what follows for the cases. */
export async function observeAttendance(
  agency: TestAgency,
  studentId: string,
  { knownUpTo, missed }: { readonly knownUpTo: string; readonly missed: readonly string[] },
): Promise<void> {
  await agency.rows('delete from observed_attendance where student_id = ?', studentId);
  await agency.rows(
    `insert into observed_attendance (student_id, known_up_to, is_on_the_roll, missed, marks, set_by_run)
     values (?, ?::date, true, ?::jsonb, '[]', 'run')`,
    studentId,
    knownUpTo,
    JSON.stringify(missed.map((on) => ({ on, isExcused: false }))),
  );
  const apart = openSideConnection(agency.databaseUrl);
  const policy = loadPolicies().policyFor('520625', TODAY);
  try {
    await serviceTransaction(apart, (db) => settleCases(db, null, policy));
  } finally {
    await apart.destroy();
  }
}
