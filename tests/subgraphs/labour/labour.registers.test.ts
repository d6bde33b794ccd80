import { createAgencyIdentities } from '../../../county/load/family-identities.js';
import { families } from '../../../county/generate-families.js';
import type { CountyOptions, CountySlug } from '../../../county/views.js';
import { parseIsoDate } from '../../../policies/iso-date.js';
import { createStudentIdentifier } from '../../../subgraphs/_kit/identity/student-id.js';
import { agencyKeys } from '../../../cli/processes/agency-keys.js';
import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { testCounty } from '../../support/callers.js';
import { testSettings } from '../../support/test-settings.js';

let agency: TestAgency;
beforeAll(async () => {
  agency = await startTestAgency('labour');
});
afterAll(() => agency.close());

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** Numbers of persons and telephones are digested or sealed, so they stand nowhere as they were. */
const NOT_KEPT = new Set(['residentIdNumber', 'phone']);

function leavesOf(value: Json): string[] {
  if (value === null) return [];
  if (Array.isArray(value)) return value.flatMap(leavesOf);
  if (typeof value === 'object') {
    return Object.entries(value).flatMap(([name, part]) => (NOT_KEPT.has(name) ? [] : leavesOf(part)));
  }
  return [String(value)];
}

/** Every value of every row about a child, by the id in the row. */
async function storedValues(): Promise<Map<string, Set<string>>> {
  const stored = new Map<string, Set<string>>();
  for (const table of TABLES) {
    const rows = await agency.rows<{ id: string; row: Json }>(
      `select student_id as id, to_json(t) as row from ${table} as t`,
    );
    for (const { id, row } of rows) {
      const values = stored.get(id) ?? new Set();
      for (const leaf of leavesOf(row)) values.add(leaf);
      stored.set(id, values);
    }
  }
  return stored;
}

const TABLES = ['child_labour_case', 'guardian_work_away'];

test('every fact that labour holds of a child in the county stands in a row of that child', async () => {
  const stored = await storedValues();
  const identifier = createStudentIdentifier(agencyKeys(testSettings()).digest);
  const options: CountyOptions = {
    county: testCounty.county as CountySlug,
    children: testCounty.children,
    seed: testCounty.seed,
    asOf: parseIsoDate(testCounty.asOf),
  };
  let facts = 0;
  for (const family of families(options)) {
    const identities = createAgencyIdentities(identifier, 'labour');
    for (const { labour: view } of family.children) {
      if (!view) continue;
      const values = stored.get(identities.of(view));
      const leaves = leavesOf(view as unknown as Json);
      expect(leaves.filter((leaf) => !values?.has(leaf))).toEqual([]);
      facts += leaves.length;
    }
  }
  expect(facts).toBeGreaterThan(1000);
});
