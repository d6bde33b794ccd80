import { writeFileSync } from 'node:fs';
import { crc32, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { readMapping } from '../../../../subgraphs/_kit/import/column-mapping.js';
import type { ImportedList } from '../../../../subgraphs/_kit/import/import-definition.js';
import { FILE_PROBLEMS, ImportFileError } from '../../../../subgraphs/_kit/import/import-error.js';
import { ROW_PROBLEMS } from '../../../../subgraphs/_kit/import/row-problems.js';
import { absencesList } from '../../../../subgraphs/education/imports/absences.list.js';
import { schoolsList } from '../../../../subgraphs/education/imports/schools.list.js';
import { studentStatusList } from '../../../../subgraphs/education/imports/student-status.list.js';
import { startAgencyImports, type AgencyImports } from './import-harness.js';
import { listRow } from './list-file.js';
import { fileMutations, mutatedFile, type Cells } from './mutated-files.js';

const FILES = 1_000;
const SEED = 20_261_126;
const ROWS = 12;
/** Of more than this share gone or changed, a second person has to decide: a mass deletion waits. */
const CONFIRM_ABOVE_SHARE = 0.5;

const SCHOOL = '2152900001';
const references = new Map([
  ['schoolCode', SCHOOL],
  ['classCode', ''],
]);

let imports: AgencyImports;
beforeAll(async () => {
  imports = await startAgencyImports('education');
  // The county's own children would only make each look at what is stored longer.
  await imports.agency.rows('delete from student_scope');
});
afterAll(() => imports?.close());

const LISTS = [schoolsList, studentStatusList, absencesList];

/** A valid file of a list. */
function tableOf(list: ImportedList): Cells {
  const { columns } = readMapping(`subgraphs/education/imports/${list.list}.yaml`, list);
  const rows = Array.from({ length: ROWS }, (_, index) => listRow(list, index + 1, references));
  const fields = Object.keys(list.fields);
  return [
    fields.map((field) => columns[field]?.[0] ?? field),
    ...rows.map((row) => fields.map((field) => row[field] ?? '')),
  ];
}

const STORED = [
  ...['school', 'student_status', 'absence', 'imported_row', 'student_split', 'student_scope', 'register'],
].map((table) => `select '${table}' || stored::text as row from ${table} stored`);

interface Standing {
  /** Of all that an import may change, runs apart. */
  readonly digest: string;
  readonly runs: number;
  readonly lastRun: string | null;
}

async function look(): Promise<Standing> {
  const [standing] = await imports.agency.rows<Standing>(
    `select (select md5(string_agg(row, '|' order by row)) from (${STORED.join(' union all ')}) stored) as digest,
       (select count(*)::int from import_run) as runs,
       (select id || ' ' || state || ' ' || rows from import_run order by finished_at desc limit 1) as "lastRun"`,
  );
  if (!standing) throw new Error('The database gave no answer.');
  return standing;
}

async function countOf(list: ImportedList): Promise<{ stored: number; noted: number }> {
  const { tableName } = imports.agency.orm.getMetadata().get(list.entity);
  const [counts] = await imports.agency.rows<{ stored: number; noted: number }>(
    `select (select count(*)::int from ${tableName}) as stored,
       (select count(*)::int from imported_row where list = ?) as noted`,
    list.list,
  );
  return counts ?? { stored: 0, noted: 0 };
}

/** Imports the file: all of it, or nothing with a coded reason. @returns how it ended, and how things stand then */
async function endOf(
  list: ImportedList,
  path: string,
  before: Standing,
): Promise<{ readonly end: string; readonly after: Standing }> {
  const outcome = await imports
    .take(list, path, { confirmAboveShare: CONFIRM_ABOVE_SHARE })
    .catch((cause) => {
      if (cause instanceof ImportFileError) return cause;
      throw cause;
    });
  const after = await look();
  if (outcome instanceof ImportFileError) {
    expect(after).toEqual(before);
    expect(Object.keys(FILE_PROBLEMS)).toContain(outcome.problem);
    return { end: outcome.problem, after };
  }
  const { state, importId, rows } = outcome;
  if (state === 'COMMITTED' || state === 'AWAITING_CONFIRMATION')
    expect([after.runs, after.lastRun]).toEqual([before.runs + 1, `${importId} ${state} ${rows}`]);
  if (state === 'COMMITTED') expect(await countOf(list)).toEqual({ stored: rows, noted: rows });
  else expect(after.digest).toBe(before.digest);
  if (state === 'REJECTED') {
    const problems = imports.rejects.flatMap(({ reasons }) => reasons.map(({ problem }) => problem));
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.filter((problem) => !(problem in ROW_PROBLEMS))).toEqual([]);
  }
  return { end: state, after };
}

test(`of ${FILES} mutated files none is taken in part, and each that is not taken says why`, async () => {
  const tables = new Map(LISTS.map((list) => [list, tableOf(list)]));
  for (const [list, table] of tables) {
    const path = imports.path(`${list.list}.jsonl`);
    const untouched = { format: 'jsonl', encoding: 'utf8', isTabbed: false, hasFormula: false } as const;
    writeFileSync(path, await mutatedFile(table, { ...untouched, table: [], bytes: [] }));
    await imports.take(list, path);
  }
  const ends = new Map<string, number>();
  let standing = await look();
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...LISTS), fileMutations, async (list, mutation) => {
      const path = imports.path(`mutated.${mutation.format}`);
      writeFileSync(path, await mutatedFile(tables.get(list) ?? [], mutation));
      const { end, after } = await endOf(list, path, standing);
      standing = after;
      ends.set(end, (ends.get(end) ?? 0) + 1);
    }),
    { numRuns: FILES, seed: SEED, endOnFailure: true },
  );
  // What the mutations are for: files that are whole, that are damaged, and that would take too much away.
  for (const end of ['COMMITTED', 'REJECTED', 'AWAITING_CONFIRMATION', 'TABLE_DAMAGED', 'FORMULA_FOUND'])
    expect([end, ends.get(end) ?? 0]).not.toEqual([end, 0]);
});

test('a workbook that unpacks to more than memory holds is refused', async () => {
  const path = imports.path('bomb.xlsx');
  writeFileSync(path, zipOf('xl/worksheets/sheet1.xml', Buffer.alloc(300 * 1024 * 1024)));
  expect(await endOf(schoolsList, path, await look())).toMatchObject({ end: 'WORKBOOK_TOO_LARGE' });
});

/** A zip file with one entry, whose headers say that it is small. */
function zipOf(name: string, contents: Buffer): Buffer {
  const packed = deflateRawSync(contents);
  const path = Buffer.from(name);
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt16LE(8, 4);
  facts.writeUInt32LE(crc32(contents), 10);
  facts.writeUInt32LE(packed.length, 14);
  facts.writeUInt32LE(contents.length, 18);
  facts.writeUInt16LE(path.length, 22);
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), facts, path, packed]);
  const central = Buffer.concat([
    Buffer.from('PK\u0001\u0002'),
    Buffer.from([20, 0]),
    facts,
    Buffer.alloc(14),
    path,
  ]);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}
