import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { callerAs, inRole } from '../../support/callers.js';
import { newChild } from '../../support/children.js';
import { TEST_NOW } from '../../support/test-settings.js';

const BUDGET = 3;
const DAY_MS = 24 * 60 * 60_000;
const inspector = callerAs('labour-inspector');
let now = TEST_NOW;
let agency: TestAgency;
let children: string[];
beforeAll(async () => {
  agency = await startTestAgency('labour', {
    now: () => now,
    usageLimits: { lookups: 200, children: BUDGET },
  });
  children = await Promise.all(Array.from({ length: 8 }, () => newChild(agency)));
});
afterAll(() => agency.close());

const ask = (from: number, to: number, caller = inspector) =>
  agency.askForStudents<{ id: string }>(caller, children.slice(from, to), 'id');
const alarms = () => agency.rows<object>('select kind, actor, role, purpose from security_alarm');

test('T23 an officer who gathers children is stopped at the budget of the day, with one alarm', async () => {
  expect((await ask(0, 3)).errors).toEqual([]);
  expect(await alarms()).toEqual([]);
  for (const [from, to] of [
    [3, 4],
    [0, 4],
    [4, 8],
  ] as const) {
    const { status, data, errors } = await ask(from, to);
    expect(status).toBe(429);
    expect(data).toBeUndefined();
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['RATE_LIMITED']);
  }
  expect(await alarms()).toEqual([
    {
      kind: 'ROW_BUDGET',
      actor: 'test:labour-inspector',
      role: 'labour-inspector',
      purpose: 'CASE_HANDLING',
    },
  ]);
});

test('the children of the day stay open, and so does the next day', async () => {
  expect((await ask(0, 3)).errors).toEqual([]);
  now = new Date(TEST_NOW.getTime() + DAY_MS);
  expect((await ask(3, 6)).errors).toEqual([]);
  expect((await ask(6, 7)).status).toBe(429);
  now = TEST_NOW;
});

test("one officer's budget is not another's", async () => {
  const police = { ...inRole(inspector, 'police-officer'), scopes: callerAs('police-officer').scopes };
  expect((await ask(3, 6, police)).errors).toEqual([]);
});

test('T23 requests at once spend no more than the budget together', async () => {
  const clerk = inRole(inspector, 'bureau-officer');
  const answers = await Promise.all(children.map((_child, index) => ask(index, index + 1, clerk)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(BUDGET);
});
