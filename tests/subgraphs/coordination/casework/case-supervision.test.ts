import { elsewhere, type TestCaller } from '../../../support/callers.js';
import { office, officerOf } from '../coordination-callers.js';
import { TODAY } from '../decisions/difference-rows.js';
import { of, startCases, type Cases } from './case-harness.js';

let cases: Cases;
beforeAll(async () => {
  cases = await startCases();
});
afterAll(() => cases?.close());

const gapsOf = async (caller: TestCaller, scope: string) => {
  const { data, errors } = await cases.agency.ask<{
    studentsWithoutPlan: { nodes: { id: string }[]; totalCount: number };
  }>(
    caller,
    'query ($scope: PlanScope!) { studentsWithoutPlan(scope: $scope, first: 50) { totalCount nodes { id } } }',
    { scope },
  );
  expect(errors).toEqual([]);
  return data.studentsWithoutPlan;
};
const figures = (caller: TestCaller, code: string, scope = 'COUNTY') =>
  cases.agency.ask<{ caseFigures: Record<string, object[] | object> | null }>(
    caller,
    `query ($scope: LedgerScope!, $code: String!) { caseFigures(scope: $scope, code: $code) {
      total { cases verified confirmed returned closed averageDaysToClose }
      townships { code cases } schools { code cases } } }`,
    { scope, code },
  );

test('a child whose case is confirmed needs a plan until it has one; a suspicion needs none', async () => {
  const [suspected, confirmed] = [cases.nextChild(), cases.nextChild()];
  await cases.opened(suspected, 'ABSENT');
  const made = await cases.opened(confirmed);
  await cases.agency.rows(
    'update dropout_case set reported_on = opened_on where case_number = ?',
    made.caseNumber,
  );
  await cases.command(office, 'setTaskTeam', { ...of(made), posts: ['TOWNSHIP_OFFICER'] });
  const before = (await gapsOf(office, 'PUPIL')).nodes.map(({ id }) => id);
  expect(before).toContain(confirmed.studentId);
  expect(before).not.toContain(suspected.studentId);
  expect((await gapsOf(elsewhere(office), 'PUPIL')).nodes).toEqual([]);
  await cases.agency.rows(
    `insert into support_plan (student_id, plan_number, case_number, scope, drawn_up_on, review_on)
     values (?, 'P-gap', ?, 'PUPIL', ?::date, ?::date)`,
    confirmed.studentId,
    made.caseNumber,
    TODAY,
    TODAY,
  );
  expect((await gapsOf(office, 'PUPIL')).nodes.map(({ id }) => id)).not.toContain(confirmed.studentId);
});

test('figures are counted over all cases of an area, for who holds it entirely', async () => {
  const { data, errors } = await figures(office, '520625000000');
  expect(errors).toEqual([]);
  const [counted] = await cases.agency.rows<object>(
    `select count(*)::int as cases, count(verified_on)::int as verified, count(confirmed_on)::int as confirmed,
       count(closed_on)::int as closed from dropout_case`,
  );
  expect(data.caseFigures?.['total']).toMatchObject(counted ?? {});
  for (const part of ['townships', 'schools'] as const) {
    const rows = data.caseFigures?.[part] as { cases: number }[];
    const { cases } = data.caseFigures?.['total'] as { cases: number };
    expect(rows.reduce((sum, row) => sum + row.cases, 0)).toBe(cases);
  }
  const refused = await figures(officerOf('520625101'), '520625000000');
  expect(refused.errors.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND']);
});
