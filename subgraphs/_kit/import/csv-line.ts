/** By which a spreadsheet knows that a text is UTF-8 and shows Chinese. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** A cell that a spreadsheet would run as a formula gets an apostrophe before it, which the import takes off again. */
export function csvLine(cells: readonly string[]): string {
  const quoted = cells.map(
    (cell) => `"${/^[=+\-@\t\r]/.test(cell) ? "'" : ''}${cell.replaceAll('"', '""')}"`,
  );
  return `${quoted.join(',')}\r\n`;
}
