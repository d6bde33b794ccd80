import { createWriteStream } from 'node:fs';
import exceljs from 'exceljs';
import type { LedgerColumn, LedgerForm, LedgerWriter } from './ledger-form.js';

/** ISO 216 A4 as spreadsheets number it. */
const A4 = 9;
const HEADING_ROW = 3;
const THIN = { style: 'thin' } as const;
const BORDER = { top: THIN, left: THIN, bottom: THIN, right: THIN };
const SMALL = { name: '宋体', size: 9 };

type Sheet = exceljs.Worksheet;

/** The printed form: title, date, headings on every page, lines, total, who made and who checked it; totals apart. */
export function createWorkbook<Line>(
  path: string,
  form: LedgerForm,
  columns: readonly LedgerColumn<Line>[],
): LedgerWriter<Line> {
  const file = createWriteStream(path, { mode: 0o600 });
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream: file, useStyles: true });
  const sheet = workbook.addWorksheet('台账', {
    pageSetup: {
      ...PAGE,
      orientation: 'landscape',
      printTitlesRow: `1:${HEADING_ROW}`,
    },
    headerFooter: { oddFooter: '第 &P 页 共 &N 页' },
    views: [{ state: 'frozen', ySplit: HEADING_ROW }],
  });
  sheet.columns = columns.map(({ width }) => ({ width }));
  addTitle(sheet, form, columns.length);
  addRow(
    sheet,
    columns.map(({ heading }) => heading),
    { font: { ...SMALL, bold: true }, border: BORDER },
  );
  return {
    line(line) {
      addRow(
        sheet,
        columns.map(({ cell }) => cell(line)),
        { font: SMALL, border: BORDER },
      );
      return Promise.resolve();
    },
    async end({ total, headings, rows, verdict }) {
      const rest = columns.slice(2).map(() => '');
      addRow(sheet, ['合计', total, ...rest], { font: { ...SMALL, bold: true }, border: BORDER });
      addSignatures(sheet, form, columns.length);
      sheet.commit();
      const summary = workbook.addWorksheet('核对', { pageSetup: PAGE });
      summary.columns = [{ width: 16 }, { width: 36 }, { width: 12 }];
      addTitle(summary, { ...form, title: `${form.title}核对表` }, 3);
      addRow(summary, headings, { font: { ...SMALL, bold: true }, border: BORDER });
      for (const row of rows) addRow(summary, row, { font: SMALL, border: BORDER });
      addRow(summary, ['核对结果', verdict, ''], {
        font: { ...SMALL, bold: true },
        border: BORDER,
      });
      addSignatures(summary, form, 3);
      summary.commit();
      await workbook.commit();
    },
    abandon: () => void file.destroy(),
  };
}

const PAGE: Partial<exceljs.PageSetup> = {
  paperSize: A4,
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
};

function addTitle(sheet: Sheet, { title, asOf, office, runId }: LedgerForm, columns: number): void {
  addBanner(sheet, title, columns, { name: '黑体', size: 16, bold: true }, 'center');
  const about = [
    `编制单位：${office}`,
    `数据截止：${asOf}`,
    ...(runId === null ? [] : [`比对编号：${runId}`]),
  ];
  addBanner(sheet, about.join('    '), columns, SMALL, 'left');
}

function addSignatures(sheet: Sheet, { office, madeOn }: LedgerForm, columns: number): void {
  const line = [`制表单位：${office}（盖章）`, '填报人：', '审核人：', `制表日期：${madeOn}`];
  addBanner(sheet, line.join('            '), columns, SMALL, 'left');
}

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
): void {
  const row = sheet.addRow([...cells]);
  for (let column = 1; column <= cells.length; column += 1) {
    const cell = row.getCell(column);
    cell.style = { font, border, alignment: { vertical: 'middle', wrapText: true } };
  }
  row.commit();
}
