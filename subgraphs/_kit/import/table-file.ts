/** A row as it stands in a file. */
export interface TableRow {
  /** Line, row of the sheet or object of the file, counted from 1 with the headings. */
  readonly line: number;
  /** In the order of the headings; '' for an empty cell. */
  readonly cells: readonly string[];
}

/** A file that can be imported, opened: its headings, then its rows one by one. */
export interface TableFile {
  readonly headings: readonly string[];
  readonly rows: AsyncIterable<TableRow>;
}

export const FILE_FORMATS = ['csv', 'xlsx', 'jsonl'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];
