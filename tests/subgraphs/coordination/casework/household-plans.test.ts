import { randomUUID } from 'node:crypto';
import { loadPolicies } from '../../../../policies/load-policies.js';
import { planNeedOf } from '../../../../subgraphs/coordination/casework/plan-need.js';
import type { TestCaller } from '../../../support/callers.js';
import { countStatements } from '../../../support/count-statements.js';
import { clerkOf, office, officerOf } from '../coordination-callers.js';
import { inDays, TODAY } from '../decisions/difference-rows.js';
import type { ListedChild } from '../register-rows.js';
import { of, startCases, type Cases } from './case-harness.js';

/** The county of the tests under the documents of another one, which let a household's plan do for a pupil. */
const qingtongxia = () => {
  const library = loadPolicies();
  return {
    ...library,
    policyFor: (code: string, day: Parameters<typeof library.policyFor>[1]) =>
      library.policyFor(code.startsWith('520625') ? '640381' : code, day),
  };
};

let cases: Cases;
beforeAll(async () => {
  cases = await startCases({ policies: qingtongxia() });
});
afterAll(() => cases?.close());

interface Plan {
  readonly planNumber: string;
  readonly scope: string;
  readonly childCount: number;
  readonly children: readonly { readonly student: { readonly id: string } }[];
  readonly measures: readonly { readonly id: string; readonly version: number; readonly measure: string }[];
}

const PLAN = 'planNumber scope childCount children { basis student { id } } measures { id version measure }';

async function command(caller: TestCaller, name: string, input: object) {
  const selection = name.endsWith('HouseholdPlan') ? `plan { ${PLAN} }` : 'measure { id doneOn }';
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await cases.agency.ask<
    Record<string, { plan?: Plan | null; measure?: object | null; errors: { code: string }[] }>
  >(caller, `mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} errors { code field } } }`, {
    input: { idempotencyKey: randomUUID(), ...input },
  });
  expect(errors).toEqual([]);
  return data[name];
}

const householdMeasure = ({ studentId }: ListedChild) => ({
  studentId,
  scope: 'HOUSEHOLD',
  approach: 'ANTI_POVERTY',
  measure: 'AID_APPLICATION',
  owner: 'TOWNSHIP',
  dueOn: inDays(14),
});

async function plansOf(caller: TestCaller, { studentId }: ListedChild): Promise<readonly Plan[]> {
  const { data } = await cases.agency.askForStudents<{ casework: { plans: Plan[] } | null }>(
    caller,
    [studentId],
    `casework { plans { ${PLAN} } }`,
  );
  return data._entities[0]?.casework?.plans ?? [];
}

/** A household plan for two children of different schools, drawn up for the first. */
async function sharedPlan() {
  const first = cases.nextChild();
  let second = cases.nextChild();
  while (second.schoolCode === first.schoolCode) second = cases.nextChild();
  await command(office, 'planMeasure', householdMeasure(first));
  const [{ planNumber } = { planNumber: '' }] = await plansOf(office, first);
  const join = { planNumber, studentId: second.studentId, basis: 'HOUSEHOLD_REGISTER' };
  const joined = await command(office, 'joinHouseholdPlan', join);
  expect(joined?.errors).toEqual([]);
  return { first, second, planNumber, join };
}

const gapsOf = async () => {
  const { data } = await cases.agency.ask<{ studentsWithoutPlan: { nodes: { id: string }[] } }>(
    office,
    '{ studentsWithoutPlan(scope: PUPIL, first: 100) { nodes { id } } }',
  );
  return data.studentsWithoutPlan.nodes.map(({ id }) => id);
};

test('a plan of a household and its measures show on each child that joined it', async () => {
  const { first, second, planNumber, join } = await sharedPlan();
  const shown = { planNumber, scope: 'HOUSEHOLD', measures: [{ measure: 'AID_APPLICATION' }] };
  for (const child of [first, second]) expect(await plansOf(office, child)).toMatchObject([shown]);
  const [plan] = await plansOf(office, second);
  expect(plan).toMatchObject({
    childCount: 2,
    children: [
      { basis: null, student: { id: first.studentId } },
      { basis: 'HOUSEHOLD_REGISTER', student: { id: second.studentId } },
    ],
  });
  const again = await command(office, 'joinHouseholdPlan', join);
  expect(again).toMatchObject({ plan: null, errors: [{ code: 'ALREADY_ON_PLAN' }] });
  // What is planned for the second child goes on the plan that the household has.
  await command(office, 'planMeasure', { ...householdMeasure(second), measure: 'HOME_VISITS' });
  expect((await plansOf(office, first))[0]?.measures).toHaveLength(2);
  expect(await plansOf(office, first)).toHaveLength(1);
});

test('who reaches one child alone reads the plan, learns of no other and may report a measure done', async () => {
  const { first, second, planNumber } = await sharedPlan();
  for (const [child, other] of [
    [first, second],
    [second, first],
  ] as const) {
    const clerk = clerkOf(child.schoolCode);
    const [plan] = await plansOf(clerk, child);
    expect(plan).toMatchObject({
      planNumber,
      childCount: 2,
      children: [{ student: { id: child.studentId } }],
      measures: [{ measure: 'AID_APPLICATION' }],
    });
    expect(JSON.stringify(plan)).not.toContain(other.studentId);
    expect(await plansOf(clerk, other)).toEqual([]);
  }
  const [plan] = await plansOf(clerkOf(second.schoolCode), second);
  const { id: measureId, version: expectedVersion } = plan?.measures[0] ?? {};
  const paper = { doneOn: TODAY, evidenceKind: 'SCHOOL_CERTIFICATE', evidenceNumber: '2026-9' };
  const close = { measureId, expectedVersion, ...paper };
  const stranger = cases.nextChild();
  const nobody = [first, second].some(({ schoolCode }) => schoolCode === stranger.schoolCode);
  if (!nobody)
    expect((await command(clerkOf(stranger.schoolCode), 'closeMeasure', close))?.errors).toMatchObject([
      { code: 'NOT_FOUND' },
    ]);
  expect(await command(clerkOf(second.schoolCode), 'closeMeasure', close)).toMatchObject({
    measure: { doneOn: TODAY },
    errors: [],
  });
});

test('nobody joins a child or a plan out of reach, and none to the plan of one pupil', async () => {
  const { first, second, planNumber, join } = await sharedPlan();
  const basis = 'HOUSEHOLD_VISIT';
  const clerk = clerkOf(second.schoolCode);
  const codes = async (caller: TestCaller, input: object) =>
    (await command(caller, 'joinHouseholdPlan', { ...join, basis, ...input }))?.errors.map(
      ({ code }) => code,
    );
  expect(await codes(clerk, { studentId: first.studentId })).toEqual(['CHILD_NOT_FOUND']);
  const third = cases.nextChild();
  const thirdClerk = clerkOf(third.schoolCode);
  if (![first.schoolCode, second.schoolCode].includes(third.schoolCode))
    expect(await codes(thirdClerk, { studentId: third.studentId })).toEqual(['PLAN_NOT_FOUND']);
  await command(office, 'planMeasure', { ...householdMeasure(third), scope: 'PUPIL' });
  const [own] = await plansOf(office, third);
  expect(await codes(office, { planNumber: own?.planNumber })).toEqual(['PLAN_NOT_FOUND']);
  const made = await cases.opened(third);
  const other = made.township.code.startsWith('520625101') ? '520625102' : '520625101';
  await cases.agency.rows(
    `insert into student_scope (student_id, canonical_id, kind, code, valid_from, origin)
     select student_id, canonical_id, 'GRANT', ?, null, 'PUBLISHED' from student_scope where student_id in (?, ?) group by 1, 2`,
    other,
    third.studentId,
    first.studentId,
  );
  expect(await codes(officerOf(other), { planNumber, studentId: third.studentId })).toEqual([
    'OTHER_TOWNSHIP',
  ]);
});

test('a child leaves the plan, and the one for whom it was drawn up stays', async () => {
  const { first, second, planNumber } = await sharedPlan();
  const leave = (child: ListedChild) =>
    command(office, 'leaveHouseholdPlan', { planNumber, studentId: child.studentId });
  expect((await leave(first))?.errors).toMatchObject([{ code: 'DRAWN_UP_FOR' }]);
  expect(await leave(second)).toMatchObject({ plan: { childCount: 1 }, errors: [] });
  expect(await plansOf(office, second)).toEqual([]);
  expect(await plansOf(clerkOf(second.schoolCode), second)).toEqual([]);
  expect((await leave(second))?.errors).toMatchObject([{ code: 'NOT_ON_PLAN' }]);
  await command(office, 'planMeasure', householdMeasure(second));
  const [own] = await plansOf(office, second);
  expect(own?.planNumber).not.toBe(planNumber);
});

test("a household's plan does for a pupil with a case, and never for one of the three categories of disability", async () => {
  const [first, second] = [cases.nextChild(), cases.nextChild()];
  await cases.agency.rows(`update school_age_entry set focus_groups = '{}', unknown_focus_groups = '[]'`);
  for (const child of [first, second]) {
    const made = await cases.opened(child);
    await cases.agency.rows(
      'update dropout_case set reported_on = opened_on where case_number = ?',
      made.caseNumber,
    );
    await cases.command(office, 'setTaskTeam', { ...of(made), posts: ['TOWNSHIP_OFFICER'] });
  }
  expect(await gapsOf()).toEqual(expect.arrayContaining([first.studentId, second.studentId]));
  await command(office, 'planMeasure', householdMeasure(first));
  expect(await gapsOf()).not.toContain(first.studentId);
  expect(await gapsOf()).toContain(second.studentId);
  const [{ planNumber } = { planNumber: '' }] = await plansOf(office, first);
  const join = { planNumber, studentId: second.studentId, basis: 'SAME_GUARDIAN' };
  await command(office, 'joinHouseholdPlan', join);
  expect(await gapsOf()).not.toContain(second.studentId);
  const set = (groups: string, unknown: string) =>
    cases.agency.rows(
      'update school_age_entry set focus_groups = ?::text[], unknown_focus_groups = ?::jsonb where student_id = ?',
      groups,
      unknown,
      second.studentId,
    );
  await set('{THREE_CATEGORY_DISABLED}', '[]');
  expect(await gapsOf()).toContain(second.studentId);
  await set('{}', '[{"group": "THREE_CATEGORY_DISABLED", "missingSources": []}]');
  expect(await gapsOf()).toContain(second.studentId);
  const { data } = await cases.agency.ask<{
    cases: { nodes: { student: { id: string }; householdPlan: { planNumber: string } | null }[] };
  }>(office, '{ cases(first: 100) { nodes { student { id } householdPlan { planNumber } } } }');
  const plans = data.cases.nodes.filter(({ student }) => student.id === second.studentId);
  expect(plans).toMatchObject([{ householdPlan: { planNumber } }]);
});

test.each([
  ['640381', 'PUPIL', ['THREE_CATEGORY_DISABLED']],
  ['652301', 'PUPIL', []],
  ['520625', 'PUPIL', null],
  ['640381', 'HOUSEHOLD', null],
] as const)('by the documents of %s the plan %s is individual for %j', (county, scope, individualFor) => {
  const policy = loadPolicies().policyFor(county, TODAY);
  expect(planNeedOf(policy, scope).individualFor).toEqual(individualFor);
});

test('as many statements for fifty children as for the two of a household', async () => {
  const { first, second } = await sharedPlan();
  const two = [first.studentId, second.studentId];
  // Of a household asked for in part the others are looked up too, once: those of earlier tests are left out.
  const rows = await cases.agency.rows<{ id: string }>(
    `select student_id as id from school_age_entry
     where student_id not in (select student_id from support_plan where child_count > 1
       union select student_id from support_plan_child)
     order by student_id limit 48`,
  );
  const statements = (asked: readonly string[]) =>
    countStatements(() => cases.agency.askForStudents(office, asked, `casework { plans { ${PLAN} } }`));
  await statements(two);
  expect(await statements([...two, ...rows.map(({ id }) => id)])).toBe(await statements(two));
});
