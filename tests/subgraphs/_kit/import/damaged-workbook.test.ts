import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImportFileError } from '../../../../subgraphs/_kit/import/import-error.js';
import { openXlsx } from '../../../../subgraphs/_kit/import/xlsx-file.js';
import { mutatedFile } from './mutated-files.js';

const ROWS = [
  ['学校', '班级'],
  ['测试小学', '一年级1班'],
  ['测试中学', '七年级2班'],
];
/** Damages looked at, spread over the file. */
const DAMAGES = 400;

const folder = mkdtempSync(join(tmpdir(), 'damaged-workbook-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function readWorkbook(bytes: Buffer): Promise<unknown> {
  const path = join(folder, 'list.xlsx');
  writeFileSync(path, bytes);
  try {
    const { headings, rows } = await openXlsx(path);
    const read = [headings];
    for await (const { cells } of rows) read.push([...cells]);
    return read;
  } catch (cause) {
    return cause instanceof ImportFileError ? cause.problem : cause;
  }
}

test('a workbook with one damaged byte is refused or says what it said before, wherever the byte lies', async () => {
  const whole = await mutatedFile(ROWS, {
    format: 'xlsx',
    encoding: 'utf8',
    isTabbed: false,
    hasFormula: false,
    table: [],
    bytes: [],
  });
  const ends = new Map<string, number>();
  for (let damage = 0; damage < DAMAGES; damage += 1) {
    const at = Math.floor((damage / DAMAGES) * whole.length);
    const damaged = Buffer.from(whole);
    damaged[at] = (whole[at] ?? 0) ^ (1 + (damage % 255));
    const end = JSON.stringify(await readWorkbook(damaged));
    ends.set(end, (ends.get(end) ?? 0) + 1);
  }
  expect([...ends.keys()].toSorted()).toEqual(['"WORKBOOK_UNREADABLE"', JSON.stringify(ROWS)]);
});
