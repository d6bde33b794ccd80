import { isThreeCategory } from '../../../policies/disability-severity.js';
import { parseIsoDate } from '../../../policies/iso-date.js';
import { loadPolicies } from '../../../policies/load-policies.js';
import { expectedGrade } from '../../../policies/school-age.js';
import { DISABILITY_SCOPES } from '../../../subgraphs/disability/scopes.js';
import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { callerAs, elsewhere, withoutScope, type TestCaller } from '../../support/callers.js';
import { newChild, VILLAGE } from '../../support/children.js';
import { countStatements } from '../../support/count-statements.js';
import { workGroups } from '../../support/work-groups.js';
import { addHolder, addRecommendation, type CertificateRow } from './disability-rows.js';

const TODAY = '2026-11-20';
const officer = callerAs('disability-officer');
const township: TestCaller = { ...officer, jurisdiction: [{ kind: 'DIVISION', code: VILLAGE.slice(0, 9) }] };
let agency: TestAgency;
const children: Record<string, string> = {};

async function holder(name: string, certificate: Partial<CertificateRow> = {}): Promise<string> {
  const id = (children[name] = await newChild(agency));
  await addHolder(agency, id, { category: 'SPEECH', grade: 'GRADE_2', village: VILLAGE, ...certificate });
  return id;
}
const alter = (id: string, table: string, column: string, value: string) =>
  agency.rows(`update ${table} set ${column} = '${value}' where student_id = ?`, id);

beforeAll(async () => {
  agency = await startTestAgency('disability');
  // The generated county has a recommendation for nearly everybody.
  await agency.rows('delete from placement_recommendation where id % 2 = 0');
  await holder('other, milder', { grade: 'GRADE_3' });
  await holder('other, severe');
  await holder('three categories, mild', { category: 'VISUAL', grade: 'GRADE_4' });
  await holder('several, one of the three', {
    category: 'MULTIPLE',
    components: ['PHYSICAL', 'HEARING'],
    grade: 'GRADE_1',
  });
  await addRecommendation(agency, await holder('recommended'), 'HOME_TEACHING', '2020-07-01', VILLAGE);
  await alter(await holder('cancelled'), 'disability_certificate', 'state', 'CANCELLED');
  await alter(await holder('run out'), 'disability_certificate', 'expires_on', '2026-11-19');
  await alter(await holder('born a day too late'), 'registered_child', 'birth_date', '2020-09-01');
  await alter(await holder('past grade 9'), 'registered_child', 'birth_date', '2011-08-31');
});
afterAll(() => agency.close());

const all = (caller: TestCaller, items?: number) => workGroups(agency, caller, 'workAtDisability', items);
/** Recommendations alone; `commands.test` has the visits. */
const work = async (caller: TestCaller, items?: number) =>
  (await all(caller, items)).filter(({ kind }) => kind === 'RECOMMEND_PLACEMENT');
const OPEN = [
  'several, one of the three',
  'three categories, mild',
  'other, severe',
  'other, milder',
] as const;

test('children with a valid certificate and no recommendation come the three categories first, then by grade', async () => {
  const [group] = await work(township);
  expect(group).toEqual({
    kind: 'RECOMMEND_PLACEMENT',
    list: 'certificateHolders',
    unknown: null,
    open: 4,
    overdue: 0,
    items: OPEN.map((name) => ({
      subject: children[name],
      dueOn: null,
      isOverdue: false,
      student: { id: children[name] },
    })),
  });
});

test('who is of school age and one of the three categories is as the policies say', async () => {
  const policy = loadPolicies().policyFor('520625', parseIsoDate(TODAY));
  const rows = await agency.rows<{
    child: string;
    category: string;
    components: string[];
    birthDate: string;
  }>(
    `select distinct on (scope.canonical_id) scope.canonical_id as child, category, components,
       born.birth_date::text as "birthDate", expires_on, state
     from disability_certificate held
     join registered_child born using (source_key)
     join student_scope scope on scope.student_id = held.student_id
     where kind in ('REGISTERED', 'RESIDENCE') and code like '520625%'
       and coalesce(valid_from <= ?::date, true) and coalesce(valid_to >= ?::date, true)
       and not exists (select from placement_recommendation placed where placed.student_id in (
         select member.student_id from student_scope member where member.canonical_id = scope.canonical_id))
       and expires_on >= ?::date and state is distinct from 'CANCELLED' and state is distinct from 'EXPIRED'
     order by scope.canonical_id, held.issued_on desc, held.id desc`,
    TODAY,
    TODAY,
    TODAY,
  );
  const due = rows.filter(
    ({ birthDate }) => typeof expectedGrade(parseIsoDate(birthDate), 2026, policy) === 'number',
  );
  const { threeCategories } = policy.disability;
  const ofThree = due.filter((certificate) => isThreeCategory(certificate, threeCategories.value));
  const [group] = await work(officer);
  expect(due.length).toBeGreaterThan(OPEN.length);
  expect(due.length).toBeLessThan(rows.length);
  expect(group?.open).toBe(due.length);
  expect(new Set(group?.items?.slice(0, ofThree.length).map(({ subject }) => subject))).toEqual(
    new Set(ofThree.map(({ child }) => child)),
  );
});

test('of several certificates the latest counts, and a recommendation under any id of the child', async () => {
  const reissued = children['cancelled'] ?? '';
  const linked = await newChild(agency);
  await addRecommendation(agency, linked, 'REGULAR_CLASS', '2026-07-01', VILLAGE);
  await agency.rows(
    'update student_scope set canonical_id = ? where student_id = ?',
    linked,
    children['other, milder'],
  );
  await agency.rows(
    `insert into disability_certificate (student_id, source_key, category, components, grade, reissue_suffix, issued_on,
       expires_on, state, residence_division_code)
     values (?, 'TEST-' || ?::text, 'VISUAL', '{VISUAL}', 'GRADE_1', 'B1', '2026-10-08', '2036-10-07', 'REASSESSMENT', ?)`,
    reissued,
    reissued,
    VILLAGE,
  );
  const [group] = await work(township);
  expect(group?.open).toBe(4);
  const subjects = group?.items?.map(({ subject }) => subject);
  expect(subjects).toContain(reissued);
  expect(subjects).not.toContain(children['other, milder']);
});

test('a child whose birth date the federation does not hold is counted', async () => {
  await agency.rows('delete from registered_child where student_id = ?', children['past grade 9']);
  expect(await work(township)).toMatchObject([{ open: 5 }]);
});

test.each<[who: string, caller: TestCaller]>([
  ['the education bureau', callerAs('bureau-officer')],
  ['another agency with every right to the records', { ...officer, agency: 'education' }],
  [
    'the federation without the right to certificates',
    withoutScope(officer, DISABILITY_SCOPES.listCertificates),
  ],
  [
    'the federation without the right to recommendations',
    withoutScope(officer, DISABILITY_SCOPES.listPlacements),
  ],
])('officers of %s have no such work', async (_who, caller) => {
  const kinds = (await all(caller)).map(({ kind }) => kind);
  expect(kinds).not.toContain('RECOMMEND_PLACEMENT');
  expect(kinds).not.toContain('VISIT_SEVERELY_DISABLED');
});

test('officers of another area have none to do', async () => {
  expect(await work(elsewhere(officer))).toMatchObject([{ open: 0, overdue: 0, items: [], unknown: null }]);
});

test('one child costs as many statements as all of them', async () => {
  const forOne = await countStatements(() => work(township, 1));
  expect(await countStatements(() => work(officer, 50))).toBe(forOne);
  expect(await countStatements(() => agency.ask(officer, '{ workAtDisability { groups { open } } }'))).toBe(
    1,
  );
});

test.each(['CERTIFICATES', 'PLACEMENT_RECOMMENDATIONS'])(
  'without the register %s it is unknown',
  async (code) => {
    const [kept] = await agency.rows<object>('select * from register where code = ?', code);
    await agency.rows('delete from register where code = ?', code);
    expect(await work(officer)).toMatchObject([
      { kind: 'RECOMMEND_PLACEMENT', unknown: 'NOT_LOADED', open: null, overdue: null, items: null },
    ]);
    await agency.rows(
      'insert into register select * from jsonb_populate_record(null::register, ?::jsonb)',
      JSON.stringify(kept),
    );
  },
);
