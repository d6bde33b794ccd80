import { randomUUID } from 'node:crypto';
import { mkdirSync, rmdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHeadFiles, headFileName, readHeadFile } from '../../../../subgraphs/_kit/audit/head-files.js';
import { signer } from '../../../support/audit-log.js';
import { makeTemporaryFolder } from '../../../support/temporary-folder.js';
import { TEST_NOW } from '../../../support/test-settings.js';

const DAY_MS = 86_400_000;
let folder: string;
beforeEach(() => {
  folder = makeTemporaryFolder('head-files-');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const head = (writer: string, seq: number, daysAgo: number) =>
  signer.sign({ writer, seq, hash: 'a'.repeat(64) }, new Date(TEST_NOW.getTime() - daysAgo * DAY_MS));
const seqs = async (writer: string) => (await readHeadFile(folder, writer)).map(({ seq }) => seq);

test('of days that are long past the last head alone is kept, of the last days all', async () => {
  const writer = randomUUID();
  const files = createHeadFiles(folder);
  for (const [seq, daysAgo] of [
    [1, 20],
    [2, 20],
    [3, 9],
    [4, 9],
    [5, 9],
    [6, 1],
    [7, 1],
    [8, 0],
  ] as const)
    await files.append(head(writer, seq, daysAgo));
  await files.thin(TEST_NOW);
  expect(await seqs(writer)).toEqual([2, 5, 6, 7, 8]);
});

test('the last head of all is kept, however old, and files of running processes are left to them', async () => {
  const [ended, running] = [randomUUID(), randomUUID()];
  const lines = (writer: string) =>
    [1, 2, 3].map((seq) => `${JSON.stringify(head(writer, seq, 30))}\n`).join('');
  for (const writer of [ended, running]) writeFileSync(join(folder, headFileName(writer)), lines(writer));
  const then = new Date(Date.now() - 30 * DAY_MS);
  utimesSync(join(folder, headFileName(ended)), then, then);
  await createHeadFiles(folder).thin(TEST_NOW);
  expect(await seqs(ended)).toEqual([3]);
  expect(await seqs(running)).toEqual([1, 2, 3]);
});

test('half a line that a full disk left costs no other head', async () => {
  const writer = randomUUID();
  const path = join(folder, headFileName(writer));
  const files = createHeadFiles(folder);
  mkdirSync(path);
  await expect(files.append(head(writer, 1, 0))).rejects.toThrow();
  rmdirSync(path);
  writeFileSync(path, '{"agency":"lab');
  await files.append(head(writer, 2, 0));
  await files.append(head(writer, 3, 0));
  expect(await seqs(writer)).toEqual([2, 3]);
});
