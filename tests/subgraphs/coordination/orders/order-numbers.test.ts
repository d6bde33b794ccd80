import { startTestAgency, type TestAgency } from '../../../support/agency.js';
import { command, openCases, town, type OpenCase } from './order-cases.js';
import { inDays, today } from './order-days.js';

let agency: TestAgency;
let dropout: OpenCase;
let other: OpenCase;
beforeAll(async () => {
  agency = await startTestAgency('coordination');
  const [first, ...cases] = await openCases(agency, 30);
  const elsewhere = cases.find(({ township }) => township !== first?.township);
  if (!first || !elsewhere) throw new Error('Cases of two townships are needed.');
  [dropout, other] = [first, elsewhere];
  await agency.rows(
    `update division set name = '合水镇' where code in (? || '000', ? || '000')`,
    dropout.township,
    other.township,
  );
});
afterAll(() => agency.close());

async function issued(wanted: OpenCase): Promise<string | undefined> {
  const { order, errors } = await command(agency, town(wanted.township), 'issueOrder', {
    caseNumber: wanted.caseNumber,
    step: 'RETURN_ORDER',
    issuedBy: 'TOWNSHIP',
    dueOn: inDays(10),
    basis: '两次入户劝返无效，监护人拒不送学生返校',
  });
  expect(errors).toEqual([]);
  return order?.orderNumber;
}

test('two townships of one name share a series; a number that stands on a document is not given again', async () => {
  expect(await issued(dropout)).toBe('合水政限复〔2026〕1号');
  await agency.rows(
    `insert into enforcement_order (student_id, order_number, case_number, step, kind, issued_by, township_code,
       issued_on, due_on)
     values (?, '合水政限复〔2026〕2号', 'of-paper', 'RETURN_ORDER', 'RETURN', 'TOWNSHIP', ? || '000', ?::date, ?::date)`,
    dropout.studentId,
    dropout.township,
    today,
    inDays(10),
  );
  expect(await issued(other)).toBe('合水政限复〔2026〕3号');
  expect(await agency.rows(`select series, last_number as "lastNumber" from order_series`)).toEqual([
    { series: '合水政限复〔2026〕', lastNumber: 3 },
  ]);
});
