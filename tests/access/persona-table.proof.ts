import { PURPOSE_CODES } from '../../policies/purposes.js';
import { reachedIdsSql } from '../support/areas.js';
import { callerAs, elsewhere, testCounty, testPersonas, type TestCaller } from '../support/callers.js';
import type { TestHub } from '../support/hub.js';
import { readKnownKeys } from './known-keys.js';
import {
  holdAgainstOracle,
  questionsAboutChildren,
  questionsAtRoots,
  startUnlimitedHub,
  type Question,
  type WholeAnswers,
} from './persona-table.js';

let hub: TestHub;
let questions: readonly Question[];
let reached: ReadonlyMap<string, ReadonlySet<string>>;
const whole: WholeAnswers = new Map();
const children = [testCounty.sampleStudentId ?? ''];
beforeAll(async () => {
  hub = await startUnlimitedHub();
  const { literals } = await readKnownKeys(hub, callerAs('police-officer'));
  const rows = await hub
    .agency('coordination')
    .rows<{ id: string }>('select distinct canonical_id as id from student_scope order by 1 limit 2');
  children.push(...rows.map(({ id }) => id));
  questions = [...questionsAboutChildren({ children, literals }), ...questionsAtRoots(literals)];
  reached = new Map(
    await Promise.all(
      testPersonas.map(async ({ slug }) => {
        const ids = await hub.agency('coordination').rows<{ id: string }>(reachedIdsSql(callerAs(slug)));
        return [slug, new Set(ids.map(({ id }) => id))] as const;
      }),
    ),
  );
});
afterAll(() => hub.close());

let decided = 0;
let refused = 0;

async function hold(caller: TestCaller, asked: readonly Question[]): Promise<void> {
  for (const question of asked) {
    const verdict = await holdAgainstOracle(hub, caller, question, whole);
    decided += verdict.decided;
    refused += verdict.refused;
  }
}

const slugs = testPersonas.map(({ slug }) => slug);

test.each(slugs)('%s gets every field that its rights, purpose and area open, and no other', (slug) =>
  hold(callerAs(slug), questions),
);

test.each(slugs)('%s of another area gets no field of any child', (slug) =>
  hold(elsewhere(callerAs(slug)), questions),
);

test.each(slugs.flatMap((slug) => PURPOSE_CODES.map((purpose) => [slug, purpose] as const)))(
  '%s for %s gets what somebody has approved, and no other field',
  (slug, purpose) =>
    hold(
      { ...callerAs(slug), purpose },
      questions.filter(
        ({ layer, operation }) => layer.isEnteredByEntities && operation.includes('_entities'),
      ),
    ),
);

test('what is within reach of each is what the stored places say', async () => {
  for (const [slug, ids] of reached) {
    const everything = { ...callerAs('coordination-officer'), jurisdiction: callerAs(slug).jurisdiction };
    for (const agency of hub.agencies.values()) {
      const { errors } = await agency.askForStudents(everything, children, 'id');
      const hidden = errors.map(({ path }) => children[Number(path?.[1])]);
      expect({ slug, hidden }).toEqual({ slug, hidden: children.filter((id) => !ids.has(id)) });
    }
  }
});

test('T3 the whole table is counted', () => {
  process.stdout.write(`access table: ${decided} fields of answers decided, ${refused} of them refused\n`);
  expect(decided).toBeGreaterThan(250_000);
});
