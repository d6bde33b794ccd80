import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { analyst, office } from './coordination-callers.js';

let agency: TestAgency;
beforeAll(async () => {
  agency = await startTestAgency('coordination');
});
afterAll(() => agency.close());

const codesOf = (errors: readonly { extensions: { code: string } }[]) =>
  errors.map(({ extensions }) => extensions.code);

test.each(['520625', '520625000000'])(
  'a division is found by a code of its level or of twelve digits (%s)',
  async (code) => {
    const { data, errors } = await agency.ask<{ division: object }>(
      analyst,
      'query ($code: String!) { division(code: $code) { code name level } }',
      { code },
    );
    expect(errors).toEqual([]);
    expect(data.division).toMatchObject({ code: '520625000000', level: 'COUNTY' });
  },
);

test.each([
  ['999999999999', 'NOT_FOUND'],
  ['52062', 'BAD_USER_INPUT'],
  ['%', 'BAD_USER_INPUT'],
])('the code %s is answered with %s', async (code, expected) => {
  const { data, errors } = await agency.ask<{ division: null }>(
    analyst,
    'query ($code: String!) { division(code: $code) { code } }',
    { code },
  );
  expect(data.division).toBeNull();
  expect(codesOf(errors)).toEqual([expected]);
});

test('the divisions below one are all there, page by page', async () => {
  const stored = await agency.rows<{ code: string }>(
    "select code from division where parent_code = '520625000000' order by code",
  );
  const found: string[] = [];
  let after: string | null = null;
  do {
    const answer: {
      data: {
        divisions: { nodes: { code: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      };
    } = await agency.ask(
      analyst,
      'query ($after: String) { divisions(parent: "520625", first: 7, after: $after) { nodes { code } pageInfo { hasNextPage endCursor } } }',
      { after },
    );
    found.push(...answer.data.divisions.nodes.map(({ code }) => code));
    after = answer.data.divisions.pageInfo.hasNextPage ? answer.data.divisions.pageInfo.endCursor : null;
  } while (after);
  expect(found.length).toBeGreaterThan(7);
  expect(found).toEqual(stored.map(({ code }) => code));
});

test('a village has nothing below it', async () => {
  const [village] = await agency.rows<{ code: string }>(
    "select code from division where level = 'VILLAGE' limit 1",
  );
  const { data } = await agency.ask<{ divisions: object }>(
    analyst,
    'query ($parent: String!) { divisions(parent: $parent) { nodes { code } } }',
    { parent: village?.code },
  );
  expect(data.divisions).toEqual({ nodes: [] });
});

test('enums have their wording in both languages, and their official codes', async () => {
  const { data, errors } = await agency.ask<{ enumLabels: { name: string; values: object[] }[] }>(
    analyst,
    '{ enumLabels(names: ["Standing", "Sex", "NoSuchEnum"]) { name label { en zh } values { value label { en zh } code } } }',
  );
  expect(errors).toEqual([]);
  expect(data.enumLabels.map(({ name }) => name)).toEqual(['Sex', 'Standing']);
  expect(data.enumLabels[0]?.values).toContainEqual({
    value: 'FEMALE',
    label: { en: 'Female', zh: '女' },
    code: '2',
  });
  expect(data.enumLabels[1]?.values).toContainEqual({
    value: 'SUSPECTED',
    label: { en: 'Suspected dropout', zh: '疑似辍学' },
    code: null,
  });
});

test('the level of a code is what the list says, not what its zeros look like', async () => {
  await agency.rows(
    `insert into division (code, name, level, parent_code) values ('520625998000', '零结尾村', 'VILLAGE', '520625998000')`,
  );
  const [pupil] = await agency.rows<{ id: string; code: string }>(
    `update school_age_entry set residence_division_code = '520625998001', registered_division_code = '520625998001'
     where student_id = (select student_id from student_scope where code like '520625%' limit 1)
     returning student_id as id, residence_division_code as code`,
  );
  const found = async (division: string) => {
    const { data, errors } = await agency.ask<{ students: { nodes: { id: string }[] } }>(
      office,
      'query ($division: String!) { students(filter: { division: $division }) { nodes { id } } }',
      { division },
    );
    expect(errors).toEqual([]);
    return data.students.nodes.map(({ id }) => id);
  };
  // Cut by the client it is a township; on the list it is a village, in which this child does not live.
  expect(await found('520625998')).toEqual([pupil?.id]);
  expect(await found('520625998000')).toEqual([]);
});
