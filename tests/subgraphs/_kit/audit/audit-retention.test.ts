import { readdirSync, rmSync } from 'node:fs';
import pg from 'pg';
import { accessRecord, startTestLog, type TestLog } from '../../../support/audit-log.js';
import { TEST_NOW } from '../../../support/test-settings.js';
import { within } from '../../../support/within.js';

const LONG_AGO = new Date('2021-03-01T01:00:00.000Z');
const OLD = 20;
const YOUNG = 10;

let now: Date;
let audit: TestLog;
beforeEach(async () => {
  now = LONG_AGO;
  audit = await startTestLog(undefined, () => now);
});
afterEach(() => audit.close());

async function append(count: number): Promise<void> {
  for (let index = 0; index < count; index += 1)
    await audit.log.append(accessRecord(['a'.repeat(26)], { at: now }));
}
const count = async (table: string) =>
  (await audit.owner.query<{ count: number }>(`select count(*)::int as count from ${table}`)).rows[0]?.count;
const kinds = async () => (await audit.verify()).findings.map(({ kind, seq }) => `${kind} ${seq}`);

/** A chain that goes on from the time that is over into the one that is kept. */
async function fillOldAndYoung(): Promise<void> {
  await append(OLD);
  expect(
    await within(
      10_000,
      () => count('audit_head'),
      (heads) => (heads ?? 0) > 0,
    ),
  ).toBeGreaterThan(0);
  await within(10_000, signedUpTo, (seq) => seq === OLD);
  now = TEST_NOW;
  await append(YOUNG);
  await audit.finish();
}
const signedUpTo = async () =>
  (await audit.owner.query<{ seq: number }>('select max(seq)::int as seq from audit_head')).rows[0]?.seq ?? 0;

test('entries past their time are deleted up to a signed head, and the rest still proves itself', async () => {
  await fillOldAndYoung();
  expect(await audit.prune()).toEqual({ entries: OLD, endedChains: 0, refused: [] });
  expect(await audit.verify()).toMatchObject({ entries: YOUNG, findings: [] });
  expect(await audit.prune()).toEqual({ entries: 0, endedChains: 0, refused: [] });
  expect(await audit.verify()).toMatchObject({ entries: YOUNG, findings: [] });
});

test('what is missing beyond that head is found, and so is an edit', async () => {
  await fillOldAndYoung();
  await audit.prune();
  await audit.owner.query(`delete from access_log where seq = ${OLD + 1}`);
  expect(await kinds()).toEqual([`MISSING ${OLD + 1}`]);
  await audit.owner.query(`update access_log set actor = 'officer:2' where seq = ${OLD + 5}`);
  expect(await kinds()).toEqual([`MISSING ${OLD + 1}`, `EDITED ${OLD + 5}`]);
  await audit.owner.query('delete from access_log');
  expect(await kinds()).toEqual([`CUT_OFF ${OLD + 1}`]);
});

test('entries that are not old enough may not be missing, with or without a head before them', async () => {
  now = TEST_NOW;
  await append(YOUNG);
  await audit.finish();
  expect(await audit.prune()).toEqual({ entries: 0, endedChains: 0, refused: [] });
  await audit.owner.query('delete from access_log where seq <= 3');
  expect(await kinds()).toEqual(['MISSING 1']);
});

test('a chain whose time is over goes altogether, with its heads', async () => {
  await append(OLD);
  await audit.finish();
  expect(await audit.prune()).toEqual({ entries: OLD, endedChains: 1, refused: [] });
  expect([await count('access_log'), await count('audit_head')]).toEqual([0, 0]);
  expect(readdirSync(audit.folder)).toEqual([]);
  expect(await audit.verify()).toMatchObject({ entries: 0, findings: [] });
});

test('a chain that was tampered with is kept as evidence', async () => {
  await fillOldAndYoung();
  await audit.owner.query(`update access_log set hash = repeat('a', 64) where seq = ${OLD}`);
  const { entries, refused } = await audit.prune();
  expect({ entries, refused: refused.length }).toEqual({ entries: 0, refused: 1 });
  expect(await count('access_log')).toBe(OLD + YOUNG);
});

test('a head of another key opens no time for deletion', async () => {
  now = TEST_NOW;
  await append(YOUNG);
  await audit.finish();
  await audit.owner.query(
    `insert into audit_head select agency, writer, 3, hash, '2020-01-01', key_id, public_key, signature from audit_head`,
  );
  rmSync(audit.folder, { recursive: true });
  expect(await audit.prune()).toMatchObject({ entries: 0 });
  await audit.owner.query('delete from access_log where seq <= 3');
  expect(await kinds()).toContain('MISSING 1');
});

test('the serving role can neither delete entries or heads nor have more thinned out than the rule allows', async () => {
  await fillOldAndYoung();
  await audit.owner.query(`insert into audit_head
    select agency, writer, seq - 1, hash, at, key_id, public_key, signature, received_at from audit_head where seq = ${OLD}`);
  await audit.owner.query(`update audit_head set received_at = '2026-01-01' where seq <= ${OLD}`);
  const client = new pg.Client({ connectionString: audit.servingUrl });
  await client.connect();
  try {
    for (const table of ['access_log', 'audit_head'])
      await expect(client.query(`delete from ${table}`)).rejects.toMatchObject({ code: '42501' });
    await client.query('select thin_audit_heads()');
  } finally {
    await client.end();
  }
  const { rows } = await audit.owner.query<{ seq: number }>(
    'select seq::int as seq from audit_head order by 1',
  );
  expect(rows.map(({ seq }) => seq)).toEqual([OLD, OLD + YOUNG]);
  expect(await kinds()).toEqual([]);
});
