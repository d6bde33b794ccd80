/** Why a whole file is not taken. Nothing of it is stored. */
export const FILE_PROBLEMS = {
  FORMAT_UNKNOWN: {
    en: 'Only .csv, .xlsx and .jsonl files can be imported.',
    zh: '只能导入 .csv、.xlsx、.jsonl 文件。',
  },
  ENCODING_UNREADABLE: {
    en: 'The text is neither UTF-8 nor GB18030. Save it again as "CSV UTF-8".',
    zh: '文件编码既不是 UTF-8 也不是 GB18030，请另存为“CSV UTF-8”。',
  },
  TABLE_DAMAGED: {
    en: 'The table breaks off or its rows do not have the columns of its first line.',
    zh: '表格不完整，或数据行与表头列数不一致。',
  },
  WORKBOOK_UNREADABLE: { en: 'The workbook cannot be opened.', zh: '无法打开该工作簿。' },
  WORKBOOK_TOO_LARGE: {
    en: 'The workbook unpacks to more than may be imported; more than 100,000 rows go as CSV.',
    zh: '工作簿解压后超过上限；超过10万行请使用CSV。',
  },
  FORMULA_FOUND: {
    en: 'A cell holds a formula. Copy the sheet and paste it as values.',
    zh: '单元格含公式，请复制后“粘贴为数值”。',
  },
  COLUMN_REPEATED: { en: 'Two columns mean the same.', zh: '两列含义重复。' },
  COLUMN_UNKNOWN: {
    en: 'A column is on no list of headings. Name it in a mapping (--mapping) or leave it out.',
    zh: '存在无法识别的表头，请在映射文件中说明或删除该列。',
  },
  COLUMN_MISSING: { en: 'A column that every row needs is missing.', zh: '缺少必需的列。' },
  NOTHING_TO_CONFIRM: {
    en: 'No import of this list waits under that id: it was confirmed, or the list was imported again since.',
    zh: '没有以该编号待复核的导入：可能已复核，或该名单此后又重新导入。',
  },
  OTHER_FILE_WAITS: {
    en: 'The import that waits is of another file, or of one given in another way (--additions).',
    zh: '待复核的导入不是同一文件，或导入方式（--additions）不同。',
  },
  SAME_PERSON: {
    en: 'Whoever imported it cannot confirm it: a second person has to.',
    zh: '导入人不能自行复核，须由第二人复核确认。',
  },
  NO_ROWS: { en: 'The file has no rows below its headings.', zh: '表头之下没有数据。' },
} as const;
export type FileProblem = keyof typeof FILE_PROBLEMS;

/** @param where line or heading; never a value of a row */
export class ImportFileError extends Error {
  readonly problem: FileProblem;
  readonly where: string;

  constructor(problem: FileProblem, where = '', options?: ErrorOptions) {
    const { en, zh } = FILE_PROBLEMS[problem];
    super(`${problem}: ${where ? `${where}: ` : ''}${en} ${zh}`, options);
    this.problem = problem;
    this.where = where;
  }
}
