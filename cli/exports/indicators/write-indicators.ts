import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import exceljs from 'exceljs';
import { BYTE_ORDER_MARK, csvLine } from '../../../subgraphs/_kit/import/csv-line.js';
import type { LedgerFormat } from '../ledger-form.js';
import { addBoldRow, addLine, addSignatures, addTitle, PAGE, type PrintedForm } from '../printed-sheet.js';
import type { AnsweredReport } from './ask-indicators.js';
import { FIGURE_COLUMNS, figureOf, figureOfGroup } from './indicator-form.js';
import { momentInShanghai, sourceRegisters, type SourceRegister } from './source-registers.js';

const OFFICE = '控辍保学工作领导小组办公室';
const HEADING_ROW = 3;
const SOURCE_COLUMNS = [
  { heading: '部门', width: 20 },
  { heading: '名册', width: 32 },
  { heading: '状态', width: 10 },
  { heading: '版本', width: 8 },
  { heading: '数据截止时间', width: 38 },
];

/** @param madeOn YYYY-MM-DD @returns how many figures were written */
export async function writeIndicators(
  path: string,
  format: LedgerFormat,
  report: AnsweredReport,
  madeOn: string,
): Promise<number> {
  const { indicators, groups } = report;
  const figures = [
    ...indicators.map((indicator, index) => figureOf(indicator, index + 1)),
    ...groups.map((group, index) => figureOfGroup(group, indicators.length + index + 1)),
  ];
  const written = { report, figures, sources: await sourceRegisters(report), madeOn };
  await (format === 'xlsx' ? writeWorkbook : writeTable)(path, written);
  return figures.length;
}

interface Written {
  readonly report: AnsweredReport;
  readonly figures: readonly ReturnType<typeof figureOf>[];
  readonly sources: readonly SourceRegister[];
  readonly madeOn: string;
}

/** Lines alone, so that any program reads it: each says where, as of when and from what. */
async function writeTable(path: string, { report, figures, sources }: Written): Promise<void> {
  const { division, school, asOf, registerAsOf } = report;
  const where = [division.code, division.name ?? '', school?.code ?? '', school?.name ?? '', asOf];
  const cutOff = registerAsOf === null ? '' : momentInShanghai(registerAsOf);
  const headings = [
    ...['区划代码', '区划名称', '学校标识码', '学校名称', '统计日期', '数据截止时间'],
    ...FIGURE_COLUMNS.map(({ heading }) => heading),
    '数据来源',
  ];
  const file = createWriteStream(path, { mode: 0o600, flags: 'wx' });
  file.write(`${BYTE_ORDER_MARK}${csvLine(headings)}`);
  for (const { cells, isFromStatistics } of figures) {
    const behind = sources.filter(
      ({ agency, register }) => (`${agency}.${register}` === STATISTICS) === isFromStatistics,
    );
    const said = behind.map(({ title, ...source }) => `${title}：${stateOf(source)}`).join('；');
    file.write(csvLine([...where, cutOff, ...cells.map(String), said]));
  }
  file.end();
  await finished(file);
}

const STATISTICS = 'education.SCHOOL_STATISTICS';

function stateOf({ loaded }: Pick<SourceRegister, 'loaded'>): string {
  return loaded ? `已导入，版本${loaded.version}，截止${momentInShanghai(loaded.asOf)}` : '未导入';
}

/** The printed form, and the registers behind it on a second sheet. */
async function writeWorkbook(path: string, { report, figures, sources, madeOn }: Written): Promise<void> {
  const { division, school, asOf, registerAsOf } = report;
  const form: PrintedForm = {
    title: `${school?.name ?? division.name ?? division.code}控辍保学监测指标`,
    about: [
      `编制单位：${OFFICE}`,
      `统计日期：${asOf}`,
      `数据截止：${registerAsOf === null ? '台账未生成' : momentInShanghai(registerAsOf)}`,
    ],
    office: OFFICE,
    madeOn,
  };
  const file = createWriteStream(path, { mode: 0o600, flags: 'wx' });
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream: file, useStyles: true });
  addSheet(
    workbook,
    { name: '指标', orientation: 'landscape', columns: FIGURE_COLUMNS, form },
    figures.map(({ cells }) => cells),
  );
  addSheet(
    workbook,
    {
      name: '数据来源',
      orientation: 'portrait',
      columns: SOURCE_COLUMNS,
      form: { ...form, title: `${form.title}数据来源` },
    },
    sources.map(({ agencyTitle, title, loaded }) => [
      agencyTitle,
      title,
      loaded ? '已导入' : '未导入',
      loaded?.version ?? '',
      loaded ? momentInShanghai(loaded.asOf) : '',
    ]),
  );
  await workbook.commit();
}

function addSheet(
  workbook: exceljs.stream.xlsx.WorkbookWriter,
  {
    name,
    orientation,
    columns,
    form,
  }: {
    readonly name: string;
    readonly orientation: 'landscape' | 'portrait';
    readonly columns: readonly { readonly heading: string; readonly width: number }[];
    readonly form: PrintedForm;
  },
  lines: readonly (readonly (string | number)[])[],
): void {
  const sheet = workbook.addWorksheet(name, {
    pageSetup: { ...PAGE, orientation, printTitlesRow: `1:${HEADING_ROW}` },
    headerFooter: { oddFooter: '第 &P 页 共 &N 页' },
    views: [{ state: 'frozen', ySplit: HEADING_ROW }],
  });
  const widths = columns.map(({ width }) => width);
  sheet.columns = widths.map((width) => ({ width }));
  addTitle(sheet, form, widths);
  addBoldRow(
    sheet,
    columns.map(({ heading }) => heading),
    widths,
  );
  for (const line of lines) addLine(sheet, line, widths);
  addSignatures(sheet, form, widths);
  sheet.commit();
}
