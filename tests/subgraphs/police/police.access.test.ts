import { POLICE_SCOPES } from '../../../subgraphs/police/scopes.js';
import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { elsewhere, withoutScope, type TestCaller } from '../../support/callers.js';
import { countyPolice } from './police-callers.js';
import { addDetermination, addPermits, registeredChild, type RegisteredChild } from './police-rows.js';

let agency: TestAgency;
let child: RegisteredChild;
beforeAll(async () => {
  agency = await startTestAgency('police');
  child = await registeredChild(agency);
  await addPermits(agency, child.studentId, child.registeredDivisionCode, '2026-12-01');
  await addDetermination(agency, child.studentId, '2026-11-01');
});
afterAll(() => agency.close());

type Json = Record<string, unknown> | null;
const codesOf = (errors: readonly { extensions: { code: string } }[]) =>
  errors.map(({ extensions }) => extensions.code);

/** Lists: the right that each asks for. */
const LISTS: readonly (readonly [string, string])[] = [
  ['residencePermits', POLICE_SCOPES.listResidencePermits],
  ['floatingPopulation', POLICE_SCOPES.listFloatingPopulation],
  ['missingPersonDeterminations', POLICE_SCOPES.listMissingPersons],
];

describe('the lists', () => {
  const askList = (caller: TestCaller, field: string) =>
    agency.ask<Record<string, { nodes: unknown[] } | null>>(caller, `{ ${field} { nodes { __typename } } }`);

  test.each(LISTS)('%s asks for %s', async (field, scope) => {
    const { data, errors } = await askList(withoutScope(countyPolice, scope), field);
    expect(data[field]).toBeNull();
    expect(codesOf(errors)).toEqual(['FORBIDDEN']);
  });

  test.each(LISTS)('%s needs no other right', async (field, scope) => {
    const { data, errors } = await askList({ ...countyPolice, scopes: [scope] }, field);
    expect(errors).toEqual([]);
    expect(data[field]?.nodes.length).toBeGreaterThan(0);
  });

  test.each(LISTS)('%s holds nothing for another area, and nothing for no area', async (field) => {
    for (const caller of [elsewhere(countyPolice), { ...countyPolice, jurisdiction: [] }]) {
      const { data, errors } = await askList(caller, field);
      expect(errors).toEqual([]);
      expect(data[field]).toEqual({ nodes: [] });
    }
  });

  test.each(LISTS)('%s holds the children of a village for its cadre, and no others', async (field) => {
    const village = child.registeredDivisionCode;
    const { data, errors } = await agency.ask<Record<string, { nodes: { student: { id: string } }[] }>>(
      { ...countyPolice, jurisdiction: [{ kind: 'DIVISION', code: village }] },
      `{ ${field}(first: 100) { nodes { student { id } } } }`,
    );
    expect(errors).toEqual([]);
    const reachable = await agency.rows<{ canonical_id: string }>(
      "select canonical_id from student_scope where kind in ('REGISTERED', 'RESIDENCE') and code = ?",
      village,
    );
    const ids = new Set(reachable.map(({ canonical_id }) => canonical_id));
    expect(data[field]?.nodes.filter(({ student }) => !ids.has(student.id))).toEqual([]);
  });
});

describe('the household record of a child', () => {
  const NAME = 'household { residentRegistration { current { name } } }';

  test('asks for its right', async () => {
    const { data, errors } = await agency.askForStudents<{ household: Json }>(
      withoutScope(countyPolice, POLICE_SCOPES.readHouseholds),
      [child.studentId],
      NAME,
    );
    expect(data._entities).toEqual([{ household: null }]);
    expect(codesOf(errors)).toEqual(['FORBIDDEN']);
  });

  test('opens by any way of being within reach, and by no other', async () => {
    const scopes = await agency.rows<{ kind: string; code: string }>(
      'select kind, code from student_scope where student_id = ?',
      child.studentId,
    );
    const school = scopes.find(({ kind }) => kind === 'SCHOOL')?.code ?? 'none';
    const ask = async (jurisdiction: TestCaller['jurisdiction']) =>
      (
        await agency.askForStudents<{ household: Json }>(
          { ...countyPolice, jurisdiction },
          [child.studentId],
          NAME,
        )
      ).data._entities[0]?.household;
    expect(await ask([{ kind: 'DIVISION', code: child.registeredDivisionCode }])).not.toBeNull();
    expect(await ask([{ kind: 'DIVISION', code: '52' }])).not.toBeNull();
    expect(await ask([{ kind: 'SCHOOL', code: '0000000000' }])).toBeNull();
    expect(await ask([{ kind: 'CLASS', code: school }])).toBeNull();
    expect(await ask([{ kind: 'AGENCY', code: 'police' }])).toBeNull();
    expect(await ask([])).toBeNull();
  });

  test('out of reach looks like that of a child that does not exist', async () => {
    const { data, errors } = await agency.askForStudents<{ household: Json }>(
      elsewhere(countyPolice),
      [child.studentId, 'a'.repeat(26)],
      NAME,
    );
    expect(data._entities).toEqual([{ household: null }, { household: null }]);
    expect(codesOf(errors)).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    expect(new Set(errors.map(({ message }) => message)).size).toBe(1);
  });

  test.each([
    ['missingPerson', POLICE_SCOPES.readMissingPersons],
    ['legalCustody', POLICE_SCOPES.readRestricted],
    ['borderExit', POLICE_SCOPES.readRestricted],
    ['interventions', POLICE_SCOPES.readRestricted],
  ])('shows %s only with %s, and all else without it', async (field, scope) => {
    const ask = (caller: TestCaller) =>
      agency.askForStudents<{ household: Record<string, Json> }>(
        caller,
        [child.studentId],
        `household { ${field} { register { state } } guardians { register { state } } }`,
      );
    const without = await ask(withoutScope(countyPolice, scope));
    expect(codesOf(without.errors)).toEqual(['FORBIDDEN']);
    expect(without.data._entities[0]?.household).toEqual({
      [field]: null,
      guardians: { register: { state: 'FOUND' } },
    });
    const having = await ask(countyPolice);
    expect(having.errors).toEqual([]);
    expect(having.data._entities[0]?.household[field]).not.toBeNull();
  });
});

describe('a household', () => {
  test.each([
    ['by its id', `{ household(id: "$id") { householderName } }`],
    [
      'as an entity',
      `{ _entities(representations: [{ __typename: "Household", id: "$id" }]) { ... on Household { householderName } } }`,
    ],
  ])('%s asks for its right', async (_entry, query) => {
    const { data, errors } = await agency.ask<Record<string, unknown>>(
      withoutScope(countyPolice, POLICE_SCOPES.readHouseholds),
      query.replace('$id', child.householdId),
    );
    expect(JSON.stringify(data)).toMatch(/^{"(household":null|_entities":\[null\])}$/);
    expect(codesOf(errors)).toEqual(['FORBIDDEN']);
  });

  test('keeps its address from a caller without the right to it', async () => {
    const query = `{ household(id: "${child.householdId}") { householderName address } }`;
    const without = await agency.ask<{ household: Json }>(
      withoutScope(countyPolice, POLICE_SCOPES.readAddresses),
      query,
    );
    expect(without.data.household).toEqual({ householderName: expect.any(String), address: null });
    expect(codesOf(without.errors)).toEqual(['FORBIDDEN']);
    const having = await agency.ask<{ household: Json }>(countyPolice, query);
    expect(having.data.household?.['address']).toEqual(expect.any(String));
  });
});
