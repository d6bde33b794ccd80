export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  /** The first cell names the row; numbers are right-aligned. */
  readonly rows: readonly (readonly (string | number)[])[];
}

/** Draws a table in plain text. */
export function renderTable({ title, columns, rows }: Table): string {
  const cells = [columns, ...rows.map((row) => row.map(String))];
  const widths = columns.map((_, index) => Math.max(...cells.map((row) => row[index]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, index) => (index === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[index] ?? 0)))
      .join('   ')
      .trimEnd();
  return [title, ...cells.map(line)].join('\n  ');
}

/** Rounds for reading: whole numbers from 100 on, else three significant digits. */
export function round(value: number): number {
  return Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3));
}
