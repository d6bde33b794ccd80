import type { Term } from '../schema/label.js';
import type { RowProblem, RowWarning } from './row-problems.js';

/** A cell as it is understood: its value, or why it is none. */
export type Parsed<Value> =
  { readonly value: Value; readonly warning?: RowWarning } | { readonly problem: RowProblem };

/** How the cells of a column are read. */
export interface FieldKind<Value> {
  readonly isRequired: boolean;
  /** @param text trimmed, never empty */
  readonly parse: (text: string) => Parsed<Value>;
  /** What an office writes into the column. */
  readonly hint: Term;
  /** Chinese wording of the only values that are taken. */
  readonly choices?: readonly string[];
  /** Tells who somebody is or where: a key that has it in it is kept as a digest. */
  readonly isPersonal?: boolean;
}

export type FieldKinds = Readonly<Record<string, FieldKind<unknown>>>;

/** Values of one row. */
export type FieldValues<Fields extends FieldKinds> = {
  readonly [Name in keyof Fields]: Fields[Name] extends FieldKind<infer Value> ? Value : never;
};

/** The same column where it may be left empty. */
export function optional<Value>(kind: FieldKind<Value>): FieldKind<Value | null> {
  return { ...kind, isRequired: false };
}

export function personal<Value>(kind: FieldKind<Value>): FieldKind<Value> {
  return { ...kind, isPersonal: true };
}

const APOSTROPHES = /^['\u2018\u2019]+/u;

/** Takes off what spreadsheets put around a text: spaces, and the apostrophe that keeps digits from becoming a number. */
export function trimCell(cell: string): string {
  return cell.trim().replace(APOSTROPHES, '').trimStart();
}

export function parseCell(kind: FieldKind<unknown>, cell: string): Parsed<unknown> {
  const text = trimCell(cell);
  if (text === '') return kind.isRequired ? { problem: 'VALUE_MISSING' } : { value: null };
  return kind.parse(text);
}
