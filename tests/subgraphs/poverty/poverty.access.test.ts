import { POVERTY_SCOPES } from '../../../subgraphs/poverty/scopes.js';
import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { callerAs, elsewhere, withoutScope, type TestCaller } from '../../support/callers.js';
import type { GraphqlError } from '../../support/graphql-client.js';
import { newChild, VILLAGE } from '../../support/children.js';
import { enterHousehold, enterMeasure, enterMember, enterRelocation, enterSite } from './poverty-rows.js';

type Nodes = { nodes: Record<string, unknown>[] } | null;

const officer = callerAs('poverty-officer');
const codesOf = (errors: readonly GraphqlError[]) => errors.map(({ extensions }) => extensions.code);

let agency: TestAgency;
let child: string;
beforeAll(async () => {
  agency = await startTestAgency('poverty');
  child = await newChild(agency, { registered: VILLAGE, residence: VILLAGE });
  await enterHousehold(agency, 'PK-1');
  await enterMember(agency, child, 'PK-1');
  await enterMeasure(agency, child);
  await enterSite(agency, 'AZ-0');
  await enterRelocation(agency, child, 'AZ-0');
});
afterAll(() => agency.close());

const ROOT_FIELDS = [
  ['povertyHouseholds', POVERTY_SCOPES.listHouseholds],
  ['povertyMeasures', POVERTY_SCOPES.listMeasures],
  ['resettlementSites', POVERTY_SCOPES.readSites],
] as const;

async function nodesOf(caller: TestCaller, field: string) {
  const { data, errors } = await agency.ask<Record<string, Nodes>>(
    caller,
    `{ ${field} { nodes { __typename } } }`,
  );
  return { list: data[field], errors };
}

describe.each(ROOT_FIELDS)('the list %s', (field, scope) => {
  test(`needs ${scope}`, async () => {
    const { list, errors } = await nodesOf(withoutScope(officer, scope), field);
    expect(list).toBeNull();
    expect(codesOf(errors)).toEqual(['FORBIDDEN']);
  });

  test('answers to officers of the area', async () => {
    const { list, errors } = await nodesOf(officer, field);
    expect(errors).toEqual([]);
    expect(list?.nodes.length).toBeGreaterThan(0);
  });

  test.each([
    ['another county', (caller: TestCaller) => elsewhere(caller)],
    ['no area at all', (caller: TestCaller) => ({ ...caller, jurisdiction: [] })],
    [
      'a school',
      (caller: TestCaller): TestCaller => ({
        ...caller,
        jurisdiction: [{ kind: 'SCHOOL', code: '9999999999' }],
      }),
    ],
  ])('is empty for %s', async (_area, moved) => {
    expect((await nodesOf(moved(officer), field)).list?.nodes).toEqual([]);
  });
});

describe('the children of a resettlement site', () => {
  const ask = (caller: TestCaller) =>
    agency.ask<{ resettlementSites: { nodes: { relocatedChildren: Nodes }[] } }>(
      caller,
      '{ resettlementSites(first: 1) { nodes { code relocatedChildren { nodes { student { id } } } } } }',
    );

  test(`need ${POVERTY_SCOPES.listRelocations}`, async () => {
    const { data, errors } = await ask(withoutScope(officer, POVERTY_SCOPES.listRelocations));
    expect(data.resettlementSites.nodes).toEqual([{ code: 'AZ-0', relocatedChildren: null }]);
    expect(codesOf(errors)).toEqual(['FORBIDDEN']);
  });

  test('answer to officers of the area', async () => {
    const { data, errors } = await ask(officer);
    expect(errors).toEqual([]);
    expect(data.resettlementSites.nodes[0]?.relocatedChildren?.nodes).toEqual([{ student: { id: child } }]);
  });

  test('stay closed to an officer of the site who reaches none of them', async () => {
    await enterSite(agency, 'AZ-1', '652301001001');
    await enterRelocation(agency, child, 'AZ-1');
    const { data } = await ask(elsewhere(officer));
    expect(data.resettlementSites.nodes).toEqual([{ code: 'AZ-1', relocatedChildren: { nodes: [] } }]);
  });
});

describe('the poverty record of a child', () => {
  const SELECTION =
    'poverty { povertyHousehold { current { householderName } } measures { current { kind } } }';

  test(`needs ${POVERTY_SCOPES.readPoverty}`, async () => {
    const { data, errors } = await agency.askForStudents(
      withoutScope(officer, POVERTY_SCOPES.readPoverty),
      [child],
      SELECTION,
    );
    expect(data._entities).toEqual([{ poverty: null }]);
    expect(codesOf(errors)).toEqual(['FORBIDDEN']);
  });

  test('answers to officers of the area', async () => {
    const { data, errors } = await agency.askForStudents(officer, [child], SELECTION);
    expect(errors).toEqual([]);
    expect(data._entities).toEqual([
      {
        poverty: {
          povertyHousehold: { current: { householderName: '测试户主' } },
          measures: { current: [{ kind: 'EDUCATION_AID' }] },
        },
      },
    ]);
  });

  test('looks the same for a child out of reach and for one that does not exist', async () => {
    const outOfReach = await agency.askForStudents(elsewhere(officer), [child], SELECTION);
    const unknown = await agency.askForStudents(elsewhere(officer), ['a'.repeat(26)], SELECTION);
    expect(codesOf(outOfReach.errors)).toEqual(['NOT_FOUND']);
    expect(outOfReach.data).toEqual(unknown.data);
    expect(outOfReach.errors.map(({ message }) => message)).toEqual(
      unknown.errors.map(({ message }) => message),
    );
  });
});
