import fc from 'fast-check';
import exceljs from 'exceljs';
import iconv from 'iconv-lite';

/** A table as it is mutated: headings, then rows of cells. */
export type Cells = readonly (readonly string[])[];

type Mutation<Subject> = (subject: Subject) => Subject;

/** Anywhere alike: by themselves, generated numbers lie at the bounds, which are the headings. */
const place = fc.noBias(fc.integer({ min: 0, max: 9_999 })).map((part) => part / 10_000);
const at = (share: number, length: number) => Math.floor(share * length);

const JUNK = [
  '',
  ' ',
  '=1+1',
  '-1',
  '0000-00-00',
  '0000-01-01',
  '9999-12-31',
  '6.52E+17',
  '1e400',
  '2152900001 ',
  '２１５２９００００１',
  '\u0000',
  '\uFFFD',
  '\u{2CC56}',
  'é'.repeat(501),
  "'; drop table school; --",
  '\\N',
  '"',
  '\t',
];

const junk = fc.oneof(fc.constantFrom(...JUNK), fc.string({ unit: 'binary', maxLength: 12 }));

const setCell = fc.tuple(place, place, junk).map(
  ([row, column, value]): Mutation<Cells> =>
    (cells) =>
      cells.map((line, index) =>
        index === at(row, cells.length)
          ? line.map((cell, other) => (other === at(column, line.length) ? value : cell))
          : line,
      ),
);

const swapColumns = fc.tuple(place, place, fc.boolean()).map(
  ([one, other, isHeadingOnly]): Mutation<Cells> =>
    (cells) =>
      cells.map((line, index) => {
        if (isHeadingOnly && index > 0) return line;
        const [left, right] = [at(one, line.length), at(other, line.length)];
        return line.map((cell, column) =>
          column === left ? (line[right] ?? '') : column === right ? (line[left] ?? '') : cell,
        );
      }),
);

const dropColumn = place.map(
  (share): Mutation<Cells> =>
    (cells) =>
      cells.map((line) => line.toSpliced(at(share, line.length), 1)),
);

const repeatColumn = place.map(
  (share): Mutation<Cells> =>
    (cells) =>
      cells.map((line) => [...line, line[at(share, line.length)] ?? '']),
);

const widenRow = fc.tuple(place, junk).map(
  ([share, value]): Mutation<Cells> =>
    (cells) =>
      cells.map((line, index) => (index === at(share, cells.length) ? [...line, value] : line)),
);

const dropRows = fc
  .tuple(place, place)
  .map(([from, until]): Mutation<Cells> => ([headings = [], ...rows]) => [
    headings,
    ...rows.filter((_line, index) => index < at(from, rows.length) || index > at(until, rows.length)),
  ]);

const repeatRow = place.map((share): Mutation<Cells> => (cells) => [
  ...cells,
  cells[at(share, cells.length)] ?? [],
]);

const turnRows: fc.Arbitrary<Mutation<Cells>> = fc.constant(([headings = [], ...rows]) => [
  headings,
  ...rows.toReversed(),
]);

const tableMutation = fc.oneof(
  { arbitrary: setCell, weight: 6 },
  swapColumns,
  dropColumn,
  repeatColumn,
  widenRow,
  { arbitrary: dropRows, weight: 3 },
  repeatRow,
  turnRows,
);

const cutOff = place.map(
  (share): Mutation<Buffer> =>
    (bytes) =>
      bytes.subarray(0, at(share, bytes.length)),
);

const setBytes = fc
  .tuple(place, fc.uint8Array({ minLength: 1, maxLength: 8 }))
  .map(([share, given]): Mutation<Buffer> => (bytes) => {
    const from = at(share, bytes.length);
    return Buffer.concat([bytes.subarray(0, from), given, bytes.subarray(from + given.length)]);
  });

const takeOutBytes = fc
  .tuple(place, fc.integer({ min: 1, max: 40 }))
  .map(([share, length]): Mutation<Buffer> => (bytes) => {
    const from = at(share, bytes.length);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + length)]);
  });

const repeatBytes = fc
  .tuple(place, fc.integer({ min: 1, max: 200 }))
  .map(([share, length]): Mutation<Buffer> => (bytes) => {
    const from = at(share, bytes.length);
    return Buffer.concat([bytes.subarray(0, from + length), bytes.subarray(from)]);
  });

const byteMutation = fc.oneof(cutOff, setBytes, takeOutBytes, repeatBytes);

const ENCODINGS = ['utf8', 'utf8-bom', 'gb18030', 'utf-16le', 'utf-16be', 'latin1'] as const;

/** What is done to a valid file. */
export interface FileMutation {
  readonly format: 'csv' | 'jsonl' | 'xlsx';
  readonly encoding: (typeof ENCODINGS)[number];
  readonly isTabbed: boolean;
  /** Of a workbook: a cell holds a formula. */
  readonly hasFormula: boolean;
  readonly table: readonly Mutation<Cells>[];
  readonly bytes: readonly Mutation<Buffer>[];
}

export const fileMutations: fc.Arbitrary<FileMutation> = fc.record({
  format: fc.oneof(
    { arbitrary: fc.constant('csv' as const), weight: 6 },
    { arbitrary: fc.constant('jsonl' as const), weight: 2 },
    { arbitrary: fc.constant('xlsx' as const), weight: 1 },
  ),
  encoding: fc.oneof({ arbitrary: fc.constant('utf8' as const), weight: 12 }, fc.constantFrom(...ENCODINGS)),
  isTabbed: fc.boolean(),
  hasFormula: fc.boolean(),
  table: fc.array(tableMutation, { maxLength: 3 }),
  bytes: fc.oneof({ arbitrary: fc.constant([]), weight: 3 }, fc.array(byteMutation, { maxLength: 2 })),
});

export async function mutatedFile(table: Cells, mutation: FileMutation): Promise<Buffer> {
  const cells = mutation.table.reduce((changed, change) => change(changed), table);
  const bytes = await bytesOf(cells, mutation);
  return mutation.bytes.reduce((changed, change) => change(changed), bytes);
}

async function bytesOf(
  cells: Cells,
  { format, encoding, isTabbed, hasFormula }: FileMutation,
): Promise<Buffer> {
  if (format === 'xlsx') return workbookOf(cells, hasFormula);
  const [headings = [], ...rows] = cells;
  const text =
    format === 'csv'
      ? cells.map((line) => line.map(quoted).join(isTabbed ? '\t' : ',')).join('\r\n')
      : rows
          .map((row) => JSON.stringify(Object.fromEntries(headings.map((name, index) => [name, row[index]]))))
          .join('\n');
  return encoding === 'utf8-bom'
    ? iconv.encode(text, 'utf8', { addBOM: true })
    : iconv.encode(text, encoding, { addBOM: encoding.startsWith('utf-16') });
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

async function workbookOf(cells: Cells, hasFormula: boolean): Promise<Buffer> {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet('1');
  for (const line of cells) sheet.addRow([...line]);
  if (hasFormula) sheet.getCell(2, 2).value = { formula: 'A1', result: '1' };
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
