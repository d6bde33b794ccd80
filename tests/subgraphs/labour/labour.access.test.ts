import { LABOUR_SCOPES } from '../../../subgraphs/labour/scopes.js';
import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { callerAs, elsewhere, withoutScope, type TestCaller } from '../../support/callers.js';
import type { GraphqlError } from '../../support/graphql-client.js';
import { newChild, VILLAGE } from '../../support/children.js';
import { enterCase, enterEmployer } from './labour-rows.js';

type Nodes = { nodes: Record<string, unknown>[] } | null;

const inspector = callerAs('labour-inspector');
const codesOf = (errors: readonly GraphqlError[]) => errors.map(({ extensions }) => extensions.code);

let agency: TestAgency;
let child: string;
beforeAll(async () => {
  agency = await startTestAgency('labour');
  await agency.rows('delete from employer');
  await enterEmployer(agency, 'YG-TEST-1');
  await agency.rows(
    `insert into labour_inspection (code, employer_code, division_code, inspected_on, inspectors, kind, minors_found)
     values ('JC-TEST-1', 'YG-TEST-1', ?, '2026-11-01', 2, 'ROUTINE', 1)`,
    VILLAGE,
  );
  child = await newChild(agency);
  await enterCase(agency, child);
});
afterAll(() => agency.close());

const ROOT_FIELDS = [
  ['childLabourCases', LABOUR_SCOPES.listChildLabourCases, 'caseNumber'],
  ['labourInspections', LABOUR_SCOPES.readEmployers, 'code'],
  ['employers', LABOUR_SCOPES.readEmployers, 'code'],
] as const;

async function nodesOf(caller: TestCaller, field: string, selection: string) {
  const { data, errors } = await agency.ask<Record<string, Nodes>>(
    caller,
    `{ ${field} { nodes { ${selection} } } }`,
  );
  return { list: data[field], errors };
}

describe.each(ROOT_FIELDS)('the list %s', (field, scope, selection) => {
  test(`needs ${scope}`, async () => {
    const { list, errors } = await nodesOf(withoutScope(inspector, scope), field, selection);
    expect(list).toBeNull();
    expect(codesOf(errors)).toEqual(['FORBIDDEN']);
  });

  test('answers to officers of the area', async () => {
    const { list, errors } = await nodesOf(inspector, field, selection);
    expect(errors).toEqual([]);
    expect(list?.nodes.length).toBeGreaterThan(0);
  });

  test.each([
    ['another county', (caller: TestCaller) => elsewhere(caller)],
    ['no area at all', (caller: TestCaller) => ({ ...caller, jurisdiction: [] })],
    [
      "an agency's own records",
      (caller: TestCaller): TestCaller => ({ ...caller, jurisdiction: [{ kind: 'AGENCY', code: 'labour' }] }),
    ],
    [
      'a wildcard for an area',
      (caller: TestCaller): TestCaller => ({ ...caller, jurisdiction: [{ kind: 'SCHOOL', code: '%' }] }),
    ],
  ])('is empty for %s', async (_area, moved) => {
    const { list } = await nodesOf(moved(inspector), field, selection);
    expect(list?.nodes).toEqual([]);
  });
});

describe('the labour record of a child', () => {
  const SELECTION =
    'labour { childLabourCases { records { caseNumber } } guardiansWorkAway { register { state } } }';

  test(`needs ${LABOUR_SCOPES.readLabour}`, async () => {
    const { data, errors } = await agency.askForStudents(
      withoutScope(inspector, LABOUR_SCOPES.readLabour),
      [child],
      SELECTION,
    );
    expect(data._entities).toEqual([{ labour: null }]);
    expect(codesOf(errors)).toEqual(['FORBIDDEN']);
  });

  test('answers to officers of the area', async () => {
    const { data, errors } = await agency.askForStudents<{ labour: object }>(inspector, [child], SELECTION);
    expect(errors).toEqual([]);
    expect(data._entities[0]?.labour).toMatchObject({
      guardiansWorkAway: { register: { state: 'OUT_OF_COVERAGE' } },
    });
  });

  test('looks the same for a child out of reach and for one that does not exist', async () => {
    const outOfReach = await agency.askForStudents(elsewhere(inspector), [child], SELECTION);
    const unknown = await agency.askForStudents(elsewhere(inspector), ['a'.repeat(26)], SELECTION);
    expect(codesOf(outOfReach.errors)).toEqual(['NOT_FOUND']);
    expect(outOfReach.data).toEqual(unknown.data);
    expect(outOfReach.errors.map(({ message, path }) => ({ message, path }))).toEqual(
      unknown.errors.map(({ message, path }) => ({ message, path })),
    );
  });
});

describe('an employer named in a case', () => {
  const caseWith = (selection: string) =>
    `labour { childLabourCases { records { employer { name ${selection} } inspection { code } } } }`;

  test.each([
    ['inspections', LABOUR_SCOPES.readEmployers, 'inspections { code }'],
    ['licenceSanctions', LABOUR_SCOPES.readEmployers, 'licenceSanctions { code }'],
    ['childLabourCases', LABOUR_SCOPES.listChildLabourCases, 'childLabourCases { caseNumber }'],
  ])('shows its %s only with %s', async (field, scope, selection) => {
    const ask = (caller: TestCaller) =>
      agency.askForStudents<{
        labour: { childLabourCases: { records: { employer: Record<string, unknown> }[] } };
      }>(caller, [child], caseWith(selection));
    const without = await ask(withoutScope(inspector, scope));
    expect(without.data._entities[0]?.labour.childLabourCases.records[0]?.employer).toEqual({
      name: '测试餐馆',
      [field]: null,
    });
    expect(codesOf(without.errors)).toEqual(['FORBIDDEN']);
    const withScope = await ask(inspector);
    expect(withScope.errors).toEqual([]);
    expect(withScope.data._entities[0]?.labour.childLabourCases.records[0]?.employer[field]).not.toBeNull();
  });

  test('outside the area is named, but its inspections do not open', async () => {
    const neighbour = await newChild(agency, { residence: '652301001001' });
    await enterCase(agency, neighbour);
    const { data, errors } = await agency.askForStudents<{
      labour: { childLabourCases: { records: { employer: object }[] } };
    }>(elsewhere(inspector), [neighbour], caseWith('inspections { code } licenceSanctions { code }'));
    expect(data._entities[0]?.labour.childLabourCases.records[0]?.employer).toEqual({
      name: '测试餐馆',
      inspections: null,
      licenceSanctions: null,
    });
    expect(codesOf(errors)).toEqual(['NOT_FOUND', 'NOT_FOUND']);
  });
});
