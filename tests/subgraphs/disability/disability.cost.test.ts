import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { countStatements } from '../../support/count-statements.js';
import { federationOfficer } from './disability-callers.js';
import { addHolder, addRecommendation, addVisits, childrenOfTheCounty } from './disability-rows.js';

let agency: TestAgency;
let ids: string[];
beforeAll(async () => {
  agency = await startTestAgency('disability');
  ids = await childrenOfTheCounty(agency, 50);
  for (const studentId of ids) {
    await addHolder(agency, studentId, { category: 'VISUAL', grade: 'GRADE_1' });
    await addRecommendation(agency, studentId, 'SPECIAL_SCHOOL', '2026-07-01');
    await addVisits(agency, studentId, '2026-11-19');
  }
});
afterAll(() => agency.close());

const WHOSE = 'recordedIdentity { name residenceDivision { name } } student { id }';
const EVERYTHING = `disability {
  certificate { register { state } current { grade isThreeCategory isSevere ${WHOSE} } records { grade } }
  parentCertificates { register { state } records { grade } }
  placementRecommendation { register { state } current { mode ${WHOSE} } }
  rehabilitation { register { state } records { kind } }
  assistiveDevices { register { state } records { kind } }
  homeMedicalVisits { register { state } latest { visitedOn ${WHOSE} } visits { nodes { visitedOn ${WHOSE} } } }
}`;

function statementsOf(ask: () => Promise<{ errors: readonly unknown[] }>): Promise<number> {
  return countStatements(async () => expect((await ask()).errors).toEqual([]));
}

test('the whole disability record costs the same number of statements for 1 child and for 50', async () => {
  const ask = (count: number) => agency.askForStudents(federationOfficer, ids.slice(0, count), EVERYTHING);
  const forOne = await statementsOf(() => ask(1));
  const forFifty = await statementsOf(() => ask(50));
  expect(forFifty).toBe(forOne);
  expect(forFifty).toBeLessThanOrEqual(12);
});

test.each([
  ['certificateHolders', 'grade isThreeCategory isSevere'],
  ['placementRecommendations', 'mode'],
  ['homeMedicalVisits', 'visitedOn'],
])('the list %s costs the same number of statements for 1 entry and for 50', async (field, selection) => {
  const ask = (first: number) =>
    agency.ask<Record<string, { nodes: unknown[] }>>(
      federationOfficer,
      `query ($first: Int!) { ${field}(first: $first) { nodes { ${selection} ${WHOSE} } } }`,
      { first },
    );
  expect((await ask(50)).data[field]?.nodes).toHaveLength(50);
  const forOne = await statementsOf(() => ask(1));
  expect(await statementsOf(() => ask(50))).toBe(forOne);
});
