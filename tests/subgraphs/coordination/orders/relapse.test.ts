import { startTestAgency, type TestAgency } from '../../../support/agency.js';
import { bureau, caseOf, command, openCases, type OpenCase } from './order-cases.js';
import { inDays } from './order-days.js';

let agency: TestAgency;
let cases: OpenCase[];
beforeAll(async () => {
  agency = await startTestAgency('coordination');
  cases = await openCases(agency, 2);
});
afterAll(() => agency.close());

async function order(
  { studentId, caseNumber, township }: OpenCase,
  number: string,
  compliedOn: string | null,
) {
  await agency.rows(
    `insert into enforcement_order (student_id, order_number, case_number, step, kind, issued_by, township_code,
       issued_on, due_on, served_on, complied_on)
     values (?, ?, ?, 'RETURN_ORDER', 'RETURN', 'TOWNSHIP', ? || '000', '2026-10-15', '2026-10-25', '2026-10-15', ?::date)`,
    studentId,
    number,
    caseNumber,
    township,
    compliedOn,
  );
}
/** The child came back and was lost again. */
const relapse = ({ caseNumber }: OpenCase) =>
  agency.rows(
    "update dropout_case set episode = 2, episode_from = '2026-11-05' where case_number = ?",
    caseNumber,
  );
const nextOf = async (dropout: OpenCase) =>
  (
    await caseOf<{ nextOrder: Record<string, unknown> }>(
      agency,
      dropout,
      'nextOrder { state reason step since afterOrderNumber }',
    )
  ).nextOrder;

test.each([
  ['was obeyed', 0, '2026-10-20', { state: 'NOTHING_DUE', reason: 'COMPLIED' }],
  ['was not obeyed', 1, null, { state: 'DUE', step: 'CRITICISM_EDUCATION' }],
])(
  'after a relapse the ladder begins anew, although an order before it %s',
  async (_what, at, compliedOn, before) => {
    const dropout = cases[at];
    if (!dropout) throw new Error('A case is needed.');
    await order(dropout, `EARLIER-${at}`, compliedOn);
    expect(await nextOf(dropout)).toMatchObject(before);
    await relapse(dropout);
    expect(await nextOf(dropout)).toEqual({
      state: 'DUE',
      reason: 'OUT_OF_SCHOOL',
      step: 'RETURN_ORDER',
      since: '2026-11-05',
      afterOrderNumber: null,
    });
  },
);

test('a child who never enrolled, came and was lost again is told to return', async () => {
  const [dropout] = cases;
  await agency.rows(
    "update dropout_case set basis = 'NEVER_ENROLLED', school_code = null where case_number = ?",
    dropout?.caseNumber,
  );
  const { order: issued, errors } = await command(agency, bureau, 'issueOrder', {
    caseNumber: dropout?.caseNumber,
    step: 'RETURN_ORDER',
    issuedBy: 'EDUCATION',
    dueOn: inDays(10),
    basis: '两次入户劝返无效，监护人拒不送学生返校',
  });
  expect(errors).toEqual([]);
  expect(issued).toMatchObject({ kind: 'RETURN' });
});
