import { COORDINATION_SCOPES } from '../../../subgraphs/coordination/scopes.js';
import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { elsewhere, testCounty, withoutScope, type TestCaller } from '../../support/callers.js';
import { analyst, office } from './coordination-callers.js';
import { listedPupil, type ListedChild } from './register-rows.js';

let agency: TestAgency;
let child: ListedChild;
beforeAll(async () => {
  agency = await startTestAgency('coordination');
  child = await listedPupil(agency);
});
afterAll(() => agency.close());

const codesOf = (errors: readonly { extensions: { code: string } }[]) =>
  errors.map(({ extensions }) => extensions.code);

/** Fields of a child: the right that each asks for. */
const SEAM: readonly (readonly [string, string, string])[] = [
  ['registerEntry', 'registerEntry { name standing }', COORDINATION_SCOPES.readRegisterEntry],
  ['formerIds', 'formerIds', COORDINATION_SCOPES.readRegisterEntry],
  ['casework', 'casework { register { state } }', COORDINATION_SCOPES.readCasework],
  ['responsibility', 'responsibility { register { state } }', COORDINATION_SCOPES.readResponsibility],
  ['risk', 'risk { register { state } }', COORDINATION_SCOPES.readRisk],
  ['aidMatching', 'aidMatching { register { state } }', COORDINATION_SCOPES.readAidMatches],
];

describe('a child by its id, as the gateway asks', () => {
  const ask = (caller: TestCaller, selection: string) =>
    agency.askForStudents<Record<string, unknown>>(caller, [child.studentId], selection);

  test.each(SEAM)('%s asks for its right', async (field, selection, scope) => {
    const { data, errors } = await ask(withoutScope(office, scope), selection);
    expect(data._entities).toEqual([{ [field]: null }]);
    expect(codesOf(errors)).toEqual(['FORBIDDEN']);
  });

  test.each(SEAM)('%s needs no other right', async (field, selection, scope) => {
    const { data, errors } = await ask({ ...office, scopes: [scope] }, selection);
    expect(errors).toEqual([]);
    expect(data._entities[0]?.[field]).not.toBeNull();
  });

  test.each(SEAM)('%s is not found from another area, nor from none', async (field, selection) => {
    for (const caller of [elsewhere(office), { ...office, jurisdiction: [] }]) {
      const { data, errors } = await ask(caller, selection);
      expect(data._entities).toEqual([{ [field]: null }]);
      expect(codesOf(errors)).toEqual(['NOT_FOUND']);
    }
  });

  test.each(SEAM)('%s shows nothing to an analyst', async (field, selection) => {
    const { data, errors } = await ask(analyst, selection);
    expect(data._entities).toEqual([{ [field]: null }]);
    expect(codesOf(errors)).toEqual(['FORBIDDEN']);
  });

  test('the full number asks for a right of its own, and costs no other field', async () => {
    const { data, errors } = await ask(
      withoutScope(office, COORDINATION_SCOPES.revealResidentIdNumber),
      'registerEntry { name residentIdNumber(reason: "补办学籍材料") }',
    );
    expect(data._entities).toEqual([{ registerEntry: { name: child.name, residentIdNumber: null } }]);
    expect(codesOf(errors)).toEqual(['FORBIDDEN']);
  });
});

/** Root fields: the right that each asks for. */
const ROOTS: readonly (readonly [string, string, string])[] = [
  ['student', 'student(id: "ID") { id }', COORDINATION_SCOPES.readRegisterEntry],
  ['students', 'students { nodes { id } }', COORDINATION_SCOPES.readRegisterEntry],
  [
    'findStudent',
    'findStudent(input: { residentIdNumber: "x", name: "x" }) { id }',
    COORDINATION_SCOPES.findStudent,
  ],
  ['cases', 'cases { nodes { caseNumber } }', COORDINATION_SCOPES.readCasework],
  ['enforcementOrders', 'enforcementOrders { nodes { orderNumber } }', COORDINATION_SCOPES.readCasework],
  ['pushedDownCases', 'pushedDownCases { nodes { platformNumber } }', COORDINATION_SCOPES.readDiscrepancies],
  ['referrals', 'referrals { nodes { referralNumber } }', COORDINATION_SCOPES.readReferrals],
  ['indicators', 'indicators(division: "520625") { asOf }', COORDINATION_SCOPES.readIndicators],
  [
    'schoolIndicators',
    `schoolIndicators(school: "${testCounty.places?.school}") { asOf }`,
    COORDINATION_SCOPES.readIndicators,
  ],
  [
    'indicatorHistory',
    'indicatorHistory(division: "520625") { months { month } }',
    COORDINATION_SCOPES.readIndicators,
  ],
  [
    'schoolIndicatorHistory',
    `schoolIndicatorHistory(school: "${testCounty.places?.school}") { months { month } }`,
    COORDINATION_SCOPES.readIndicators,
  ],
  ['ledger', 'ledger(scope: COUNTY, code: "520625") { title }', COORDINATION_SCOPES.readLedger],
  ['duties', 'duties { nodes { id } }', COORDINATION_SCOPES.readDuties],
  ['dutyReport', 'dutyReport { from }', COORDINATION_SCOPES.readDuties],
  ['mobilityBulletin', 'mobilityBulletin { quarter }', COORDINATION_SCOPES.readDuties],
  ['meetings', 'meetings { nodes { id } }', COORDINATION_SCOPES.readSupervision],
  ['inspections', 'inspections { nodes { id } }', COORDINATION_SCOPES.readSupervision],
  ['followUps', 'followUps { nodes { id } }', COORDINATION_SCOPES.readSupervision],
  ['termOpenings', 'termOpenings { term }', COORDINATION_SCOPES.readSupervision],
  ['aidMatches', 'aidMatches { nodes { programme } }', COORDINATION_SCOPES.readAidMatches],
  ['aidMatchCounts', 'aidMatchCounts(division: "520625") { children }', COORDINATION_SCOPES.readAidMatches],
  ['focusGroupCounts', 'focusGroupCounts(division: "520625") { group }', COORDINATION_SCOPES.readIndicators],
];

describe('the root fields', () => {
  const ask = (caller: TestCaller, field: string) =>
    agency.ask<Record<string, unknown>>(caller, `{ ${field.replace('ID', child.studentId)} }`);

  test.each(ROOTS)('%s asks for its right', async (name, field, scope) => {
    const { data, errors } = await ask(withoutScope(office, scope), field);
    expect(data[name]).toBeNull();
    expect(codesOf(errors)).toEqual(['FORBIDDEN']);
  });

  test.each(ROOTS.filter(([name]) => name !== 'findStudent'))(
    '%s needs no other right',
    async (name, field, scope) => {
      const { data, errors } = await ask({ ...office, scopes: [scope] }, field);
      expect(errors).toEqual([]);
      expect(data[name]).not.toBeNull();
    },
  );

  test.each([
    'students',
    'cases',
    'enforcementOrders',
    'referrals',
    'duties',
    'meetings',
    'inspections',
    'aidMatches',
  ])('%s holds nothing for another area, and nothing for no area', async (name) => {
    const everyone = await agency.ask<Record<string, { nodes: unknown[] }>>(
      office,
      `{ ${name} { nodes { __typename } } }`,
    );
    expect(everyone.data[name]?.nodes.length).toBeGreaterThan(0);
    for (const caller of [elsewhere(office), { ...office, jurisdiction: [] }]) {
      const { data, errors } = await agency.ask<Record<string, unknown>>(
        caller,
        `{ ${name} { nodes { __typename } } }`,
      );
      expect(errors).toEqual([]);
      expect(data[name]).toEqual({ nodes: [] });
    }
  });

  test('divisions and labels are open to every caller with a token', async () => {
    const { errors } = await ask(
      { ...office, scopes: [], jurisdiction: [] },
      'division(code: "520625") { name }',
    );
    expect(errors).toEqual([]);
  });
});
