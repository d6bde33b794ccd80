import { LABOUR_SCOPES } from '../../../subgraphs/labour/scopes.js';
import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { callerAs, elsewhere, withoutScope, type TestCaller } from '../../support/callers.js';
import { newChild, VILLAGE } from '../../support/children.js';
import { countStatements } from '../../support/count-statements.js';
import { workGroups } from '../../support/work-groups.js';
import { enterCase } from './labour-rows.js';

const TODAY = '2026-11-20';
const inspector = callerAs('labour-inspector');
const township: TestCaller = {
  ...inspector,
  jurisdiction: [{ kind: 'DIVISION', code: VILLAGE.slice(0, 9) }],
};
let agency: TestAgency;
const numbers: Record<string, string> = {};
let late = '';
beforeAll(async () => {
  agency = await startTestAgency('labour');
  late = await newChild(agency);
  const enter = async (name: string, facts: Parameters<typeof enterCase>[2], child?: string) =>
    (numbers[name] = await enterCase(agency, child ?? (await newChild(agency)), facts));
  await enter('back later', { returnedOn: '2026-11-12' });
  await enter('back first', { returnDueOn: '2026-10-31', returnedOn: '2026-11-09' });
  await enter('due today', { returnDueOn: TODAY });
  await enter('due yesterday', { returnDueOn: '2026-11-19' });
  await enter('long overdue', { returnDueOn: '2026-11-05', schoolContactedOn: '2026-11-06' }, late);
  await enter('found later', { foundOn: '2026-11-04', orderIssuedOn: null, returnDueOn: null });
  await enter('found first', {
    foundOn: '2026-11-01',
    orderIssuedOn: null,
    returnDueOn: null,
    schoolContactedOn: '2026-11-02',
  });
  await enter('home before an order', {
    orderIssuedOn: null,
    returnDueOn: null,
    returnedOn: '2026-11-14',
  });
  await enter('done', { returnedOn: '2026-11-09', schoolContactedOn: '2026-11-10' });
});
afterAll(() => agency.close());

const work = (caller: TestCaller, items?: number) => workGroups(agency, caller, 'workAtLabour', items);

test('cases not closed come by the day of the return, then those of children who are back by their day', async () => {
  const [group] = await work(township);
  expect(group).toMatchObject({
    kind: 'RETURN_CHILD_AT_WORK',
    list: 'childLabourCases',
    unknown: null,
    open: 6,
    overdue: 2,
  });
  expect(group?.items?.map(({ subject, dueOn, isOverdue }) => [subject, dueOn, isOverdue])).toEqual([
    [numbers['long overdue'], '2026-11-05', true],
    [numbers['due yesterday'], '2026-11-19', true],
    [numbers['due today'], TODAY, false],
    [numbers['back first'], null, false],
    [numbers['back later'], null, false],
    [numbers['home before an order'], null, false],
  ]);
  expect(group?.items?.[0]?.student).toEqual({ id: late });
});

test('a child whom nobody has ordered back is waiting for the order, the first found first', async () => {
  const [, group] = await work(township);
  expect(group).toMatchObject({
    kind: 'ISSUE_CHILD_LABOUR_ORDER',
    list: 'childLabourCases',
    unknown: null,
    open: 2,
    overdue: 0,
  });
  expect(group?.items?.map(({ subject, dueOn }) => [subject, dueOn])).toEqual([
    [numbers['found first'], null],
    [numbers['found later'], null],
  ]);
});

test('the order is issued by whoever records cases, whoever goes through them sees to the return', async () => {
  const kindsOf = async (caller: TestCaller) => (await work(caller)).map(({ kind }) => kind);
  expect(await kindsOf(withoutScope(inspector, LABOUR_SCOPES.recordCases))).toEqual(['RETURN_CHILD_AT_WORK']);
  expect(await kindsOf(withoutScope(inspector, LABOUR_SCOPES.listChildLabourCases))).toEqual([
    'ISSUE_CHILD_LABOUR_ORDER',
  ]);
});

test('counts are of the whole area, however few items are asked for', async () => {
  const [counted] = await agency.rows<{ open: number; overdue: number }>(
    `select count(*)::int as open,
       (count(*) filter (where returned_on is null and return_due_on < ?::date))::int as overdue
     from child_labour_case entry
     where (returned_on is null or school_contacted_on is null)
       and (order_issued_on is not null or returned_on is not null)
       and exists (select from student_scope scope
         where scope.student_id = entry.student_id and kind in ('REGISTERED', 'RESIDENCE') and code like '520625%'
           and coalesce(valid_from <= ?::date, true) and coalesce(valid_to >= ?::date, true))`,
    TODAY,
    TODAY,
    TODAY,
  );
  const [group] = await work(inspector, 1);
  expect(counted?.open).toBeGreaterThan(5);
  expect({ open: group?.open, overdue: group?.overdue }).toEqual(counted);
  expect(group?.items).toHaveLength(1);
});

test.each<[who: string, caller: TestCaller]>([
  ['the education bureau', callerAs('bureau-officer')],
  [
    'another agency with every right to the cases',
    { ...inspector, agency: 'education', slug: 'bureau-officer' },
  ],
  ['the bureau without the rights', { ...inspector, scopes: [] }],
])('officers of %s have no such work', async (_who, caller) => {
  expect(await work(caller)).toEqual([]);
});

test('officers of another area have none to do', async () => {
  expect(await work(elsewhere(inspector))).toMatchObject(
    Array(2).fill({ open: 0, overdue: 0, items: [], unknown: null }),
  );
});

test('one case costs as many statements as all of them', async () => {
  const forOne = await countStatements(() => work(township, 1));
  expect(await countStatements(() => work(inspector, 50))).toBe(forOne);
  expect(await countStatements(() => agency.ask(inspector, '{ workAtLabour { groups { open } } }'))).toBe(1);
});

test('a register that was never loaded leaves it unknown', async () => {
  const unknown = { unknown: 'NOT_LOADED', open: null, overdue: null, items: null };
  await agency.rows("delete from register where code = 'CHILD_LABOUR_CASES'");
  expect(await work(inspector)).toMatchObject([
    { kind: 'RETURN_CHILD_AT_WORK', ...unknown },
    { kind: 'ISSUE_CHILD_LABOUR_ORDER', ...unknown },
  ]);
});
