import { callerAs, elsewhere, testCounty, testPersonas, type TestCaller } from '../support/callers.js';
import type { TestHub } from '../support/hub.js';
import { readKnownKeys } from './known-keys.js';
import {
  everyScope,
  holdAgainstOracle,
  questionsAboutChildren,
  questionsAtRoots,
  startUnlimitedHub,
  type Question,
  type WholeAnswers,
} from './persona-table.js';

/** On a busy machine. */
const PATIENCE_MS = 120_000;

let hub: TestHub;
let aboutChildren: readonly Question[];
let atRoots: readonly Question[];
const whole: WholeAnswers = new Map();
beforeAll(async () => {
  hub = await startUnlimitedHub();
  const { literals } = await readKnownKeys(hub, callerAs('police-officer'));
  const children = [testCounty.sampleStudentId ?? ''];
  // All roots through the gateway take their time: they are in the proof.
  atRoots = questionsAtRoots(literals).filter(({ layer }) => layer.isEnteredByEntities);
  aboutChildren = questionsAboutChildren({ children, literals });
}, PATIENCE_MS);
afterAll(() => hub.close());

let decided = 0;
let refused = 0;
const personas = testPersonas.map(({ slug }) => slug);

async function hold(caller: TestCaller, questions: readonly Question[]): Promise<void> {
  for (const question of questions) {
    const verdict = await holdAgainstOracle(hub, caller, question, whole);
    decided += verdict.decided;
    refused += verdict.refused;
  }
}

test.each(personas)(
  '%s gets every field that its rights, purpose and area open, and no other',
  (slug) => hold(callerAs(slug), [...aboutChildren, ...atRoots]),
  PATIENCE_MS,
);

test.each(personas)(
  '%s of another area gets no field of a child',
  (slug) => hold(elsewhere(callerAs(slug)), aboutChildren),
  PATIENCE_MS,
);

test(
  'restricted facts stay with their agency, whatever rights an officer of another one has',
  async () => {
    const before = refused;
    await hold({ ...callerAs('coordination-officer'), scopes: everyScope }, aboutChildren);
    expect(refused).toBeGreaterThan(before);
  },
  PATIENCE_MS,
);

test('T3 the table is large, and neither everything nor nothing is refused', () => {
  process.stdout.write(`access table: ${decided} fields of answers decided, ${refused} of them refused\n`);
  expect(decided).toBeGreaterThan(10_000);
  expect(refused).toBeGreaterThan(500);
  expect(refused).toBeLessThan(decided);
});
