import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { callerAs, withoutScope, type TestCaller } from '../../support/callers.js';
import { workGroups, type WorkGroup } from '../../support/work-groups.js';
import { countStatements } from '../../support/count-statements.js';
import { TEST_NOW } from '../../support/test-settings.js';
import { COORDINATION_SCOPES } from '../../../subgraphs/coordination/scopes.js';

const TODAY = TEST_NOW.toISOString().slice(0, 10);

let agency: TestAgency;
beforeAll(async () => {
  agency = await startTestAgency('coordination');
});
afterAll(() => agency.close());

const FIELD = 'workAtCoordination';

async function workOf(caller: TestCaller, items = 50): Promise<ReadonlyMap<string, WorkGroup>> {
  const groups = await workGroups(agency, caller, FIELD, items);
  return new Map(groups.map((group) => [group.kind, group]));
}
const areaOf = (caller: TestCaller) => caller.jurisdiction[0]?.code ?? '';
const subjects = async (text: string, ...values: string[]) =>
  (await agency.rows<{ subject: string }>(text, ...values)).map(({ subject }) => subject).toSorted();
const subjectsOf = (group: WorkGroup | undefined) => group?.items?.map(({ subject }) => subject).toSorted();

const township = callerAs('township-officer');
const clerk = callerAs('school-clerk');
const bureau = callerAs('bureau-officer');
const office = callerAs('coordination-officer');

test('a township has the tasks and cases of those who live there, a school those of its own pupils', async () => {
  const ofTownship = await workOf(township);
  const tasks = await subjects(
    `select id::text as subject from discrepancy_task where ended_on is null and body = 'TOWNSHIP' and starts_with(division_code, ?)`,
    areaOf(township),
  );
  expect(tasks.length).toBeGreaterThan(0);
  expect(subjectsOf(ofTownship.get('VERIFY_DISCREPANCY'))).toEqual(tasks);
  const cases = await subjects(
    `select case_number as subject from dropout_case where closed_on is null and next_step is not null and starts_with(township_code, ?)`,
    areaOf(township),
  );
  expect(cases.length).toBeGreaterThan(0);
  expect(subjectsOf(ofTownship.get('NEXT_CASE_STEP'))).toEqual(cases);

  const ofSchool = await workOf(clerk);
  expect(subjectsOf(ofSchool.get('VERIFY_DISCREPANCY'))).toEqual(
    await subjects(
      `select id::text as subject from discrepancy_task where ended_on is null and body = 'SCHOOL' and school_code = ?`,
      areaOf(clerk),
    ),
  );
  for (const kind of ['CHASE_OVERDUE', 'CHASE_DUTY', 'DECIDE_MATCH', 'GRANT_AID']) {
    expect(ofTownship.has(kind)).toBe(false);
    expect(ofSchool.has(kind)).toBe(false);
  }
});

test('the bureau issues the orders that are due from it, and sees what others have not done in time', async () => {
  const work = await workOf(bureau);
  const { data } = await agency.ask<{
    cases: {
      nodes: readonly {
        caseNumber: string;
        nextOrder: { state: string; issuers: readonly string[] } | null;
      }[];
    };
  }>(bureau, '{ cases(first: 100) { nodes { caseNumber nextOrder { state issuers } } } }');
  const due = data.cases.nodes.filter(
    ({ nextOrder }) => nextOrder?.state === 'DUE' && nextOrder.issuers.includes('EDUCATION'),
  );
  expect(due.length).toBeGreaterThan(0);
  expect(subjectsOf(work.get('ISSUE_ORDER'))).toEqual(due.map(({ caseNumber }) => caseNumber).toSorted());
  const chased = work.get('CHASE_OVERDUE');
  expect(subjectsOf(chased)).toEqual(
    await subjects(
      `select case_number as subject from dropout_case where closed_on is null and next_due_on < ?::date`,
      TODAY,
    ),
  );
  expect(chased).toMatchObject({
    open: chased?.items?.length,
    overdue: chased?.items?.length,
    list: 'cases',
  });
  expect(chased?.items?.every(({ isOverdue }) => isOverdue)).toBe(true);
  expect(work.get('SIGN_OFF')?.items?.every(({ student, dueOn }) => student === null && dueOn === null)).toBe(
    true,
  );
});

test('the leading group’s office sees what nobody else has handed in by its day, the bureau what its schools have not', async () => {
  const undone = await agency.rows(`delete from duty_record where place_kind <> 'SCHOOL' returning id`);
  expect(undone.length).toBeGreaterThan(0);
  const { data } = await agency.ask<{
    duties: { nodes: readonly { id: string; body: string }[] };
  }>(office, '{ duties(filter: { state: OVERDUE }, first: 100) { nodes { id body } } }');
  const own = subjectsOf((await workOf(office)).get('HAND_IN')) ?? [];
  const late = data.duties.nodes.filter(({ id }) => !own.includes(id));
  expect(new Set(late.map(({ body }) => body === 'SCHOOL'))).toEqual(new Set([true, false]));
  const ofOffice = (await workOf(office)).get('CHASE_DUTY');
  expect(subjectsOf(ofOffice)).toEqual(late.map(({ id }) => id).toSorted());
  expect(ofOffice).toMatchObject({ open: late.length, overdue: late.length, list: 'duties' });
  const ofSchools = late.filter(({ body }) => body === 'SCHOOL').map(({ id }) => id);
  expect(subjectsOf((await workOf(bureau)).get('CHASE_DUTY'))).toEqual(ofSchools.toSorted());
});

test('the list says as of which day it holds', async () => {
  const { data } = await agency.ask<{ workAtCoordination: { on: string } }>(township, `{ ${FIELD} { on } }`);
  expect(data.workAtCoordination.on).toBe(TODAY);
});

test('what is due first comes first, and no more than was asked for, with the count of all', async () => {
  const group = (await workOf(clerk, 2)).get('VERIFY_DISCREPANCY');
  const whole = (await workOf(clerk)).get('VERIFY_DISCREPANCY');
  expect(group?.items).toEqual(whole?.items?.slice(0, 2));
  expect(group?.open).toBe(whole?.items?.length);
  const days = whole?.items?.map(({ dueOn }) => dueOn ?? '9999') ?? [];
  expect(days).toEqual(days.toSorted());
});

test('aid that is not given is shown to whom its register belongs', async () => {
  const given = (await workOf(bureau)).get('GRANT_AID')?.open ?? 0;
  const ofPoverty = (await workOf(callerAs('poverty-officer'))).get('GRANT_AID')?.open ?? 0;
  expect(ofPoverty).toBeGreaterThan(0);
  expect(ofPoverty).toBeLessThan(given);
  expect((await workOf(office)).has('GRANT_AID')).toBe(false);
});

test('whoever has not the right to do it does not have the work', async () => {
  expect((await workOf(callerAs('class-teacher'))).size).toBe(0);
  const work = await workOf(withoutScope(township, COORDINATION_SCOPES.completeTasks));
  expect(work.has('VERIFY_DISCREPANCY')).toBe(false);
  expect(work.has('NEXT_CASE_STEP')).toBe(true);
});

test('before the first comparison nobody knows which schools owe something', async () => {
  const unknown = { open: null, overdue: null, items: null, unknown: 'NOT_LOADED' };
  await agency.rows(`update register set code = 'AWAY' where code = 'SCHOOL_AGE_REGISTER'`);
  try {
    const work = await workOf(clerk);
    expect(work.get('HAND_IN')).toMatchObject(unknown);
    expect(work.get('SIGN_OFF')).toMatchObject(unknown);
  } finally {
    await agency.rows(`update register set code = 'SCHOOL_AGE_REGISTER' where code = 'AWAY'`);
  }
});

test('what follows from a register that is not loaded is unknown, and so is what the purpose does not reach', async () => {
  const unknown = { open: null, overdue: null, items: null };
  await agency.rows(`update register set code = 'AWAY' where code = 'AID_MATCHING'`);
  try {
    expect((await workOf(bureau)).get('GRANT_AID')).toMatchObject({ ...unknown, unknown: 'NOT_LOADED' });
  } finally {
    await agency.rows(`update register set code = 'AID_MATCHING' where code = 'AWAY'`);
  }
  const comparing = await workOf({ ...bureau, purpose: 'REGISTER_COMPARISON' });
  expect(comparing.get('NEXT_CASE_STEP')).toMatchObject({ ...unknown, unknown: 'OUTSIDE_PURPOSE' });
  expect(comparing.get('GRANT_AID')).toMatchObject({ unknown: null });
});

test('the child of an item is behind the gate like every child', async () => {
  const { data, errors } = await agency.ask<{ workAtCoordination: object }>(
    withoutScope(township, COORDINATION_SCOPES.readCasework),
    '{ workAtCoordination(items: 1) { groups { kind items { student { id casework { register { state } } } } } } }',
  );
  expect(JSON.stringify(data)).toContain('"casework":null');
  expect(JSON.stringify(data)).not.toContain('"state"');
  expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(new Set(['FORBIDDEN']));
});

test.each([0, 51])('%i items are refused', async (items) => {
  const { data, errors } = await agency.ask<{ workAtCoordination: object | null }>(
    township,
    `{ ${FIELD}(items: ${items}) { on } }`,
  );
  expect(data.workAtCoordination).toBeNull();
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
});

test('the whole list takes a few statements, however much there is to do', async () => {
  for (const caller of [township, clerk, bureau, office]) {
    const few = await countStatements(() => workOf(caller, 1));
    expect(few).toBe(await countStatements(() => workOf(caller, 50)));
    expect(few).toBeLessThanOrEqual(11);
  }
});
