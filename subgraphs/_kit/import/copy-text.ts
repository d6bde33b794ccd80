export interface CopyColumn {
  readonly property: string;
  readonly isJson: boolean;
}

/** One line of PostgreSQL's COPY text format: the row's properties in the order of the columns. */
export function copyLine(columns: readonly CopyColumn[], row: Readonly<Record<string, unknown>>): string {
  return `${columns.map(({ property, isJson }) => (isJson ? copyJson(row[property]) : copyValue(row[property]))).join('\t')}\n`;
}

function copyJson(value: unknown): string {
  return value === null || value === undefined ? '\\N' : escapeText(JSON.stringify(value));
}

function copyValue(value: unknown): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'string') return escapeText(value);
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) {
    return escapeText(arrayLiteral(value));
  }
  throw new TypeError('Only a JSON column takes an object.');
}

const SPECIAL = /[\\\t\n\r]/;

function escapeText(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text.replace(/\\/g, '\\\\').replace(/\t/g, '\\t').replace(/\n/g, '\\n').replace(/\r/g, '\\r');
}

function arrayLiteral(items: readonly string[]): string {
  return `{${items.map((item) => `"${item.replace(/[\\"]/g, '\\$&')}"`).join(',')}}`;
}
