import { writeFileSync } from 'node:fs';
import exceljs from 'exceljs';
import { findList, type ImportableList } from '../../../../cli/imports/importable-lists.js';
import { writeTemplate } from '../../../../cli/imports/list-template.js';
import { reasonOf } from '../../../../subgraphs/_kit/import/reject-reason.js';
import { ROW_PROBLEMS } from '../../../../subgraphs/_kit/import/row-problems.js';
import { agencyNames, loadAgency } from '../../../../subgraphs/index.js';
import { startAgencyImports, type AgencyImports } from './import-harness.js';
import { isWritten, writtenBy } from './written-tables.js';
import { csvOfRows, listRow, referencesOf, withWrongNumber, type ListRow } from './list-file.js';

const ROWS = 6;
/** Filled by commands alone: of a sheet it matters who recorded it and when. */
const RECORDED_HERE: readonly string[] = ['attendance_sheet'];
const IN_NUMBER = 'birthDateInNumber';
/** As the files' numbers begin, of whomever. */
const PLAIN_NUMBER = /990625\d{11}/;

test('what mutations write is read from the code', () => {
  expect([...writtenBy('education')]).toEqual(expect.arrayContaining(['GuardianContactEntity', 'absence']));
});

const agencies = await Promise.all(
  agencyNames
    .filter((name) => name !== 'coordination')
    .map(async (name) => {
      const { lists = [] } = await loadAgency(name);
      return { name, lists: await Promise.all(lists.map(({ list }) => findList(name, list))) };
    }),
);

describe.each(agencies)('$name', ({ name, lists }) => {
  let imports: AgencyImports;
  beforeAll(async () => {
    imports = await startAgencyImports(name);
  });
  afterAll(() => imports?.close());

  test('every table of its registers is filled by one list', async () => {
    const { entities } = await loadAgency(name);
    const tables = entities.map((entity) => imports.agency.orm.getMetadata().get(entity).tableName);
    const imported = tables.filter((table) => !RECORDED_HERE.includes(table));
    expect(lists.map(tableOf).toSorted()).toEqual(imported.toSorted());
  });

  test('a list whose table mutations write says which rows those made', () => {
    const silent = lists.filter(
      ({ list }) => isWritten(list, writtenBy(name)) && !list.recordedBy && !list.recorded,
    );
    expect(silent.map(({ list }) => list.list)).toEqual([]);
  });

  test('every register has one main list', async () => {
    const { registers } = await loadAgency(name);
    const loaded = lists.filter(({ list }) => !list.isSupplement).map(({ list }) => list.register);
    expect(loaded.toSorted()).toEqual(registers.map(({ code }) => code).toSorted());
  });

  const tableOf = ({ list }: ImportableList) => imports.agency.orm.getMetadata().get(list.entity).tableName;
  /** All that the table holds, without the order of its rows. */
  const stored = async (importable: ImportableList) => {
    const rows = await imports.agency.rows<{ row: string }>(
      `select stored::text as row from ${tableOf(importable)} stored order by 1`,
    );
    return rows.map(({ row }) => row);
  };
  const file = (importable: ImportableList, purpose: string, rows: readonly ListRow[]) => {
    const path = imports.path(`${importable.list.list}-${purpose}.csv`);
    writeFileSync(path, csvOfRows(rows, importable.mapping));
    return path;
  };

  describe.each(lists.map((importable) => ({ title: importable.list.list, importable })))(
    '$title',
    ({ importable }) => {
      const { list, mapping } = importable;
      let rows: readonly ListRow[];
      beforeAll(async () => {
        const references = await referencesOf(list, imports.agency);
        rows = Array.from({ length: ROWS }, (_, serial) => listRow(list, serial + 1, references));
      });

      test('has a template with all its official headings', async () => {
        const path = imports.path(`${list.list}.xlsx`);
        await writeTemplate(importable, path);
        const workbook = new exceljs.Workbook();
        await workbook.xlsx.readFile(path);
        const cells = workbook.worksheets[0]?.getRow(1).values as readonly (string | undefined)[];
        expect(cells.slice(1).map((cell) => cell?.replace('*', ''))).toEqual(
          Object.keys(list.fields).map((field) => mapping.columns[field]?.[0]),
        );
      });

      test('a dry run changes nothing, an import stores every row', async () => {
        const before = await stored(importable);
        const path = file(importable, 'first', rows);
        const dry = await imports.take(list, path, { isDryRun: true });
        expect([dry.state, imports.rejects.flatMap(({ reasons }) => reasons)]).toEqual(['DRY_RUN', []]);
        expect(await stored(importable)).toEqual(before);

        expect(await imports.take(list, path)).toMatchObject({ state: 'COMMITTED', added: ROWS, changed: 0 });
        const after = await stored(importable);
        expect(after).toHaveLength(ROWS);
        expect(after.join('\n')).not.toMatch(PLAIN_NUMBER);
      });

      if (IN_NUMBER in list.entity.meta.properties)
        test('a comparison is told the birth date in each number', async () => {
          const column = await imports.agency.rows<{ agrees: boolean | null }>(
            `select birth_date_in_number = birth_date as agrees from ${tableOf(importable)}
             where resident_id_number_sealed is not null`,
          );
          expect(column).toHaveLength(ROWS);
          expect(column.filter(({ agrees }) => agrees !== true)).toEqual([]);
        });

      test('the same rows again change nothing', async () => {
        const before = await stored(importable);
        const again = await imports.take(list, file(importable, 'again', rows.toReversed()));
        expect(again).toMatchObject({ state: 'COMMITTED', added: 0, changed: 0, removed: 0 });
        expect(await stored(importable)).toEqual(before);
      });

      test('a row with a wrong number is rejected and says why in Chinese and English', async () => {
        const before = await stored(importable);
        const [first = {}, ...others] = rows;
        const { row, field } = withWrongNumber(list, first);
        const outcome = await imports.take(list, file(importable, 'wrong', [row, ...others]));
        expect(outcome).toMatchObject({ state: 'REJECTED', rejected: 1 });
        const [rejected] = imports.rejects;
        const [reason] = rejected?.reasons ?? [];
        expect(reason?.field).toBe(field);
        const { zh, en } = ROW_PROBLEMS[reason?.problem ?? 'VALUE_MISSING'];
        expect(rejected && reasonOf(rejected, mapping)).toBe(`${mapping.columns[field]?.[0]}:${zh} (${en})`);
        expect(await stored(importable)).toEqual(before);
      });

      test('additions keep what the file does not name', async () => {
        const before = await stored(importable);
        const references = await referencesOf(list, imports.agency);
        const path = file(importable, 'additions', [listRow(list, ROWS + 1, references)]);
        const outcome = await imports.take(list, path, { isComplete: false });
        expect(outcome).toMatchObject({ state: 'COMMITTED', added: 1, changed: 0, removed: 0 });
        const after = await stored(importable);
        expect(after).toHaveLength(ROWS + 1);
        expect(after).toEqual(expect.arrayContaining(before));
      });

      if (isWritten(list, writtenBy(name)))
        test('a complete file that names no more of them leaves the rows that mutations made', async () => {
          const { agency } = imports;
          const { tableName, properties } = agency.orm.getMetadata().get(list.entity);
          const columnOf = (property = '') => properties[property]?.fieldNames[0] ?? '';
          const before = await stored(importable);
          const few = file(importable, 'few', rows.slice(0, 2));
          const made = list.recordedBy
            ? `${columnOf(list.recordedBy)} = 'somebody'`
            : `${columnOf(list.recorded?.in)} = '{"${columnOf(list.keptBy?.[0])}": {"by": "somebody"}}'`;
          await agency.rows(`update ${tableName} set ${made}`);
          expect(await imports.take(list, few)).toMatchObject({ state: 'COMMITTED', removed: 0 });
          expect(await stored(importable)).toHaveLength(before.length);
          const nobodys = list.recordedBy
            ? `${columnOf(list.recordedBy)} = null`
            : `${columnOf(list.recorded?.in)} = '{}'`;
          await agency.rows(`update ${tableName} set ${nobodys}`);
          const again = file(importable, 'few-again', rows.slice(0, 2).toReversed());
          expect(await imports.take(list, again)).toMatchObject({ state: 'COMMITTED' });
          expect(await stored(importable)).toHaveLength(2);
        });
    },
  );
});
