import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { lookForFacts } from '../../support/stored-facts.js';

let agency: TestAgency;
beforeAll(async () => {
  agency = await startTestAgency('civil-affairs');
});
afterAll(() => agency.close());

test('every fact that civil affairs holds of a child in the county stands in a row of that child', async () => {
  const { facts, missing } = await lookForFacts({
    agency,
    name: 'civil-affairs',
    viewOf: ({ civilAffairs }) => civilAffairs,
    tables: [
      'child_file',
      'child_guardian',
      'subsistence_allowance',
      'extreme_poverty_support',
      'orphan',
      'de_facto_unattended_child',
      'left_behind_child',
      'child_in_difficulty',
      'relief_payment',
      'early_marriage_screening',
      'parent_in_custody',
      'record_verification',
    ],
  });
  expect(missing).toEqual([]);
  expect(facts).toBeGreaterThan(1000);
});
