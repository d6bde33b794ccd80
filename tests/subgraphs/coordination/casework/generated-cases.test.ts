import { startTestAgency, type TestAgency } from '../../../support/agency.js';

let agency: TestAgency;
beforeAll(async () => {
  agency = await startTestAgency('coordination');
});
afterAll(() => agency.close());

test('the first comparison sees the attendance behind the cases, and finds each as it was written', async () => {
  const cases = await agency.rows<{ caseNumber: string; version: number; since: string | null }>(
    `select case_number as "caseNumber", version, state_since::text as since from dropout_case`,
  );
  expect(cases.length).toBeGreaterThan(5);
  expect(cases.filter(({ version, since }) => version !== 1 || since === null)).toEqual([]);
  const seen = await agency.rows("select from observed_attendance where set_by_run like 'run-%'");
  expect(seen.length).toBeGreaterThan(5);
});

test('generated referrals are due by the policy, and those of children who are back are answered with an outcome', async () => {
  const answered = await agency.rows<{ isAnswered: boolean; days: number; outcome: string | null }>(
    `select distinct answered_on is not null as "isAnswered", due_on - sent_on as days, outcome from referral`,
  );
  expect(answered.toSorted((a, b) => Number(a.isAnswered) - Number(b.isAnswered))).toEqual([
    { isAnswered: false, days: 15, outcome: null },
    { isAnswered: true, days: 15, outcome: 'TRUE_DEALT_WITH' },
  ]);
});
