import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { lookForFacts } from '../../support/stored-facts.js';

let agency: TestAgency;
beforeAll(async () => {
  agency = await startTestAgency('labour');
});
afterAll(() => agency.close());

test('every fact that labour holds of a child in the county stands in a row of that child', async () => {
  const { facts, missing } = await lookForFacts({
    agency,
    name: 'labour',
    viewOf: ({ labour }) => labour,
    tables: ['child_labour_case', 'guardian_work_away'],
  });
  expect(missing).toEqual([]);
  expect(facts).toBeGreaterThan(1000);
});
