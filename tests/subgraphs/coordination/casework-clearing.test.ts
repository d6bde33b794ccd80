import { clearCaseworkChanges } from '../../../subgraphs/coordination/changes/clear-casework-changes.js';
import { kyselyOf } from '../../../subgraphs/_kit/kysely-of.js';
import { serviceTransaction } from '../../../subgraphs/_kit/student/service-transaction.js';
import { numbersOf, office, startCaseworkFeed, type CaseworkFeed } from './casework-feed.js';

let feed: CaseworkFeed;
beforeAll(async () => {
  feed = await startCaseworkFeed();
});
afterAll(() => feed?.agency.close());

test('whoever has fallen behind what was cleared, or is ahead of all that comes, is told so', async () => {
  const old = await feed.here();
  await feed.touch(feed.cases[0]);
  await feed.agency.rows('update casework_feed set cleared_version = version');
  try {
    const gap = await feed.read(old);
    expect(gap).toMatchObject({ isContinuous: false, changes: [], hasMore: false });
    expect(await feed.read(gap.cursor)).toMatchObject({ isContinuous: true, changes: [] });
  } finally {
    await feed.agency.rows('update casework_feed set cleared_version = 0');
  }
  const present = await feed.here();
  await feed.agency.rows('update casework_feed set version = version - 1');
  expect(await feed.read(present)).toMatchObject({ isContinuous: false });
  await feed.agency.rows('update casework_feed set version = version + 1');
});

test('what is older than a month is cleared, and whoever has not read it is told so', async () => {
  const old = await feed.here();
  await feed.touch(feed.cases[0]);
  const present = await feed.here();
  await serviceTransaction(kyselyOf(feed.agency.orm.em.fork()), (db) => clearCaseworkChanges(db, new Date()));
  expect(await feed.read(old)).toMatchObject({ isContinuous: true });
  expect(numbersOf(await feed.read(old))).toEqual([feed.cases[0]]);
  const later = new Date(Date.now() + 31 * 86_400_000);
  await serviceTransaction(kyselyOf(feed.agency.orm.em.fork()), (db) => clearCaseworkChanges(db, later));
  expect(await feed.read(old)).toMatchObject({ isContinuous: false, changes: [] });
  expect(await feed.read(present)).toMatchObject({ isContinuous: true, changes: [] });
});

test('what is older than thirty days is cleared to the second, and nothing that is younger', async () => {
  const now = new Date();
  const ageOf = (number = '', seconds = 0) =>
    feed.agency.rows(
      `update casework_change set at = ?::timestamptz - interval '30 days' - ? * interval '1 second' where number = ?`,
      now.toISOString(),
      seconds,
      number,
    );
  const start = await feed.here();
  await feed.touch(feed.cases[0]);
  const between = await feed.here();
  await feed.touch(feed.cases[1]);
  await ageOf(feed.cases[0], 1);
  await ageOf(feed.cases[1], -1);
  await serviceTransaction(kyselyOf(feed.agency.orm.em.fork()), (db) => clearCaseworkChanges(db, now));
  const kept = await feed.agency.rows<{ number: string }>(
    'select number from casework_change where number = any(?::text[])',
    feed.cases.slice(0, 2),
  );
  expect(kept).toEqual([{ number: feed.cases[1] }]);
  expect(await feed.read(start)).toMatchObject({ isContinuous: false, changes: [] });
  expect(numbersOf(await feed.read(between))).toEqual([feed.cases[1]]);
});

test('whoever stopped in the midst of a version that was cleared since is told so', async () => {
  const start = await feed.here();
  await feed.agency.rows(
    'update dropout_case set version = version + 1 where case_number = any(?::text[])',
    feed.cases,
  );
  const begun = await feed.read(start, office, 1);
  expect(begun).toMatchObject({ hasMore: true, isContinuous: true });
  const present = await feed.here();
  const later = new Date(Date.now() + 31 * 86_400_000);
  await serviceTransaction(kyselyOf(feed.agency.orm.em.fork()), (db) => clearCaseworkChanges(db, later));
  const gap = await feed.read(begun.cursor);
  expect(gap).toMatchObject({ isContinuous: false, changes: [] });
  expect(await feed.read(gap.cursor)).toMatchObject({ isContinuous: true, changes: [] });
  expect(await feed.read(present)).toMatchObject({ isContinuous: true, changes: [] });
});
