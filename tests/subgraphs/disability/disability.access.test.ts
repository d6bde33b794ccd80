import { DISABILITY_SCOPES } from '../../../subgraphs/disability/scopes.js';
import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { elsewhere, withoutScope, type TestCaller } from '../../support/callers.js';
import { federationOfficer } from './disability-callers.js';
import { addHolder, addRecommendation, addVisits, childrenOfTheCounty } from './disability-rows.js';

let agency: TestAgency;
let studentId: string;
beforeAll(async () => {
  agency = await startTestAgency('disability');
  [studentId = ''] = await childrenOfTheCounty(agency, 1);
  await addHolder(agency, studentId, { category: 'VISUAL', grade: 'GRADE_1' });
  await addRecommendation(agency, studentId, 'SPECIAL_SCHOOL', '2026-07-01');
  await addVisits(agency, studentId, '2026-11-01');
});
afterAll(() => agency.close());

const codesOf = (errors: readonly { extensions: { code: string } }[]) =>
  errors.map(({ extensions }) => extensions.code);

/** Lists: the right that each asks for. */
const LISTS: readonly (readonly [string, string])[] = [
  ['certificateHolders', DISABILITY_SCOPES.listCertificates],
  ['placementRecommendations', DISABILITY_SCOPES.listPlacements],
  ['homeMedicalVisits', DISABILITY_SCOPES.listHomeVisits],
];

describe('the lists', () => {
  const askList = (caller: TestCaller, field: string) =>
    agency.ask<Record<string, { nodes: { student: { id: string } }[] } | null>>(
      caller,
      `{ ${field}(first: 100) { nodes { student { id } } } }`,
    );

  test.each(LISTS)('%s asks for %s', async (field, scope) => {
    const { data, errors } = await askList(withoutScope(federationOfficer, scope), field);
    expect(data[field]).toBeNull();
    expect(codesOf(errors)).toEqual(['FORBIDDEN']);
  });

  test.each(LISTS)('%s needs no other right', async (field, scope) => {
    const { data, errors } = await askList({ ...federationOfficer, scopes: [scope] }, field);
    expect(errors).toEqual([]);
    expect(data[field]?.nodes).toContainEqual({ student: { id: studentId } });
  });

  test.each(LISTS)('%s holds nothing for another area, and nothing for no area', async (field) => {
    for (const caller of [elsewhere(federationOfficer), { ...federationOfficer, jurisdiction: [] }]) {
      const { data, errors } = await askList(caller, field);
      expect(errors).toEqual([]);
      expect(data[field]).toEqual({ nodes: [] });
    }
  });

  test.each(LISTS)('%s holds the child for the cadre of its village alone', async (field) => {
    const [scope] = await agency.rows<{ code: string }>(
      "select code from student_scope where student_id = ? and kind = 'REGISTERED'",
      studentId,
    );
    const inDivision = (code: string): TestCaller => ({
      ...federationOfficer,
      jurisdiction: [{ kind: 'DIVISION', code }],
    });
    const own = await askList(inDivision(scope?.code ?? ''), field);
    expect(own.data[field]?.nodes).toContainEqual({ student: { id: studentId } });
    const other = await askList(inDivision('520625999999'), field);
    expect(other.data[field]).toEqual({ nodes: [] });
  });
});

describe('the disability record of a child', () => {
  const GRADE = 'disability { certificate { current { grade } } }';

  test('opens with its right', async () => {
    const { data, errors } = await agency.askForStudents(
      { ...federationOfficer, scopes: [DISABILITY_SCOPES.readRecords] },
      [studentId],
      GRADE,
    );
    expect(errors).toEqual([]);
    expect(data._entities).toEqual([{ disability: { certificate: { current: { grade: 'GRADE_1' } } } }]);
  });

  test('asks for its right', async () => {
    const { data, errors } = await agency.askForStudents(
      withoutScope(federationOfficer, DISABILITY_SCOPES.readRecords),
      [studentId],
      GRADE,
    );
    expect(data._entities).toEqual([{ disability: null }]);
    expect(codesOf(errors)).toEqual(['FORBIDDEN']);
  });

  test('is not opened by a list to a caller who may only list', async () => {
    const { data, errors } = await agency.ask<object>(
      { ...federationOfficer, scopes: [DISABILITY_SCOPES.listHomeVisits] },
      `{ homeMedicalVisits(first: 1) { nodes { visitedOn student { ${GRADE} } } } }`,
    );
    expect(data).toMatchObject({ homeMedicalVisits: { nodes: [{ student: { disability: null } }] } });
    expect(codesOf(errors)).toEqual(['FORBIDDEN']);
  });

  test('out of reach looks like that of a child that does not exist', async () => {
    const { data, errors } = await agency.askForStudents(
      elsewhere(federationOfficer),
      [studentId, 'a'.repeat(26)],
      GRADE,
    );
    expect(data._entities).toEqual([{ disability: null }, { disability: null }]);
    expect(codesOf(errors)).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    expect(new Set(errors.map(({ message }) => message)).size).toBe(1);
  });
});
