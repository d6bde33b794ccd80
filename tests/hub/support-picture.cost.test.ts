import { readFileSync } from 'node:fs';
import { agencyNames } from '../../subgraphs/index.js';
import { callerAs } from '../support/callers.js';
import { countStatements } from '../support/count-statements.js';
import { startTestHub, type TestHub } from '../support/hub.js';

const officer = callerAs('coordination-officer');
const WORK = readFileSync('schema/operations/WorkToday.graphql', 'utf8');
const PAGE = readFileSync('schema/operations/SupportPicturePage.graphql', 'utf8');

/**
 * Statements of all seven agencies together for a page that meets every kind of record, whatever its size; a
 * change is a decision, so it is pinned. A child without a case saves the three for its visits, plans and measures; one that
 * never missed a day without leave saves the one for its class's sheets. Civil affairs, the federation and the poverty
 * office read one more each: when its records of special groups were last verified; one where nobody is disabled saves that.
 * Of a household whose plan stands for several children the others are looked up, once for a page that has it in part.
 */
const STATEMENTS = 35;

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
  await page(1);
});
afterAll(() => hub.close());

async function page(first: number): Promise<void> {
  const answer = await hub.ask<{ students: { nodes: unknown[] } }>(officer, PAGE, { first });
  expect({ errors: answer.errors, count: answer.data.students?.nodes.length }).toEqual({
    errors: [],
    count: first,
  });
}

test('fifty children cost as many statements as one with records of every kind', async () => {
  expect(await countStatements(() => page(1))).toBeLessThanOrEqual(STATEMENTS);
  expect(await countStatements(() => page(25))).toBeGreaterThanOrEqual(STATEMENTS - 2);
  expect(await countStatements(() => page(100))).toBe(STATEMENTS);
  expect(await countStatements(() => page(50))).toBe(STATEMENTS);
});

test('every agency is called once, coordination for the list and the picture together', async () => {
  const before = new Map(agencyNames.map((name) => [name, hub.line(name).calls]));
  await page(50);
  const calls = agencyNames.map((name) => [name, hub.line(name).calls - (before.get(name) ?? 0)]);
  expect(Object.fromEntries(calls)).toEqual(Object.fromEntries(agencyNames.map((name) => [name, 1])));
});

/** Of all agencies together; an office without one kind of work saves what is read for it. */
const WORK_STATEMENTS = 19;

test.each([
  'township-officer',
  'school-clerk',
  'class-teacher',
  'bureau-officer',
  'coordination-officer',
  'labour-inspector',
  'poverty-officer',
  'civil-affairs-officer',
  'disability-officer',
])('what %s has to do today costs fewer than 20 statements, however much it is', async (persona) => {
  const ask = async (items: number) => {
    const { errors } = await hub.ask(callerAs(persona), WORK, { items });
    expect(errors).toEqual([]);
  };
  await ask(50);
  const cost = await countStatements(() => ask(50));
  expect(cost).toBeLessThanOrEqual(WORK_STATEMENTS);
  expect(await countStatements(() => ask(1))).toBeLessThanOrEqual(cost);
});
