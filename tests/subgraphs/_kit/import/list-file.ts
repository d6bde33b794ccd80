import { creditCodeOf } from '../../../../county/register-numbers.js';
import type { ColumnMapping } from '../../../../subgraphs/_kit/import/column-mapping.js';
import type { FieldKind } from '../../../../subgraphs/_kit/import/field-kind.js';
import type { ImportedList } from '../../../../subgraphs/_kit/import/import-definition.js';
import {
  certificateNumber,
  countyCode,
  creditCode,
  divisionCode,
  residentIdNumber,
  schoolCode,
  studentStatusNumber,
} from '../../../../subgraphs/_kit/import/number-fields.js';
import {
  date,
  decimal,
  integer,
  month,
  text,
  texts,
} from '../../../../subgraphs/_kit/import/plain-fields.js';
import { academicYear } from '../../../../subgraphs/education/imports/school-fields.js';
import type { TestAgency } from '../../../support/agency.js';
import { syntheticNumber } from './resident-file.js';

/** Cells of a row by field. */
export type ListRow = Readonly<Record<string, string>>;

const birthDateOf = (serial: number) => `2014-03-${String((serial % 28) + 1).padStart(2, '0')}`;
/** Odd, as a boy's; a year apart from those of the residents' file. */
const numberOf = (serial: number) => syntheticNumber(birthDateOf(serial), (serial * 2 + 1) % 1000);
const villageOf = (serial: number) => `5206250010${String(serial).padStart(2, '0')}`;

/** What a kind of field takes; kinds made from another one share its hint. */
const CELLS = new Map<FieldKind<unknown>['hint'], (field: string, serial: number) => string>([
  [text.hint, (field, serial) => `${field}${serial}`],
  [texts.hint, () => '甲；乙'],
  [integer.hint, (_field, serial) => String(serial)],
  [academicYear.hint, (_field, serial) => String(2010 + serial)],
  [decimal.hint, () => '1250.5'],
  [month.hint, () => '2026年9月'],
  [
    date.hint,
    (field, serial) => (field === 'birthDate' ? birthDateOf(serial) : `2025/9/${(serial % 28) + 1}`),
  ],
  [residentIdNumber.hint, (_field, serial) => numberOf(serial)],
  [studentStatusNumber.hint, (_field, serial) => `G${numberOf(serial)}`],
  [certificateNumber.hint, (_field, serial) => `${numberOf(serial)}51`],
  [creditCode.hint, (_field, serial) => creditCodeOf('1', '520625', serial)],
  [divisionCode.hint, (_field, serial) => villageOf(serial)],
  [countyCode.hint, () => '520102'],
  [schoolCode.hint, (_field, serial) => `2152${String(900_000 + serial)}`],
]);

/** Columns of a list that name records of other lists, with numbers that those have. */
export async function referencesOf(
  list: ImportedList,
  agency: TestAgency,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const [field, { entity, namedBy, storedAs }] of Object.entries(list.references)) {
    if (storedAs) continue;
    const { tableName, properties } = agency.orm.getMetadata().get(entity);
    const column = properties[namedBy[0]]?.fieldNames[0] ?? '';
    const [row] = await agency.rows<{ name: string }>(
      `select ${column} as name from ${tableName} order by 1 limit 1`,
    );
    if (row) found.set(field, row.name);
  }
  return found;
}

/** A row that the list takes, made from its own definition; another number, another child or thing. */
export function listRow(
  list: ImportedList,
  serial: number,
  references: ReadonlyMap<string, string>,
): ListRow {
  return Object.fromEntries(
    Object.entries(list.fields).map(([field, kind]) => [
      field,
      references.get(field) ?? cellOf(field, kind, serial),
    ]),
  );
}

function cellOf(field: string, kind: FieldKind<unknown>, serial: number): string {
  // Only the child's own list, where it is the key, gives a number that everybody knows.
  if (field === 'childNumber') return kind.isRequired ? `recordNumber${serial}` : '';
  if (field === 'sex') return '男';
  const [first = ''] = kind.choices ?? [];
  return first || (CELLS.get(kind.hint)?.(field, serial) ?? wordingIn(kind));
}

/** A kind of the agency's own says in its hint what it takes, the first of several or an example. */
function wordingIn({ hint }: FieldKind<unknown>): string {
  return /(\d{4}-\d{4}|\d+)/.exec(hint.zh)?.[1] ?? hint.zh.split(/[、;]/)[0] ?? '';
}

/** The same row with a number that is none, and the field that says so. */
export function withWrongNumber(list: ImportedList, row: ListRow): { row: ListRow; field: string } {
  const candidates = Object.keys(list.fields).filter((field) => isChecked(list, field));
  const checked = candidates.find((field) => !list.key.includes(field)) ?? candidates[0];
  if (checked !== undefined) return { row: { ...row, [checked]: '12A' }, field: checked };
  const untellable = { residentIdNumber: '990625201403150019', childNumber: '', sex: '', birthDate: '' };
  const given = Object.fromEntries(Object.entries(untellable).filter(([field]) => field in row));
  return { row: { ...row, ...given }, field: 'residentIdNumber' };
}

const CHECKED_HINTS: readonly FieldKind<unknown>['hint'][] = [
  schoolCode.hint,
  divisionCode.hint,
  countyCode.hint,
  certificateNumber.hint,
  studentStatusNumber.hint,
  creditCode.hint,
];

function isChecked(list: ImportedList, field: string): boolean {
  const hint = list.fields[field]?.hint;
  return field in list.references || CHECKED_HINTS.some((checked) => checked === hint);
}

export function csvOfRows(rows: readonly ListRow[], { columns }: ColumnMapping): string {
  const fields = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => fields.map((field) => `"${row[field] ?? ''}"`).join(','));
  return [fields.map((field) => columns[field]?.[0] ?? field).join(','), ...lines].join('\r\n');
}
