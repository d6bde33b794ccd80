import { createWriteStream } from 'node:fs';
import exceljs from 'exceljs';
import type { LedgerColumn, LedgerForm, LedgerWriter } from './ledger-form.js';
import { addBoldRow, addLine, addSignatures, addTitle, PAGE, type PrintedForm } from './printed-sheet.js';

const HEADING_ROW = 3;
const FOOTER = { oddFooter: '第 &P 页 共 &N 页' };
const SUM_WIDTHS = [20, 54, 20];

/** The printed form: title, date, headings on every page, lines, total, who made and who checked it; totals apart. */
export function createWorkbook<Line>(
  path: string,
  form: LedgerForm,
  columns: readonly LedgerColumn<Line>[],
): LedgerWriter<Line> {
  const printed = printedForm(form);
  const file = createWriteStream(path, { mode: 0o600 });
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream: file, useStyles: true });
  const sheet = workbook.addWorksheet('台账', {
    pageSetup: {
      ...PAGE,
      orientation: 'landscape',
      printTitlesRow: `1:${HEADING_ROW}`,
    },
    headerFooter: FOOTER,
    views: [{ state: 'frozen', ySplit: HEADING_ROW }],
  });
  const widths = columns.map(({ width }) => width);
  sheet.columns = widths.map((width) => ({ width }));
  addTitle(sheet, printed, widths);
  addBoldRow(
    sheet,
    columns.map(({ heading }) => heading),
    widths,
  );
  return {
    line(line) {
      addLine(
        sheet,
        columns.map(({ cell }) => cell(line)),
        widths,
      );
      return Promise.resolve();
    },
    async end({ total, headings, rows, verdict }) {
      const rest = columns.slice(2).map(() => '');
      addBoldRow(sheet, ['合计', total, ...rest], widths);
      addSignatures(sheet, printed, widths);
      sheet.commit();
      const summary = workbook.addWorksheet('核对', {
        pageSetup: { ...PAGE, printTitlesRow: `1:${HEADING_ROW}` },
        headerFooter: FOOTER,
      });
      summary.columns = SUM_WIDTHS.map((width) => ({ width }));
      addTitle(summary, { ...printed, title: `${form.title}核对表` }, SUM_WIDTHS);
      addBoldRow(summary, headings, SUM_WIDTHS);
      for (const row of rows) addLine(summary, row, SUM_WIDTHS);
      addBoldRow(summary, ['核对结果', verdict, ''], SUM_WIDTHS);
      addSignatures(summary, printed, SUM_WIDTHS);
      summary.commit();
      await workbook.commit();
    },
    abandon: () => void file.destroy(),
  };
}

function printedForm({ title, asOf, office, runId, madeOn }: LedgerForm): PrintedForm {
  const about = [
    `编制单位：${office}`,
    `数据截止：${asOf}`,
    ...(runId === null ? [] : [`比对编号：${runId}`]),
  ];
  return { title, about, office, madeOn };
}
