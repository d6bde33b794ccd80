import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createExport } from '../../../../cli/audit/exported-log.js';
import { storedHeads, storedRows } from '../../../../cli/audit/stored-log.js';
import { verifyExport } from '../../../../cli/audit/verify-audit.js';
import { entryHash } from '../../../../subgraphs/_kit/audit/entry-hash.js';
import { accessRecord, AUDITED, signer, startTestLog, type TestLog } from '../../../support/audit-log.js';
import { testSettings } from '../../../support/test-settings.js';

const ENTRIES = 30;
const CHILD = 'a'.repeat(26);

let audit: TestLog;
beforeEach(async () => {
  audit = await startTestLog();
  for (let index = 0; index < ENTRIES; index += 1) await audit.log.append(accessRecord([CHILD]));
  await audit.finish();
});
afterEach(() => audit.close());

async function findings(): Promise<string[]> {
  return (await audit.verify()).findings.map(({ kind, seq }) => `${kind} ${seq}`);
}

const rewrite = (text: string) => audit.owner.query(text);

/** Whoever owns the database can compute every hash anew; what he can't do is sign. */
async function rehashFrom(seq: number): Promise<void> {
  const { rows } = await audit.owner.query<
    Record<'writer' | 'previous_hash' | 'at' | 'actor' | 'students' | 'entry', string> & { seq: number }
  >(
    `select writer::text, seq::int as seq, previous_hash, to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
       actor, array_to_string(students, ',') as students, entry from access_log order by seq`,
  );
  let previousHash = rows.find((row) => row.seq === seq)?.previous_hash ?? '';
  for (const row of rows.filter((each) => each.seq >= seq)) {
    const hash = entryHash({ ...row, previousHash });
    await audit.owner.query('update access_log set previous_hash = $1, hash = $2 where seq = $3', [
      previousHash,
      hash,
      row.seq,
    ]);
    previousHash = hash;
  }
}

const INSERTED = `insert into access_log select writer, 999, at, entry, students, actor, previous_hash, hash
  from access_log where seq = 10`;

test('T9 an untouched log has no findings', async () => {
  expect(await audit.verify()).toMatchObject({ entries: ENTRIES, chains: 1, findings: [] });
});

test('an entry with names and signs of any script is read as it was written', async () => {
  const other = await startTestLog();
  try {
    const { caller } = accessRecord([]);
    for (const subject of ['officer:赵"\\\n', 'officer:𠮷', 'a,b:{"c"}'])
      await other.log.append(accessRecord([CHILD, 'b'.repeat(26)], { caller: { ...caller, subject } }));
    await other.log.append(accessRecord([]));
    await other.finish();
    expect(await other.verify()).toMatchObject({ entries: 4, findings: [] });
  } finally {
    await other.close();
  }
});

test.each([
  ['its text', `update access_log set entry = replace(entry, 'officer:1', 'officer:2') where seq = 7`],
  ['the officer that it is found by', `update access_log set actor = 'officer:2' where seq = 7`],
  ['the children that it is found by', `update access_log set students = '{}' where seq = 7`],
  ['a child put beside them', `update access_log set students = array_append(students, null) where seq = 7`],
  ['its time', `update access_log set at = at - interval '1 day' where seq = 7`],
])('an entry that was edited in %s is found', async (_part, statement) => {
  await rewrite(statement);
  expect(await findings()).toEqual(['EDITED 7']);
});

test('T9 deleted entries are found', async () => {
  await rewrite('delete from access_log where seq between 12 and 14');
  expect(await findings()).toEqual(['MISSING 12']);
});

test('entries deleted at the beginning are found', async () => {
  await rewrite('delete from access_log where seq <= 3');
  expect(await findings()).toEqual(['MISSING 1']);
});

test('an inserted entry is found', async () => {
  await rewrite('update access_log set seq = seq + 1000 where seq > 10');
  await rewrite(INSERTED.replace('999', '11'));
  await rewrite('update access_log set seq = seq - 999 where seq > 1000');
  expect(await findings()).toEqual(expect.arrayContaining(['NOT_LINKED 11', 'EDITED 11']));
});

test('two entries that changed places are found', async () => {
  await rewrite('update access_log set seq = case seq when 5 then 1006 else 1005 end where seq in (5, 6)');
  await rewrite('update access_log set seq = seq - 1000 where seq > 1000');
  expect(await findings()).toEqual(expect.arrayContaining(['EDITED 5', 'EDITED 6']));
});

test('T9 an end that was cut off is found by the head in the file', async () => {
  await rewrite('delete from access_log where seq > 25');
  await rewrite('delete from audit_head');
  expect(await findings()).toEqual(['CUT_OFF 26']);
});

test('an end that was cut off, with its file of heads, is found by the head at the other agency', async () => {
  await rewrite('delete from access_log where seq > 25');
  rmSync(audit.folder, { recursive: true });
  expect(await findings()).toEqual(['CUT_OFF 26']);
});

test('a chain that is gone altogether is found', async () => {
  await rewrite('delete from access_log');
  expect(await findings()).toEqual(['CUT_OFF 1']);
});

test('a chain that was written anew with hashes that fit is found', async () => {
  await rewrite(`update access_log set actor = 'officer:2' where seq = 7`);
  await rehashFrom(7);
  expect(await findings()).toEqual(expect.arrayContaining([`DIFFERS_FROM_SIGNED ${ENTRIES}`]));
});

test('a head that somebody else signed counts for nothing, and is found', async () => {
  await rewrite(`update audit_head set seq = 31, hash = repeat('a', 64) where seq = ${ENTRIES}`);
  expect(await findings()).toEqual([`BAD_HEAD 31`]);
});

describe('an export', () => {
  async function check(path: string): Promise<{ isIntact: boolean; said: string }> {
    const said: string[] = [];
    const isIntact = await verifyExport(path, {
      settings: testSettings(),
      keyIds: [signer.keyId],
      say: (line) => void said.push(line),
      onProgress: () => undefined,
    });
    return { isIntact, said: said.join('\n') };
  }

  async function exportLog(): Promise<string> {
    const path = join(audit.folder, 'export.ndjson');
    const copy = createExport(path);
    await copy.begin(
      AUDITED,
      await storedHeads({ agency: AUDITED, folder: audit.folder, keeper: audit.owner }),
    );
    for await (const rows of copy.through(storedRows(audit.owner))) expect(rows.length).toBeGreaterThan(0);
    await copy.end();
    return path;
  }

  test('is checked without a database', async () => {
    expect(await check(await exportLog())).toEqual({
      isIntact: true,
      said: `labour: 30 entries in 1 chain, signed by key ${signer.keyId}. Nothing is missing and nothing was changed.`,
    });
  });

  test('that was edited or cut off is found out', async () => {
    const path = await exportLog();
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
    writeFileSync(path, lines.slice(0, -2).join('\n'));
    expect(await check(path)).toMatchObject({ isIntact: false, said: expect.stringContaining('CUT_OFF') });
    writeFileSync(path, lines.map((line) => line.replace('officer:1', 'officer:2')).join('\n'));
    expect(await check(path)).toMatchObject({ isIntact: false, said: expect.stringContaining('EDITED') });
  });
});
