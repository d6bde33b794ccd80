import {
  birthDateOfResidentIdNumber,
  isResidentIdNumber,
  sexOfResidentIdNumber,
} from '../identity/resident-id-number.js';
import { parseCell } from './field-kind.js';
import {
  isProblem,
  type ImportedList,
  type ImportedChild,
  type ImportTools,
  type ParsedValues,
  type UnderstoodRow,
} from './import-definition.js';
import type { RowProblem, RowWarning } from './row-problems.js';
import type { TableRow } from './table-file.js';

export interface ReadRow extends TableRow {
  readonly sourceKey: string;
  readonly values: ParsedValues;
  readonly understood: UnderstoodRow;
  readonly warnings: readonly RowWarning[];
}

export interface RejectedRow extends TableRow {
  readonly reasons: readonly { readonly field: string; readonly problem: RowProblem }[];
  /** Null when the fields that name the row cannot be read. */
  readonly sourceKey: string | null;
}

export interface RowReader {
  readonly list: ImportedList;
  readonly fieldOfColumn: readonly (string | null)[];
  readonly tools: ImportTools;
  /** YYYY-MM-DD on which the list was drawn. */
  readonly asOf: string;
}

/** @returns the row as the list understands it, or why it cannot be taken. */
export function readRow(row: TableRow, reader: RowReader): ReadRow | RejectedRow {
  const { list, fieldOfColumn, asOf } = reader;
  const values: Record<string, unknown> = Object.fromEntries(
    Object.keys(list.fields).map((name) => [name, null]),
  );
  const reasons: { field: string; problem: RowProblem }[] = [];
  const warnings: RowWarning[] = [];
  fieldOfColumn.forEach((field, index) => {
    const kind = field === null ? undefined : list.fields[field];
    if (field === null || !kind) return;
    const parsed = parseCell(kind, row.cells[index] ?? '');
    if ('problem' in parsed) reasons.push({ field, problem: parsed.problem });
    else {
      values[field] = parsed.value;
      if (parsed.warning) warnings.push(parsed.warning);
    }
  });
  const isNamed = !reasons.some(({ field }) => list.key.includes(field));
  const sourceKey = isNamed ? keyOf(values, reader) : null;
  if (reasons.length > 0 || sourceKey === null) return { ...row, reasons, sourceKey };
  const understood = list.understand(values, asOf);
  if (isProblem(understood)) return { ...row, reasons: [understood], sourceKey };
  return {
    ...row,
    sourceKey,
    values,
    understood,
    warnings: [
      ...warnings,
      ...understood.warnings,
      ...(understood.child === null ? [] : warningsAbout(understood.child)),
    ],
  };
}

/** Parts of a key that is no digest; as the database joins the columns that hold it. */
export const KEY_SEPARATOR = '|';

function keyOf(values: ParsedValues, { list, tools }: RowReader): string {
  const key = list.key.map((field) => textOf(values[field])).join(KEY_SEPARATOR);
  return list.key.some((field) => list.fields[field]?.isPersonal) ? tools.opaqueKey(list.keyKind, key) : key;
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** What a valid number says of its bearer, against what else is recorded. */
function warningsAbout({ residentIdNumber, birthDate, sex }: ImportedChild): RowWarning[] {
  if (residentIdNumber === null) return ['NUMBER_MISSING'];
  if (!isResidentIdNumber(residentIdNumber)) return [];
  const isAsStated =
    (birthDate === null || birthDateOfResidentIdNumber(residentIdNumber) === birthDate) &&
    (sex === null || sexOfResidentIdNumber(residentIdNumber) === sex);
  return isAsStated ? [] : ['NUMBER_DISAGREES'];
}
