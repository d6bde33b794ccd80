import { registerKeys } from '../../cli/processes/agency-keys.js';
import { families } from '../../county/generate-families.js';
import { createAgencyIdentities } from '../../county/load/family-identities.js';
import type { Child, CountySlug, IdentifiedRecord, RegisterAgency } from '../../county/views.js';
import { parseIsoDate } from '../../policies/iso-date.js';
import { createStudentIdentifier } from '../../subgraphs/_kit/identity/student-id.js';
import type { TestAgency } from './agency.js';
import { testCounty } from './callers.js';
import { testSettings } from './test-settings.js';

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** Numbers of persons and telephones are digested or sealed, so they stand nowhere as they were. */
const NOT_KEPT = new Set(['residentIdNumber', 'phone']);

function leavesOf(value: unknown): string[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap(leavesOf);
  if (typeof value === 'object') {
    return Object.entries(value).flatMap(([name, part]) => (NOT_KEPT.has(name) ? [] : leavesOf(part)));
  }
  return [String(value)];
}

/** Every value of every row about a child, by the id in the row. */
async function storedValues(
  agency: TestAgency,
  tables: readonly string[],
): Promise<Map<string, Set<string>>> {
  const stored = new Map<string, Set<string>>();
  for (const table of tables) {
    const rows = await agency.rows<{ id: string; row: Json }>(
      `select student_id as id, to_json(t) as row from (select * from ${table}) as t`,
    );
    for (const { id, row } of rows) {
      const values = stored.get(id) ?? new Set();
      for (const leaf of leavesOf(row)) values.add(leaf);
      stored.set(id, values);
    }
  }
  return stored;
}

export interface StoredFactsQuestion {
  readonly agency: TestAgency;
  readonly name: RegisterAgency;
  /** Tables, or joins that name a `student_id`. */
  readonly tables: readonly string[];
  readonly viewOf: (child: Child) => (IdentifiedRecord & object) | null;
  /** Words of the view for which the table has a null. */
  readonly without?: readonly string[];
}

/** Compares the county's views with the agency's tables. @returns how many facts were looked for, and those missing. */
export async function lookForFacts(
  question: StoredFactsQuestion,
): Promise<{ facts: number; missing: string[] }> {
  const { agency, name, tables, viewOf, without = [] } = question;
  const stored = await storedValues(agency, tables);
  const identifier = createStudentIdentifier(registerKeys(testSettings()).digest);
  const { county, children, seed, asOf } = testCounty;
  const missing: string[] = [];
  let facts = 0;
  for (const family of families({ county: county as CountySlug, children, seed, asOf: parseIsoDate(asOf) })) {
    const identities = createAgencyIdentities(identifier, name);
    for (const child of family.children) {
      const view = viewOf(child);
      if (!view) continue;
      const values = stored.get(identities.of(view));
      const leaves = leavesOf(view).filter((leaf) => !without.includes(leaf));
      missing.push(...leaves.filter((leaf) => !values?.has(leaf)).map((leaf) => `${child.key}: ${leaf}`));
      facts += leaves.length;
    }
  }
  return { facts, missing };
}
