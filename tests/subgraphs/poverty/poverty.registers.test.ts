import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { lookForFacts } from '../../support/stored-facts.js';

let agency: TestAgency;
beforeAll(async () => {
  agency = await startTestAgency('poverty');
});
afterAll(() => agency.close());

test('every fact that the poverty office holds of a child in the county stands in a row of that child', async () => {
  const { facts, missing } = await lookForFacts({
    agency,
    name: 'poverty',
    viewOf: ({ poverty }) => poverty,
    tables: [
      'poverty_household_member',
      'poverty_measure',
      'relocation_household',
      'record_verification',
      'relocation_follow_up',
      'poverty_household_member join poverty_household on code = household_code',
    ],
    without: ['NOT_MONITORED'],
  });
  expect(missing).toEqual([]);
  expect(facts).toBeGreaterThan(1000);
});
