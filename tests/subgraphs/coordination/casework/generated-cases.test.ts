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
