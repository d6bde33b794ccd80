import { createWriteStream } from 'node:fs';
import exceljs from 'exceljs';
import type { LedgerColumn, LedgerForm, LedgerWriter } from './ledger-form.js';
import { addBoldRow, addLine, addSignatures, addTitle, PAGE, type PrintedForm } from './printed-sheet.js';

const HEADING_ROW = 3;

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
    headerFooter: { oddFooter: '第 &P 页 共 &N 页' },
    views: [{ state: 'frozen', ySplit: HEADING_ROW }],
  });
  sheet.columns = columns.map(({ width }) => ({ width }));
  addTitle(sheet, printed, columns.length);
  addBoldRow(
    sheet,
    columns.map(({ heading }) => heading),
  );
  return {
    line(line) {
      addLine(
        sheet,
        columns.map(({ cell }) => cell(line)),
      );
      return Promise.resolve();
    },
    async end({ total, headings, rows, verdict }) {
      const rest = columns.slice(2).map(() => '');
      addBoldRow(sheet, ['合计', total, ...rest]);
      addSignatures(sheet, printed, columns.length);
      sheet.commit();
      const summary = workbook.addWorksheet('核对', { pageSetup: PAGE });
      summary.columns = [{ width: 16 }, { width: 36 }, { width: 12 }];
      addTitle(summary, { ...printed, title: `${form.title}核对表` }, 3);
      addBoldRow(summary, headings);
      for (const row of rows) addLine(summary, row);
      addBoldRow(summary, ['核对结果', verdict, '']);
      addSignatures(summary, printed, 3);
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
