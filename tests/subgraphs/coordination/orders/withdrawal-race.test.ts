import { sql } from 'kysely';
import { openSideConnection } from '../../../../subgraphs/_kit/side-connection.js';
import { serviceTransaction } from '../../../../subgraphs/_kit/student/service-transaction.js';
import { startTestAgency, type TestAgency } from '../../../support/agency.js';
import { untilItWaits } from '../../../support/until-it-waits.js';
import { command, openCases, town, type Outcome } from './order-cases.js';
import { inDays, today } from './order-days.js';

let agency: TestAgency;
beforeAll(async () => {
  agency = await startTestAgency('coordination');
});
afterAll(() => agency.close());

test('an order is not withdrawn while the next one is being issued on it', async () => {
  const [dropout] = await openCases(agency, 1);
  if (!dropout) throw new Error('A case is needed.');
  const { studentId, caseNumber, township } = dropout;
  const insertOrder = (number: string, step: string) => sql`
    insert into enforcement_order (student_id, order_number, case_number, step, kind, issued_by, township_code, issued_on,
      due_on, served_on, version)
    values (${studentId}, ${number}, ${caseNumber}, ${step}, 'RETURN', 'TOWNSHIP', ${`${township}000`}, ${today}::date,
      ${inDays(10)}::date, ${today}::date, 1)`;
  const apart = openSideConnection(agency.databaseUrl);
  let withdrawal: Promise<Outcome> | undefined;
  try {
    await serviceTransaction(apart, (db) => insertOrder('RACE-1', 'RETURN_ORDER').execute(db));
    await serviceTransaction(apart, async (db) => {
      await sql`select from dropout_case where case_number = ${caseNumber} for update`.execute(db);
      withdrawal = command(agency, town(township), 'withdrawOrder', {
        orderNumber: 'RACE-1',
        expectedVersion: 1,
        reason: '对象有误，重新核实',
      });
      await untilItWaits(agency, withdrawal);
      await insertOrder('RACE-2', 'CRITICISM_EDUCATION').execute(db);
    });
  } finally {
    await apart.destroy();
  }
  expect((await withdrawal)?.errors).toEqual([{ code: 'LATER_ORDER_STANDS', field: 'orderNumber' }]);
});
