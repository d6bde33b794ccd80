import { COORDINATION_SCOPES } from '../../../subgraphs/coordination/scopes.js';
import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { withoutScope, type TestCaller } from '../../support/callers.js';
import { countStatements } from '../../support/count-statements.js';
import { clerk, office, SCHOOL, townOf } from './duties/duty-rows.js';

interface Gap {
  readonly level: string;
  readonly scheme: string;
  readonly code: string;
  readonly policyClause: string | null;
}

let agency: TestAgency;
let village = '';
beforeAll(async () => {
  agency = await startTestAgency('coordination');
  const [home] = await agency.rows<{ code: string }>(
    "select code from division where level = 'VILLAGE' and code like '520625%' order by code limit 1",
  );
  village = home?.code ?? '';
});
afterAll(() => agency.close());

async function gaps(caller: TestCaller, filter = '', page = 'first: 100') {
  const { data, errors } = await agency.ask<{
    responsibilityGaps: { nodes: Gap[]; totalCount: number; pageInfo: { endCursor: string } };
  }>(
    caller,
    `{ responsibilityGaps(${page} filter: { ${filter} }) {
      nodes { line level scheme place code policyClause } totalCount pageInfo { endCursor } } }`,
  );
  expect(errors).toEqual([]);
  return data.responsibilityGaps;
}
const textsOf = ({ nodes }: { nodes: readonly Gap[] }) =>
  nodes.map(({ scheme, level, code }) => `${scheme} ${level} ${code}`);
const leave = (level: string, code: string) =>
  agency.rows('delete from responsibility_assignment where level = ? and target_code = ?', level, code);

test("nobody is named for the villagers' groups, and for some subject teachers; each is found with its clause", async () => {
  const groups = await gaps(office, `division: "${village}", level: VILLAGE_GROUP`);
  expect(textsOf(groups)).toEqual([`GOVERNMENT_CHAIN VILLAGE_GROUP ${village}`]);
  expect(groups.nodes[0]?.policyClause).toContain('印府办发〔2020〕19号');
  const vacant = await agency.rows<{ code: string }>(
    `select distinct target_code as code from responsibility_assignment
     where level = 'SUBJECT' and scheme = 'EDUCATION_CHAIN' and person_name is null and valid_to is null
       and target_code in (select code from student_scope where kind = 'CLASS')
       and left(target_code, 10) in (select code from school_site where division_code like '520625%')
       and target_code not in (select target_code from responsibility_assignment
         where level = 'SUBJECT' and scheme = 'EDUCATION_CHAIN' and person_name is not null)
     order by 1`,
  );
  expect(vacant.length).toBeGreaterThan(0);
  const subjects = await gaps(office, 'level: SUBJECT');
  expect(subjects.nodes.map(({ code }) => code).toSorted()).toEqual(vacant.map(({ code }) => code));
});

test('a village and a school whose people left are vacant, until somebody is named', async () => {
  const level = 'level: VILLAGE';
  expect(await gaps(office, `division: "${village}", ${level}`)).toMatchObject({ nodes: [] });
  const [kept] = await agency.rows<object>(
    "select * from responsibility_assignment where level = 'VILLAGE' and scheme = 'GOVERNMENT_CHAIN' and target_code = ?",
    village,
  );
  await leave('VILLAGE', village);
  expect(textsOf(await gaps(office, `division: "${village}", ${level}`))).toEqual([
    `GOVERNMENT_CHAIN VILLAGE ${village}`,
  ]);
  await agency.rows(
    'insert into responsibility_assignment select * from jsonb_populate_record(null::responsibility_assignment, ?::jsonb)',
    JSON.stringify(kept),
  );
  expect(await gaps(office, `division: "${village}", ${level}`)).toMatchObject({ nodes: [] });
  await leave('SCHOOL', SCHOOL);
  expect(textsOf(await gaps(clerk, 'level: SCHOOL'))).toEqual([`EDUCATION_CHAIN SCHOOL ${SCHOOL}`]);
});

test('each sees the own area alone', async () => {
  const town = village.slice(0, 9);
  const own = await gaps(townOf(town));
  expect(own.totalCount).toBeGreaterThan(0);
  const schools = await agency.rows<{ code: string }>(
    'select code from school_site where starts_with(division_code, ?)',
    town,
  );
  const known = new Set(schools.map(({ code }) => code));
  for (const { code } of own.nodes)
    expect([code, code.startsWith(town) || known.has(code.slice(0, 10))]).toEqual([code, true]);
  expect(await gaps(townOf('652301001'))).toMatchObject({ nodes: [], totalCount: 0 });
});

test('pages follow one another, and a page of 100 costs as many statements as one', async () => {
  const first = await gaps(office, '', 'first: 1');
  const second = await gaps(office, '', `first: 1 after: "${first.pageInfo.endCursor}"`);
  expect([...first.nodes, ...second.nodes]).toEqual((await gaps(office, '', 'first: 2')).nodes);
  const one = await countStatements(() => gaps(office, '', 'first: 1'));
  expect(await countStatements(() => gaps(office))).toBe(one);
});

test('without the right, and without the register, nobody is told', async () => {
  const codes = async (caller: TestCaller) => {
    const { data, errors } = await agency.ask<{ responsibilityGaps: null }>(
      caller,
      '{ responsibilityGaps { totalCount } }',
    );
    expect(data.responsibilityGaps).toBeNull();
    return errors.map(({ extensions }) => extensions.code);
  };
  expect(await codes(withoutScope(office, COORDINATION_SCOPES.readDuties))).toEqual(['FORBIDDEN']);
  await agency.rows("update register set code = 'AWAY' where code = 'RESPONSIBILITY'");
  expect(await codes(office)).toEqual(['BAD_USER_INPUT']);
  await agency.rows("update register set code = 'RESPONSIBILITY' where code = 'AWAY'");
});
