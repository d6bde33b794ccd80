import { callerAs } from '../support/callers.js';
import { startTestHub, type TestHub } from '../support/hub.js';
import { idOfNobody, idsAround, shuffled, type Ids } from './support/enumeration.js';
import { chanceOf, shareAbove } from './support/rank-test.js';

const officer = callerAs('township-officer');
const SAMPLES = 600;
/** So far apart chance puts two equal samples once in some ten thousand runs. */
const DEVIATIONS = 4;
const QUERY =
  'query ($id: ID!) { student(id: $id) { id registerEntry { name } schooling { studentStatus { register { state } } } } }';

let hub: TestHub;
let ids: Ids;
beforeAll(async () => {
  hub = await startTestHub();
  ids = await idsAround(hub.agency('coordination'), officer);
});
afterAll(() => hub.close());

const WAYS: Record<string, (ids: readonly string[]) => Promise<unknown>> = {
  'student(id) at the gateway': ([id]) => hub.ask(officer, QUERY, { id }),
  '_entities at coordination': (some) =>
    hub.agency('coordination').askForStudents(officer, some, 'id registerEntry { name }'),
  '_entities at education': (some) =>
    hub
      .agency('education')
      .askForStudents(officer, some, 'id schooling { studentStatus { register { state } } }'),
};

/** Milliseconds by kind of id, asked one after the other in an order that nobody foresees. */
async function times(
  ask: (ids: readonly string[]) => Promise<unknown>,
  kinds: Readonly<Record<string, () => readonly string[]>>,
) {
  const taken = new Map<string, number[]>(Object.keys(kinds).map((kind) => [kind, []]));
  const plan = shuffled(Object.keys(kinds).flatMap((kind) => Array<string>(SAMPLES).fill(kind)));
  for (const id of Array.from({ length: 100 }, idOfNobody)) await ask([id]);
  for (const kind of plan) {
    const some = kinds[kind]?.() ?? [];
    const started = performance.now();
    await ask(some);
    taken.get(kind)?.push(performance.now() - started);
  }
  return (kind: string) => taken.get(kind) ?? [];
}

const oneOf = (some: readonly string[]) => some[Math.floor(Math.random() * some.length)] ?? '';

describe('T2 the time that an answer takes', () => {
  test.each(Object.keys(WAYS))('says nothing of whether a child out of reach exists: %s', async (way) => {
    const ask = WAYS[way];
    if (!ask) throw new Error(`There is no way ${way}.`);
    const taken = await times(ask, {
      hidden: () => [oneOf(ids.hidden)],
      unknown: () => [idOfNobody()],
      own: () => shuffled(ids.own).slice(0, 50),
    });
    const chance = chanceOf(SAMPLES, SAMPLES);
    const apart = (left: string, right: string) =>
      Math.abs(shareAbove(taken(left), taken(right)) - 0.5) / chance;
    // A difference that exists is seen: answers with records take longer than one without.
    expect(apart('own', 'unknown')).toBeGreaterThan(2 * DEVIATIONS);
    expect(apart('hidden', 'unknown')).toBeLessThan(DEVIATIONS);
  });
});
