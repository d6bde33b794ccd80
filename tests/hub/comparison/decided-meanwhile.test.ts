import { callerAs, type TestCaller } from '../../support/callers.js';
import { startComparedAgencies, type ComparedAgencies } from './compared-agencies.js';
import { workOff } from './work-off.js';

const PATIENCE_MS = 240_000;
const office: TestCaller = { ...callerAs('coordination-officer'), purpose: 'REGISTER_COMPARISON' };

interface Pair {
  readonly memberId: string;
  readonly canonicalId: string;
}

let hub: ComparedAgencies;
let pair: Pair;
beforeAll(async () => {
  hub = await startComparedAgencies({ isWorking: false });
  await hub.request();
  await workOff(hub, 'pin', 'screen', 'compare', 'match', 'publish');
  // The first pass knows nothing of the child beside the leftover: it alone is told by the decision.
  const [open] = await rows<Pair>(
    `select member_id as "memberId", canonical_id as "canonicalId" from match_suggestion suggested
     where state = 'OPEN' and exists (select from comparison_record beside
       where beside.canonical_id = suggested.canonical_id and not beside.is_leftover) order by 1, 2 limit 1`,
  );
  if (!open) throw new Error('The county of the tests has no match to decide.');
  pair = open;
}, PATIENCE_MS);
afterAll(() => hub.close());

const rows = <Row>(text: string) => hub.of('coordination').rows<Row>(text);
const idsOfRegister = async () =>
  (await rows<{ id: string }>('select student_id as id from school_age_entry order by 1')).map(
    ({ id }) => id,
  );

async function command(name: 'decideMatch' | 'undoLink', input: object): Promise<void> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await hub
    .of('coordination')
    .ask<Record<string, { errors: object[] }>>(
      office,
      `mutation ($input: ${type}!) { ${name}(input: $input) { errors { code } } }`,
      { input: { idempotencyKey: `${name}-meanwhile-in-this-test`, ...input } },
    );
  expect(errors).toEqual([]);
  expect(data[name]?.errors).toEqual([]);
}

/** A run in whose midst, between its two passes, a person decides. */
async function runWhile(decide: () => Promise<void>): Promise<string> {
  const runId = await hub.request();
  await workOff(hub, 'pin', 'screen');
  await decide();
  await workOff(hub, 'compare', 'match', 'publish');
  return (await hub.runOf(runId)).state;
}
const joined = async () =>
  (await rows<{ id: string }>('select distinct canonical_id as id, student_id from student_scope')).length;

test(
  'what a person decides while a run is under way is for the next one, and no child is lost or told twice',
  async () => {
    const [before, scopesBefore] = [await idsOfRegister(), await joined()];
    const joinThem = () =>
      command('decideMatch', { ...pair, decision: 'ONE_CHILD', reason: 'seen by the village' });
    expect(await runWhile(joinThem)).toBe('COMPLETED');
    expect(await idsOfRegister()).toEqual(before);
    expect(await joined()).toBe(scopesBefore);

    const partThem = () => command('undoLink', { memberId: pair.memberId, reason: 'two children after all' });
    expect(await runWhile(partThem)).toBe('COMPLETED');
    expect(await idsOfRegister()).toEqual(before.filter((id) => id !== pair.memberId));

    expect(await runWhile(() => Promise.resolve())).toBe('COMPLETED');
    expect(await idsOfRegister()).toEqual(before);
  },
  PATIENCE_MS,
);
