import { readFeeds } from '../../../subgraphs/coordination/comparison/following/followed-feeds.js';
import { openAhead } from '../../../subgraphs/coordination/comparison/following/open-ahead.js';
import { readNews } from '../../../subgraphs/coordination/comparison/following/read-news.js';
import { inService } from '../../../subgraphs/coordination/comparison/run/run-tools.js';
import { recordChanges } from '../../../subgraphs/_kit/changes/record-changes.js';
import { connectAsOwner } from '../../support/agency-owner.js';
import { TEST_NOW } from '../../support/test-settings.js';
import { TASKS } from '../../../subgraphs/coordination/comparison/run/tasks.js';
import { startComparedAgencies, type ComparedAgencies } from './compared-agencies.js';
import { workOff } from './work-off.js';

const PATIENCE_MS = 240_000;
const VILLAGE = '520625100200';

let hub: ComparedAgencies;
beforeAll(async () => {
  hub = await startComparedAgencies({ isWorking: false });
  await compare();
}, PATIENCE_MS);
afterAll(() => hub.close());

async function compare(): Promise<string> {
  const runId = await hub.request();
  await workOff(hub, 'pin', 'screen', 'compare', 'match', 'publish', 'scopes');
  expect((await hub.runOf(runId)).state).toBe('COMPLETED');
  return runId;
}

/** One look at the feeds. @returns whether anybody was opened */
async function open(tools = hub.tools): Promise<boolean> {
  const feeds = await inService(tools, readFeeds);
  const news = await Promise.all(feeds.map((feed) => readNews(feed, hub.tools)));
  return openAhead(
    news.filter((each) => each !== undefined),
    tools,
  );
}
/** A look, of which every agency has heard. */
async function look(): Promise<boolean> {
  const isOpened = await open();
  await workOff(hub, 'scopes');
  return isOpened;
}

async function nextJob(): Promise<string | undefined> {
  const [job] = await hub
    .of('coordination')
    .rows<{ task: string }>(
      'select task_identifier as task from graphile_worker.jobs order by priority, run_at, id limit 1',
    );
  return job?.task;
}

const scopesOf = (agency: string, id: string, origin: string) =>
  hub.of(agency).rows<{
    place: string;
  }>(`select concat_ws(' ', kind, code) as place from student_scope where student_id = ? and origin = ? order by 1`, id, origin);
const aheadAt = (agency: string, id: string) => scopesOf(agency, id, 'CHANGE_FEED');
const ofRunsAt = (agency: string, id: string) => scopesOf(agency, id, 'SCHOOL_AGE_REGISTER');

/** A change as an import makes it. */
async function policeSay(id: string, statement: string, values: unknown[]): Promise<void> {
  await hub.change('police', statement, values);
  const owner = await connectAsOwner(hub.of('police'));
  try {
    await recordChanges(
      { query: (text, given) => owner.query(text, given) },
      { register: 'RESIDENTS', version: 1, now: TEST_NOW },
      `select '${id}' as student_id, 'CHANGED' as kind`,
    );
  } finally {
    await owner.end();
  }
}
const policeMove = (id: string) =>
  policeSay(id, 'update resident set registered_division_code = $2 where student_id = $1', [id, VILLAGE]);

const taken = new Set<string>();
/** Of whom police have a row, and education where wanted; each time another one. */
async function nextResident({ isPupil = false } = {}): Promise<string> {
  const residents = await hub.of('police').rows<{ id: string }>(
    `select student_id as id from resident
     where cancelled_on is null and registered_division_code <> ? order by 1`,
    VILLAGE,
  );
  const pupils = await hub
    .of('education')
    .rows<{ id: string }>('select student_id as id from student_status where left_on is null');
  const isOfPupil = new Set(pupils.map(({ id }) => id));
  const found = residents.find(({ id }) => !taken.has(id) && (!isPupil || isOfPupil.has(id)));
  if (!found) throw new Error('The county has no such resident.');
  taken.add(found.id);
  return found.id;
}

test(
  'a child that has moved is within reach of its new village at once, and of its old one until a run has looked',
  async () => {
    const id = await nextResident();
    const before = await ofRunsAt('poverty', id);
    await policeMove(id);
    expect(await look()).toBe(true);
    for (const agency of ['coordination', 'poverty', 'police']) {
      expect(await aheadAt(agency, id)).toContainEqual({ place: `REGISTERED ${VILLAGE}` });
      expect(await ofRunsAt(agency, id)).toEqual(before);
    }
    await compare();
    for (const agency of ['coordination', 'poverty', 'police']) {
      expect(await aheadAt(agency, id)).toEqual([]);
      expect(await ofRunsAt(agency, id)).toContainEqual({ place: `REGISTERED ${VILLAGE}` });
      expect(await ofRunsAt(agency, id)).not.toEqual(before);
    }
  },
  PATIENCE_MS,
);

test(
  'what is told while a run is under way outlasts the run, and ends with the next one',
  async () => {
    const id = await nextResident();
    const runId = await hub.request();
    await workOff(hub, 'pin');
    await policeMove(id);
    await open();
    // Before all jobs that have waited longer.
    expect(await nextJob()).toBe(TASKS.scopes);
    await workOff(hub, 'scopes');
    await workOff(hub, 'screen', 'compare', 'match', 'publish', 'scopes');
    expect((await hub.runOf(runId)).state).toBe('COMPLETED');
    for (const agency of ['coordination', 'labour'])
      expect(await aheadAt(agency, id)).toContainEqual({ place: `REGISTERED ${VILLAGE}` });
    await compare();
    for (const agency of ['coordination', 'labour']) {
      expect(await aheadAt(agency, id)).toEqual([]);
      expect(await ofRunsAt(agency, id)).toContainEqual({ place: `REGISTERED ${VILLAGE}` });
    }
  },
  PATIENCE_MS,
);

test('nothing is said ahead of a run of a number on which the registers tell of two persons', async () => {
  const id = await nextResident({ isPupil: true });
  await hub.change(
    'education',
    `update student_status set name = '钱多多', birth_date = birth_date - 400 where student_id = $1`,
    [id],
  );
  await policeMove(id);
  expect(await look()).toBe(true);
  expect(await aheadAt('coordination', id)).toEqual([]);
});

test('a change after which the child belongs where it did tells nobody anything', async () => {
  const id = await nextResident();
  await policeSay(id, `update resident set name = name where student_id = $1`, [id]);
  expect(await look()).toBe(true);
  expect(await aheadAt('coordination', id)).toEqual([]);
  expect(await look()).toBe(false);
});

test('all ids of a child that runs have linked are opened', async () => {
  const [linked] = await hub.of('coordination').rows<{ member: string; child: string }>(
    `select member.student_id as member, member.canonical_id as child from student_scope member
       where member.canonical_id <> member.student_id and member.origin = 'SCHOOL_AGE_REGISTER'
         and member.canonical_id <> all (string_to_array(?, ','))
       order by 1`,
    [...taken].join(),
  );
  const { member = '', child = '' } = linked ?? {};
  await policeMove(child);
  await look();
  for (const id of [child, member])
    expect(await aheadAt('education', id)).toContainEqual({ place: `REGISTERED ${VILLAGE}` });
});

test('while an agency does not answer nobody is placed by the others alone, and nothing is lost', async () => {
  const id = await nextResident();
  await policeMove(id);
  const agencies = new Map(hub.urls).set('labour', new URL('http://127.0.0.1:9'));
  const without = { ...hub.tools, agencies, rosters: hub.rostersOf(agencies) };
  await expect(open(without)).rejects.toThrow();
  expect(await aheadAt('coordination', id)).toEqual([]);
  expect(await look()).toBe(true);
  expect(await aheadAt('coordination', id)).toContainEqual({ place: `REGISTERED ${VILLAGE}` });
});
