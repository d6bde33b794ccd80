import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import exceljs from 'exceljs';
import iconv from 'iconv-lite';
import { residentsList } from '../../../../subgraphs/police/imports/residents.list.js';
import { startImports, type ImportHarness } from './import-harness.js';
import { csvOf, residentLine, syntheticNumber, type ResidentLine } from './resident-file.js';

let imports: ImportHarness;
beforeAll(async () => {
  imports = await startImports('police', residentsList);
});
afterAll(() => imports?.close());

const LINES = Array.from({ length: 30 }, (_, index) => residentLine(index));

interface StoredResident {
  readonly source_key: string;
  readonly student_id: string;
  readonly name: string;
  readonly id: string;
}
const stored = () =>
  imports.agency.rows<StoredResident>(
    'select source_key, student_id, name, id from resident order by source_key',
  );

function csv(name: string, lines: readonly ResidentLine[]): string {
  const path = imports.path(name);
  writeFileSync(path, csvOf(lines));
  return path;
}

test('a dry run says what would change and changes nothing', async () => {
  const outcome = await imports.run(csv('residents.csv', LINES), { isDryRun: true });
  expect(outcome).toMatchObject({
    state: 'DRY_RUN',
    rows: 30,
    added: 30,
    changed: 0,
    removed: 0,
    rejected: 0,
  });
  expect(await stored()).toEqual([]);
});

test('a list is stored with its provenance, its children are placed, and the register has a new version', async () => {
  const [before] = await imports.agency.rows<{ version: number }>(
    `select version from register where code = 'RESIDENTS'`,
  );
  const outcome = await imports.run(csv('residents.csv', LINES));
  expect(outcome).toMatchObject({
    state: 'COMMITTED',
    added: 30,
    registerVersion: (before?.version ?? 0) + 1,
  });
  const rows = await stored();
  expect(rows.map(({ source_key }) => source_key)).toEqual(LINES.map((line) => line['人员编号']));
  const [scope] = await imports.agency.rows<object>(
    `select kind, code, origin from student_scope where student_id = ?`,
    rows[0]?.student_id,
  );
  expect(scope).toEqual({ kind: 'REGISTERED', code: '520625001001', origin: 'LOCAL' });
  const [provenance] = await imports.agency.rows<object>(
    `select line, import_id as "importId" from imported_row where source_key = 'RY000003'`,
  );
  expect(provenance).toEqual({ line: 5, importId: outcome.importId });
});

test('the same file again is known, the same rows in another file change nothing', async () => {
  expect(await imports.run(csv('residents.csv', LINES))).toMatchObject({ state: 'UNCHANGED_FILE' });
  const before = await stored();
  expect(await imports.run(csv('reversed.csv', LINES.toReversed()))).toMatchObject({
    state: 'COMMITTED',
    added: 0,
    changed: 0,
    removed: 0,
  });
  expect(await stored()).toEqual(before);
});

describe('the same rows', () => {
  const utf8 = csvOf(LINES);
  const jsonLines = LINES.map((line) => JSON.stringify(line)).join('\n');
  test.each<[string, string, Buffer]>([
    ['UTF-8 with a byte order mark', 'bom.csv', Buffer.from(`\uFEFF${utf8}`)],
    ['GB18030', 'gb.csv', iconv.encode(utf8, 'gb18030')],
    ['UTF-16', 'utf16.csv', iconv.encode(utf8, 'utf-16le', { addBOM: true })],
    ['tabs', 'tabs.csv', Buffer.from(csvOf(LINES, '\t'))],
    ['JSON Lines', 'rows.jsonl', Buffer.from(jsonLines)],
  ])('in %s change nothing', async (_what, name, bytes) => {
    writeFileSync(imports.path(name), bytes);
    expect(await imports.run(imports.path(name))).toMatchObject({
      rows: 30,
      added: 0,
      changed: 0,
      removed: 0,
    });
  });

  test('in a workbook change nothing', async () => {
    const workbook = new exceljs.Workbook();
    const sheet = workbook.addWorksheet('常住人口');
    const headings = Object.keys(LINES[0] ?? {});
    sheet.addRow(headings);
    for (const line of LINES)
      sheet.addRow(
        headings.map((heading) =>
          heading === '出生日期' ? new Date(`${line[heading]}T00:00:00Z`) : line[heading],
        ),
      );
    await workbook.xlsx.writeFile(imports.path('residents.xlsx'));
    expect(await imports.run(imports.path('residents.xlsx'))).toMatchObject({
      rows: 30,
      added: 0,
      changed: 0,
    });
  });
});

test('a changed row is changed in place, a new one added, one that is gone removed with its place', async () => {
  const before = await stored();
  const [first, second, ...others] = LINES;
  if (!first || !second) throw new Error('There are no lines.');
  const lines = [{ ...first, 姓名: '改名' }, ...others, residentLine(900)];
  expect(await imports.run(csv('changed.csv', lines))).toMatchObject({ added: 1, changed: 1, removed: 1 });
  const after = await stored();
  expect(after[0]).toMatchObject({ name: '改名', id: before[0]?.id, student_id: before[0]?.student_id });
  expect(after.map(({ source_key }) => source_key)).not.toContain(second['人员编号']);
  const places = await imports.agency.rows(
    `select from student_scope where student_id = ? and origin = 'LOCAL'`,
    before[1]?.student_id,
  );
  expect(places).toEqual([]);
});

test('two persons on one number are kept apart, the one that was there first keeps the number', async () => {
  const number = LINES[4]?.['公民身份号码'] ?? '';
  const other = residentLine(901, { 公民身份号码: number, 姓名: '另一人', 出生日期: '2013-01-01' });
  await imports.run(csv('two.csv', [other, ...LINES]));
  const rows = await stored();
  const idOf = (key: string) => rows.find(({ source_key }) => source_key === key)?.student_id;
  const [split] = await imports.agency.rows<object>(
    `select source_key, student_id, number_id, grounds from student_split where source_key = 'RY000901'`,
  );
  expect(split).toEqual({
    source_key: 'RY000901',
    student_id: idOf('RY000901'),
    number_id: idOf('RY000004'),
    grounds: ['BIRTH_DATE', 'NAME'],
  });
  expect(idOf('RY000901')).not.toBe(idOf('RY000004'));

  // The first of them changes its occupation: that makes neither of them another person.
  await imports.run(
    csv('two-again.csv', [
      other,
      ...LINES.map((line) => (line === LINES[4] ? { ...line, 职业: '学生' } : line)),
    ]),
  );
  expect((await stored()).map(({ student_id }) => student_id)).toEqual(
    rows.map(({ student_id }) => student_id),
  );

  // With a number of its own it is one person again.
  await imports.run(
    csv('apart.csv', [{ ...other, 公民身份号码: syntheticNumber('2013-01-01', 777) }, ...LINES]),
  );
  expect(await imports.agency.rows(`select from student_split where source_key = 'RY000901'`)).toEqual([]);
});

test('a wrong, lost or missing number is taken with a warning, under an id of the row', async () => {
  const lines = [
    residentLine(910, { 公民身份号码: '' }),
    residentLine(911, { 公民身份号码: '9.90E+17' }),
    residentLine(912, { 公民身份号码: '990625201403150010' }),
    residentLine(913, { 性别: '女' }),
    ...LINES,
  ];
  const { warnings, state } = await imports.run(csv('numbers.csv', lines));
  expect(state).toBe('COMMITTED');
  expect(Object.fromEntries(warnings)).toMatchObject({
    NUMBER_MISSING: 1,
    NUMBER_DIGITS_LOST: 1,
    NUMBER_WRONG: 1,
    NUMBER_DISAGREES: 1,
  });
});

test('one rejected row keeps the whole file out, unless the others are wanted; its own row stays as it was', async () => {
  const before = await stored();
  const lines = [
    { ...LINES[0], 出生日期: '2014-02-30' } as ResidentLine,
    ...LINES.slice(1),
    residentLine(930),
  ];
  const path = csv('rejected.csv', lines);
  expect(await imports.run(path)).toMatchObject({ state: 'REJECTED', rejected: 1 });
  expect(imports.rejects.map(({ line, reasons }) => ({ line, reasons }))).toEqual([
    { line: 2, reasons: [{ field: 'birthDate', problem: 'DATE_UNREADABLE' }] },
  ]);
  expect(await stored()).toEqual(before);

  expect(await imports.run(path, { skipsRejected: true })).toMatchObject({ state: 'COMMITTED', added: 1 });
  const after = await stored();
  expect(after.find(({ source_key }) => source_key === 'RY000000')).toEqual(before[0]);
});

test('a row without its record number keeps the file out even so: the stored row that it means would be removed', async () => {
  const before = await stored();
  const path = csv('unidentified.csv', [{ ...LINES[0], 人员编号: '' } as ResidentLine, ...LINES.slice(1)]);
  expect(await imports.run(path, { skipsRejected: true })).toMatchObject({ state: 'REJECTED', rejected: 1 });
  expect(await stored()).toEqual(before);
});

test('a row that is repeated is rejected', async () => {
  await imports.run(csv('repeated.csv', [...LINES, ...LINES.slice(0, 1)]));
  expect(imports.rejects.map(({ line, reasons }) => [line, reasons[0]?.problem])).toEqual([
    [32, 'RECORD_REPEATED'],
  ]);
});

describe('a change of more than the policy allows', () => {
  const fewer = () => csv('fewer.csv', LINES.slice(0, 10));
  const other = () => csv('other.csv', LINES.slice(0, 11));
  const limit = { confirmAboveShare: 0.2 };
  let waiting: string;

  test('waits for a second person, who is not the first and has the same file', async () => {
    const before = await stored();
    const { state, importId } = await imports.run(fewer(), limit);
    expect(state).toBe('AWAITING_CONFIRMATION');
    waiting = importId;
    const second = { ...limit, confirms: waiting, importedBy: 'second officer' };
    await expect(imports.run(fewer(), { ...limit, confirms: waiting })).rejects.toMatchObject({
      problem: 'SAME_PERSON',
    });
    for (const given of [
      imports.run(other(), second),
      imports.run(fewer(), { ...second, isComplete: false }),
    ])
      await expect(given).rejects.toMatchObject({ problem: 'OTHER_FILE_WAITS' });
    await expect(imports.run(fewer(), { ...second, confirms: randomUUID() })).rejects.toMatchObject({
      problem: 'NOTHING_TO_CONFIRM',
    });
    expect(await stored()).toEqual(before);
  });

  test('is made when that person confirms, whatever was named in vain before, and is made once', async () => {
    const second = { ...limit, confirms: waiting, importedBy: 'second officer' };
    expect(await imports.run(fewer(), second)).toMatchObject({ state: 'COMMITTED' });
    expect(await stored()).toHaveLength(10);
    expect(await imports.run(fewer(), second)).toMatchObject({ state: 'UNCHANGED_FILE' });
    await expect(imports.run(other(), second)).rejects.toMatchObject({ problem: 'NOTHING_TO_CONFIRM' });
  });
});
