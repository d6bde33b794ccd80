import { writeFileSync } from 'node:fs';
import pg from 'pg';
import { recordChanges } from '../../../../subgraphs/_kit/changes/record-changes.js';
import {
  CHANGES_PATH,
  END_OF_VERSION,
  type ChangeCursor,
} from '../../../../subgraphs/_kit/changes/change-feed.js';
import { residentsList } from '../../../../subgraphs/police/imports/residents.list.js';
import { connectAsOwner, databaseOf } from '../../../support/agency-owner.js';
import { serviceSession } from '../../../../subgraphs/_kit/student/session-context.js';
import { startHousekeeping } from '../../../../subgraphs/_kit/housekeeping.js';
import { createLogger } from '../../../../subgraphs/_kit/log.js';
import { openSideConnection } from '../../../../subgraphs/_kit/side-connection.js';
import { agencyDatabaseNames } from '../../../../postgres/agency-databases.js';
import { rosterClientOf } from '../../../support/service.js';
import { TEST_NOW } from '../../../support/test-settings.js';
import { within } from '../../../support/within.js';
import { startImports, type ImportHarness } from '../import/import-harness.js';
import { csvOf, residentLine, type ResidentLine } from '../import/resident-file.js';
import { newRun, serviceEntries } from '../roster/roster-runs.js';

let imports: ImportHarness;
beforeAll(async () => {
  imports = await startImports('police', residentsList);
});
afterAll(() => imports?.close());

const client = () => rosterClientOf(imports.agency);
const read = (after: ChangeCursor, limit = 1000) => client().readChanges('police', after, limit);

async function importLines(lines: readonly ResidentLine[]): Promise<void> {
  const path = imports.path('residents.csv');
  writeFileSync(path, csvOf(lines));
  expect(await imports.run(path)).toMatchObject({ state: 'COMMITTED' });
}

/** Where the feed ends now. */
async function end(): Promise<ChangeCursor> {
  const [feed] = await imports.agency.rows<{ version: number }>(
    'select version::int as version from change_feed',
  );
  return { version: feed?.version ?? 0, seq: END_OF_VERSION };
}

const idOf = async (line: ResidentLine) => {
  const [row] = await imports.agency.rows<{ id: string }>(
    'select student_id as id from resident where source_key = ?',
    line['人员编号'],
  );
  return row?.id ?? '';
};

test('an import tells of whom the register says something new, something else and nothing any more', async () => {
  const [kept, changed, removed, added] = [1, 2, 3, 4].map((serial) => residentLine(serial));
  if (!kept || !changed || !removed || !added) throw new Error('There are no lines.');
  await importLines([kept, changed, removed]);
  const before = await end();
  const [changedId, removedId] = [await idOf(changed), await idOf(removed)];
  await importLines([kept, { ...changed, 姓名: '改名' }, added]);
  const { changes, next } = await read(before);
  expect(new Map(changes.map(({ studentId, kind }) => [studentId, kind]))).toEqual(
    new Map([
      [changedId, 'CHANGED'],
      [removedId, 'REMOVED'],
      [await idOf(added), 'ADDED'],
    ]),
  );
  expect(new Set(changes.map(({ version }) => version))).toEqual(new Set([before.version + 1]));
  const [register] = await imports.agency.rows<{ version: number }>(
    `select version from register where code = 'RESIDENTS'`,
  );
  expect(changes[0]).toMatchObject({ register: 'RESIDENTS', registerVersion: register?.version, seq: 1 });
  expect(await read(next)).toEqual({ changes: [], next });
});

test('pages follow on each other without a gap and without a repetition', async () => {
  const before = await end();
  await importLines(Array.from({ length: 25 }, (_, index) => residentLine(100 + index)));
  const whole = (await read(before)).changes;
  expect(whole.length).toBeGreaterThan(25);
  const paged = [];
  for (let cursor = before; ;) {
    const { changes, next } = await read(cursor, 4);
    if (changes.length === 0) break;
    paged.push(...changes);
    cursor = next;
  }
  expect(paged).toEqual(whole);
});

test('the feed goes on behind a pinned roster where the pin says', async () => {
  await importLines([residentLine(201)]);
  const { changesAfter } = await client().pinRoster('police', newRun());
  expect(await read(changesAfter)).toEqual({ changes: [], next: changesAfter });
  await importLines([residentLine(201), residentLine(202)]);
  expect((await read(changesAfter)).changes).toMatchObject([{ kind: 'ADDED' }]);
});

describe('of two transactions at the same time', () => {
  const backends = new Map<pg.Client, number>();
  async function begin(): Promise<pg.Client> {
    const connection = new pg.Client({ connectionString: imports.agency.databaseUrl });
    await connection.connect();
    await connection.query('begin');
    for (const [name, value] of Object.entries(serviceSession))
      await connection.query('select set_config($1, $2, true)', [name, value]);
    const { rows } = await connection.query<{ pid: number }>('select pg_backend_pid() as pid');
    backends.set(connection, rows[0]?.pid ?? 0);
    return connection;
  }
  const tell = (connection: pg.Client, register: string, letter: string) =>
    recordChanges(
      connection,
      { register, version: 9, now: TEST_NOW },
      `select repeat('${letter}', 26) as student_id, 'ADDED' as kind`,
    );
  async function waits(connection: pg.Client): Promise<void> {
    const owner = await connectAsOwner(imports.agency);
    const isWaiting = async () => {
      const { rows } = await owner.query<{ waits: boolean }>(
        'select cardinality(pg_blocking_pids($1)) > 0 as waits',
        [backends.get(connection)],
      );
      return rows[0]?.waits === true;
    };
    expect(await within(10_000, isWaiting, Boolean)).toBe(true);
    await owner.end();
  }

  test.each([
    ['is kept', 'commit', ['x', 'y']],
    ['is given up', 'rollback', ['y']],
  ])(
    'the later one waits for the earlier one, and no reader misses it when it %s',
    async (_how, how, seen) => {
      const before = await end();
      const [early, late] = [await begin(), await begin()];
      await tell(early, 'RESIDENTS', 'x');
      const telling = tell(late, 'HOUSEHOLDS', 'y').then(() => late.query('commit'));
      await waits(late);
      // What a reader sees now must not lead its cursor past what is still under way.
      const { next } = await read(before);
      expect(next).toEqual(before);
      await early.query(how);
      await telling;
      const { changes } = await read(next);
      expect(changes.map(({ studentId }) => studentId.charAt(0))).toEqual(seen);
      for (const connection of [early, late]) await connection.end();
    },
  );
});

describe('a reader that has not read what was cleared is told so, and not given the rest', () => {
  const refusal = { problem: 'REFUSED', cause: { status: 400 } };
  async function clear(): Promise<void> {
    const apart = openSideConnection(databaseOf(imports.agency, agencyDatabaseNames('police').serving));
    const later = () => new Date(Date.now() + 31 * 86_400_000);
    const housekeeping = startHousekeeping({ apart, now: later, log: createLogger('silent', 'police') });
    await housekeeping.tidy();
    await housekeeping.close();
    await apart.destroy();
  }

  test('when it stopped before it', async () => {
    const before = await end();
    await importLines([residentLine(301)]);
    await clear();
    await expect(read(before)).rejects.toMatchObject(refusal);
  });

  test('when it stopped in the midst of it', async () => {
    const before = await end();
    await importLines([residentLine(302), residentLine(303)]);
    const { next, changes } = await read(before, 1);
    expect(changes).toHaveLength(1);
    const present = await end();
    await clear();
    await expect(read(next)).rejects.toMatchObject(refusal);
    expect(await read(present)).toEqual({ changes: [], next: present });
  });

  test('and whoever has read it all, the last of it by a full page, goes on', async () => {
    const before = await end();
    await importLines([residentLine(304), residentLine(305)]);
    const { length } = (await read(before)).changes;
    const full = await read(before, length);
    const { next } = await read(full.next);
    await clear();
    expect(await read(next)).toEqual({ changes: [], next });
    await importLines([residentLine(304), residentLine(305), residentLine(306)]);
    expect((await read(next)).changes).toMatchObject([{ kind: 'ADDED' }]);
  });
});

test('a cursor that the feed has never reached is refused, since it would pass over what comes', async () => {
  const { version } = await end();
  await expect(read({ version: version + 1, seq: 0 })).rejects.toMatchObject({ cause: { status: 400 } });
});

test('what was read stands in the access log with its count, and an empty answer leaves no entry', async () => {
  const before = await end();
  const entries = async () => (await serviceEntries(imports.agency, CHANGES_PATH)).length;
  const count = await entries();
  await read(before);
  expect(await entries()).toBe(count);
  await importLines([residentLine(401)]);
  const { changes } = await read(before);
  expect((await serviceEntries(imports.agency, CHANGES_PATH)).at(-1)?.bulk).toMatchObject({
    question: { after: `${before.version}.${before.seq}` },
    rows: changes.length,
    isComplete: true,
  });
});
