import type exceljs from 'exceljs';

/** ISO 216 A4 as spreadsheets number it. */
const A4 = 9;
const THIN = { style: 'thin' } as const;
const BORDER = { top: THIN, left: THIN, bottom: THIN, right: THIN };
const SMALL = { name: '宋体', size: 9 };

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

export function addTitle(sheet: Sheet, { title, about }: PrintedForm, columns: number): void {
  addBanner(sheet, title, columns, { name: '黑体', size: 16, bold: true }, 'center');
  addBanner(sheet, about.join('    '), columns, SMALL, 'left');
}

export function addSignatures(sheet: Sheet, { office, madeOn }: PrintedForm, columns: number): void {
  const line = [`制表单位：${office}（盖章）`, '填报人：', '审核人：', `制表日期：${madeOn}`];
  addBanner(sheet, line.join('            '), columns, SMALL, 'left');
}

/** Headings, totals. */
export function addBoldRow(sheet: Sheet, cells: readonly (string | number)[]): void {
  addRow(sheet, cells, { font: { ...SMALL, bold: true }, border: BORDER });
}

/** @param widths of the columns, for a line whose text may need more than one: LibreOffice does not make it higher itself */
export function addLine(
  sheet: Sheet,
  cells: readonly (string | number)[],
  widths: readonly number[] = [],
): void {
  const needed = cells.map((cell, index) => Math.ceil(widthOf(String(cell)) / (widths[index] ?? Infinity)));
  addRow(sheet, cells, { font: SMALL, border: BORDER }, Math.max(1, ...needed));
}

/** In the widths of a Latin letter: a Chinese character takes two. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0);
}

const LINE_HEIGHT = 13;

function addBanner(
  sheet: Sheet,
  text: string,
  columns: number,
  font: Partial<exceljs.Font>,
  horizontal: 'left' | 'center',
): void {
  const row = sheet.addRow([text]);
  sheet.mergeCells(row.number, 1, row.number, columns);
  const cell = row.getCell(1);
  cell.font = font;
  cell.alignment = { horizontal, vertical: 'middle', wrapText: true };
  row.height = font.size === SMALL.size ? 20 : 30;
  row.commit();
}

function addRow(
  sheet: Sheet,
  cells: readonly (string | number)[],
  { font, border }: Pick<Partial<exceljs.Style>, 'font' | 'border'>,
  lines = 1,
): void {
  const row = sheet.addRow([...cells]);
  if (lines > 1) row.height = lines * LINE_HEIGHT;
  for (let column = 1; column <= cells.length; column += 1) {
    const cell = row.getCell(column);
    cell.style = { font, border, alignment: { vertical: 'middle', wrapText: true } };
  }
  row.commit();
}
