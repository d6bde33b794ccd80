import { POLICE_SCOPES } from '../../../subgraphs/police/scopes.js';
import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { callerAs, elsewhere, withoutScope, type TestCaller } from '../../support/callers.js';
import { newChild, VILLAGE } from '../../support/children.js';
import { countStatements } from '../../support/count-statements.js';
import { workGroups } from '../../support/work-groups.js';
import { addDetermination } from './police-rows.js';

const TODAY = '2026-11-20';
const officer = callerAs('police-officer');
const township: TestCaller = { ...officer, jurisdiction: [{ kind: 'DIVISION', code: VILLAGE.slice(0, 9) }] };
let agency: TestAgency;
const children: string[] = [];
beforeAll(async () => {
  agency = await startTestAgency('police');
  for (let count = 0; count < 3; count += 1) children.push(await newChild(agency));
  const [first = '', second = '', third = ''] = children;
  await addDetermination(agency, first, '2026-10-08');
  await addDetermination(agency, second, '2025-09-20');
  await addDetermination(agency, third, '2026-06-01', {
    determinedOn: '2026-06-20',
    result: 'CONTACT_FOUND',
  });
  await addDetermination(agency, third, '2026-11-02');
});
afterAll(() => agency.close());

const work = (caller: TestCaller, items?: number) => workGroups(agency, caller, 'workAtPolice', items);

test('requests that nobody has determined come the oldest first, without a day that no document names', async () => {
  const [first, second, third] = children;
  const [group] = await work(township);
  expect(group).toEqual({
    kind: 'DETERMINE_MISSING',
    list: 'missingPersonDeterminations',
    unknown: null,
    open: 3,
    overdue: 0,
    items: [second, first, third].map((id) => ({
      subject: id,
      dueOn: null,
      isOverdue: false,
      student: { id },
    })),
  });
});

test('counts are of the whole area, however few items are asked for', async () => {
  const [counted] = await agency.rows<{ open: number }>(
    `select count(*)::int as open from missing_person_determination request
     where determined_on is null
       and exists (select from student_scope scope
         where scope.student_id = request.student_id and kind in ('REGISTERED', 'RESIDENCE') and code like '520625%'
           and coalesce(valid_from <= ?::date, true) and coalesce(valid_to >= ?::date, true))`,
    TODAY,
    TODAY,
  );
  const [group] = await work(officer, 2);
  expect(counted?.open).toBeGreaterThanOrEqual(3);
  expect({ open: group?.open, overdue: group?.overdue }).toEqual({ ...counted, overdue: 0 });
  expect(group?.items).toHaveLength(2);
});

test.each<[who: string, caller: TestCaller]>([
  ['the education bureau', callerAs('bureau-officer')],
  ['another agency with every right to the requests', { ...officer, agency: 'education' }],
  ['police without the right', withoutScope(officer, POLICE_SCOPES.listMissingPersons)],
])('officers of %s have no such work', async (_who, caller) => {
  expect(await work(caller)).toEqual([]);
});

test('officers of another area have none to do', async () => {
  expect(await work(elsewhere(officer))).toMatchObject([{ open: 0, overdue: 0, items: [], unknown: null }]);
});

test('one request costs as many statements as all of them', async () => {
  const forOne = await countStatements(() => work(township, 1));
  expect(await countStatements(() => work(officer, 50))).toBe(forOne);
  expect(await countStatements(() => agency.ask(officer, '{ workAtPolice { groups { open } } }'))).toBe(1);
});

test('a register that was never loaded leaves it unknown', async () => {
  await agency.rows("delete from register where code = 'MISSING_PERSONS'");
  expect(await work(officer)).toMatchObject([
    { kind: 'DETERMINE_MISSING', unknown: 'NOT_LOADED', open: null, overdue: null, items: null },
  ]);
});
