import { birthDateOfResidentIdNumber, isResidentIdNumber } from '../identity/resident-id-number.js';
import { parseCell } from './field-kind.js';
import type { AnyListDefinition, ImportedPerson } from './import-definition.js';
import type { RowProblem, RowWarning } from './row-problems.js';
import type { TableRow } from './table-file.js';

export interface ReadRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly sourceKey: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly person: ImportedPerson;
  readonly warnings: readonly RowWarning[];
}

export interface RejectedRow extends TableRow {
  readonly reasons: readonly { readonly field: string; readonly problem: RowProblem }[];
  /** Null when the row's own number cannot be read. */
  readonly sourceKey: string | null;
}

/** @returns the row as the list understands it, or why it cannot be taken. */
export function readRow(
  row: TableRow,
  fieldOfColumn: readonly (string | null)[],
  list: AnyListDefinition,
): ReadRow | RejectedRow {
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
  const recordNumber = values[list.recordNumber];
  const sourceKey = typeof recordNumber === 'string' ? recordNumber : null;
  if (reasons.length > 0 || sourceKey === null) return { ...row, reasons, sourceKey };
  const person = list.personOf(values as never);
  return { ...row, sourceKey, values, person, warnings: [...warnings, ...warningsAbout(person)] };
}

/** What a valid number says of its bearer (GB 11643-1999): birth date, and sex by whether the 17th digit is odd. */
function warningsAbout({ residentIdNumber, birthDate, sex }: ImportedPerson): RowWarning[] {
  if (residentIdNumber === null) return ['NUMBER_MISSING'];
  if (!isResidentIdNumber(residentIdNumber)) return [];
  const stated = Number(residentIdNumber[16]) % 2 === 1 ? 'MALE' : 'FEMALE';
  return birthDateOfResidentIdNumber(residentIdNumber) === birthDate && stated === sex
    ? []
    : ['NUMBER_DISAGREES'];
}
