import { sql } from 'kysely';
import { openSideConnection } from '../../../../subgraphs/_kit/side-connection.js';
import { serviceTransaction } from '../../../../subgraphs/_kit/student/service-transaction.js';
import { holdCasesOf } from '../../../../subgraphs/coordination/casework/hold-cases.js';
import { startTestAgency, type TestAgency } from '../../../support/agency.js';
import { untilItWaits } from '../../../support/until-it-waits.js';
import { decide, endRun, paper, TODAY, VERIFIERS, type Decided } from '../decisions/difference-rows.js';
import { listedPupil } from '../register-rows.js';

let agency: TestAgency;
beforeAll(async () => {
  agency = await startTestAgency('coordination');
});
afterAll(() => agency?.close());

test('a decision made while somebody opens a case waits, and joins that case', async () => {
  const { studentId } = await listedPupil(agency);
  const found = { kind: 'PERSON_WITHOUT_STATUS', studentId } as const;
  await agency.rows('delete from dropout_case where student_id = ?', studentId);
  await endRun(agency, TODAY, [found]);
  const office = VERIFIERS['coordination'];
  if (!office) throw new Error('An officer is needed.');
  const apart = openSideConnection(agency.databaseUrl);
  let decision: Promise<Decided> | undefined;
  try {
    await serviceTransaction(apart, async (db) => {
      await holdCasesOf(db, { id: studentId });
      decision = decide(agency, office, found, {
        code: 'CONFIRMED_DROPOUT',
        evidence: [paper('VISIT_RECORD')],
      });
      await untilItWaits(agency, decision);
      await sql`insert into dropout_case (student_id, case_number, state, reason, opened_on, township_code, basis)
        values (${studentId}, 'HC-opened-meanwhile', 'SUSPECTED', 'OTHER', ${TODAY}::date, '520625101000', 'ABSENT')`.execute(
        db,
      );
    });
  } finally {
    await apart.destroy();
  }
  expect(await decision).toMatchObject({ errors: [], disposition: { caseNumber: 'HC-opened-meanwhile' } });
  expect(
    await agency.rows(`select from dropout_case where student_id = ? and closed_on is null`, studentId),
  ).toHaveLength(1);
});
