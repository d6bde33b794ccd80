import { createWriteStream } from 'node:fs';
import exceljs from 'exceljs';
import { addBoldRow, addLine, addSignatures, addTitle, PAGE, type PrintedForm } from './printed-sheet.js';
import { LEDGER_COLUMNS, reconciledInWords, type LedgerForm, type LedgerWriter } from './ledger-form.js';

const HEADING_ROW = 3;

/** The printed form: title, date, headings on every page, lines, total, who made and who checked it; totals apart. */
export function createWorkbook(path: string, form: LedgerForm): LedgerWriter {
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
  sheet.columns = LEDGER_COLUMNS.map(({ width }) => ({ width }));
  addTitle(sheet, printed, LEDGER_COLUMNS.length);
  addBoldRow(
    sheet,
    LEDGER_COLUMNS.map(({ heading }) => heading),
  );
  let lines = 0;
  return {
    line(cells) {
      addLine(sheet, cells);
      lines += 1;
      return Promise.resolve();
    },
    async end(account, totals) {
      const rest = LEDGER_COLUMNS.slice(3).map(() => '');
      addBoldRow(sheet, ['合计', `${lines} 人`, '', ...rest]);
      addSignatures(sheet, printed, LEDGER_COLUMNS.length);
      sheet.commit();
      const summary = workbook.addWorksheet('核对', { pageSetup: PAGE });
      summary.columns = [{ width: 16 }, { width: 36 }, { width: 12 }];
      addTitle(summary, { ...printed, title: `${form.title}核对表` }, 3);
      addBoldRow(summary, ['分类', '去向', '人数']);
      for (const total of totals) addLine(summary, total);
      addBoldRow(summary, ['核对结果', reconciledInWords(account), '']);
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
