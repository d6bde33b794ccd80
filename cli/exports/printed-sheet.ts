import type exceljs from 'exceljs';

/** ISO 216 A4 as spreadsheets number it. */
const A4 = 9;
const THIN = { style: 'thin' } as const;
const BORDER = { top: THIN, left: THIN, bottom: THIN, right: THIN };
const SMALL = { name: '宋体', size: 10 };
const TITLE = { name: '黑体', size: 16, bold: true };

type Sheet = exceljs.Worksheet;

/** What stands above and below the lines of a printed form. */
export interface PrintedForm {
  readonly title: string;
  /** Of the data: who made it, as of when. */
  readonly about: readonly string[];
  readonly office: string;
  /** YYYY-MM-DD, of the print. */
  readonly madeOn: string;
}

export const PAGE: Partial<exceljs.PageSetup> = {
  paperSize: A4,
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
};

/** Of the columns, in Latin letters; a form is as wide as all of them. */
type Widths = readonly number[];
type Cells = readonly (string | number)[];

export function addTitle(sheet: Sheet, { title, about }: PrintedForm, widths: Widths): void {
  addBanner(sheet, title, widths, { font: TITLE, horizontal: 'center' });
  addBanner(sheet, about.join('    '), widths, { font: SMALL, horizontal: 'left' });
}

/** Room for whoever signs, as far as the form has it. */
const [LEAST_ROOM, MOST_ROOM] = [3, 16];

export function addSignatures(sheet: Sheet, { office, madeOn }: PrintedForm, widths: Widths): void {
  const parts = [`制表单位：${office}（盖章）`, '填报人：', '审核人：', `制表日期：${madeOn}`];
  const left = sumOf(widths) - widthOf(parts.join(''));
  const room = Math.min(MOST_ROOM, Math.max(LEAST_ROOM, Math.floor(left / parts.length)));
  addBanner(sheet, parts.join(' '.repeat(room)), widths, { font: SMALL, horizontal: 'left' });
}

/** Headings, totals. */
export function addBoldRow(sheet: Sheet, cells: Cells, widths: Widths): void {
  addRow(sheet, cells, widths, { font: { ...SMALL, bold: true }, alignmentOf: () => 'center' });
}

export function addLine(sheet: Sheet, cells: Cells, widths: Widths): void {
  const alignmentOf = (width: number) => (width < TEXT_WIDTH ? 'center' : 'left');
  addRow(sheet, cells, widths, { font: SMALL, alignmentOf });
}

/** Texts of columns that are as wide as this are read from the left; numbers, days and words stand in the middle. */
const TEXT_WIDTH = 14;
/** Points that a line takes, and those above and below the lines of a row, at the size of a line. */
const [LINE_HEIGHT, ROW_MARGIN] = [14, 4];
/** In the widths of a Latin letter: a Chinese character takes two. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0);
}

const sumOf = (widths: Widths) => widths.reduce((sum, width) => sum + width, 0);

function linesOf(text: string, width: number): number {
  return Math.max(1, Math.ceil(widthOf(text) / width));
}

function addBanner(
  sheet: Sheet,
  text: string,
  widths: Widths,
  { font, horizontal }: { readonly font: typeof SMALL; readonly horizontal: 'left' | 'center' },
): void {
  const row = sheet.addRow([text]);
  sheet.mergeCells(row.number, 1, row.number, widths.length);
  const cell = row.getCell(1);
  cell.font = font;
  cell.alignment = { horizontal, vertical: 'middle', wrapText: true };
  const scale = font.size / SMALL.size;
  row.height = scale * (linesOf(text, sumOf(widths) / scale) * LINE_HEIGHT + 2 * ROW_MARGIN);
  row.commit();
}

/** Programs do not make a row higher by themselves when its text needs more than one line. */
function addRow(
  sheet: Sheet,
  cells: Cells,
  widths: Widths,
  {
    font,
    alignmentOf,
  }: {
    readonly font: Partial<exceljs.Font>;
    readonly alignmentOf: (width: number) => 'left' | 'center';
  },
): void {
  const row = sheet.addRow([...cells]);
  const lines = cells.map((cell, index) => linesOf(String(cell), widths[index] ?? Infinity));
  row.height = Math.max(...lines) * LINE_HEIGHT + ROW_MARGIN;
  for (const [index, width] of widths.entries())
    row.getCell(index + 1).style = {
      font,
      border: BORDER,
      alignment: { horizontal: alignmentOf(width), vertical: 'middle', wrapText: true },
    };
  row.commit();
}
