import type { EntitySchema } from '@mikro-orm/postgresql';
import type { Term } from '../schema/label.js';
import type { ScopeKind } from '../student/student-scope.entity.js';
import type { FieldKinds, FieldValues } from './field-kind.js';
import type { RowProblem, RowWarning } from './row-problems.js';

/** Whom a row is about, as recorded. */
export interface ImportedChild {
  /** The agency's own number of the child, by which its other lists name the child too. */
  readonly childNumber: string | null;
  /** One that is none gives the child a provisional id. */
  readonly residentIdNumber: string | null;
  readonly name: string;
  readonly sex: string | null;
  /** YYYY-MM-DD. */
  readonly birthDate: string | null;
}

/** A row whose child cannot be told well enough. */
export interface ChildProblem {
  readonly field: string;
  readonly problem: RowProblem;
}

export interface ImportTools {
  /** Opaque id from a raw number; null when there is none, or none that is valid. */
  idOfNumber(residentIdNumber: string | null): string | null;
  /** Opaque key of something that is not a child, from the agency's own number of it. */
  opaqueKey(kind: string, key: string): string;
  /** Seals a value for a column (`table.column`). */
  seal(plain: string, column: string): string;
}

export interface RowTools extends ImportTools {
  /** Key of the row in its list. */
  readonly rowKey: string;
  /** The agency's own key of the child that the row is about, from which a provisional id derives. */
  readonly childKey: string;
}

/** Where a row says that a child belongs. */
export interface LocalScope {
  readonly kind: ScopeKind;
  readonly code: string;
}

/** A record of another list that a row names; a row whose record is not there is rejected. */
export interface RecordReference {
  readonly entity: EntitySchema;
  /** Properties by which a row may name the record, first of all the one that is stored. */
  readonly namedBy: readonly [string, ...string[]];
  /** How the number in the file is stored; as it stands by default. */
  readonly storedAs?: (written: string, tools: ImportTools) => string;
}

/** Columns by which a table that mutations fill too keeps what they recorded. */
export interface RecordedColumns<Row> {
  /** What mutations have filled, by the name of the column (`RecordedFacts`). */
  readonly in: keyof Row & string;
  /** Version of a row, which counts on when a file changes it. */
  readonly version?: keyof Row & string;
}

type ImportedColumns<Row> = Omit<Row, 'id' | 'studentId'>;

interface ListFrame<Row, Fields extends FieldKinds> {
  /** As on the command line. */
  readonly list: string;
  readonly title: Term;
  /** Register to which it belongs. */
  readonly register: string;
  /** It adds to a register whose main list is another one: by itself it does not make the register loaded. */
  readonly isSupplement?: true;
  readonly entity: EntitySchema<Row>;
  readonly fields: Fields;
  /** Fields that together name a row for good: the register's own number of it, or what a clerk tells it by. */
  readonly key: readonly (keyof Fields & string)[];
  /** Kind of the opaque key, where a key of personal fields has to equal a column; the list by default. */
  readonly keyKind?: string;
  /** Columns that hold the key; without any, the import itself keeps which stored row is which of the file. */
  readonly keptBy?: readonly (keyof Row & string)[];
  /**
   * Where mutations fill the table too: a row that one of them has made stays though a complete file does not name it,
   * and a column that one has filled stays where the file leaves it open. For lists whose rows hold their key.
   */
  readonly recorded?: RecordedColumns<Row>;
  /**
   * Column with the subject of whoever made a row by a mutation, null in those that files made: such a row stays though
   * a complete file does not name it.
   */
  readonly recordedBy?: keyof Row & string;
  /**
   * Columns that tell one fact about a child from another, so that a file's row and what a mutation recorded are one:
   * by default what the key has beside the child. To be named where the key is the register's own number.
   */
  readonly fact?: readonly (keyof Row & string)[];
  readonly references?: { readonly [Name in keyof Fields]?: RecordReference };
}

/** A list that an agency takes from its own system, row by row, into one table; its rows are about no child. */
export interface ListDefinition<Row, Fields extends FieldKinds> extends ListFrame<Row, Fields> {
  readonly rowOf: (values: FieldValues<Fields>, tools: RowTools) => ImportedColumns<Row>;
}

/** A list whose rows are about a child; `null` for one that is about somebody else. */
export interface ChildListDefinition<
  Row,
  Fields extends FieldKinds,
  Child extends ImportedChild | null,
> extends ListFrame<Row, Fields> {
  /** Tables that know the agency's children by their numbers, as `sourceKey`; a row goes where the child's own stands. */
  readonly people?: readonly EntitySchema[];
  /** @param asOf day on which the list was drawn */
  readonly childOf: (values: FieldValues<Fields>, asOf: string) => Child | ChildProblem;
  readonly scopesOf?: (values: FieldValues<Fields>, asOf: string) => readonly LocalScope[];
  readonly warningsOf?: (values: FieldValues<Fields>) => readonly RowWarning[];
  readonly rowOf: (values: FieldValues<Fields>, tools: RowTools, child: Child) => ImportedColumns<Row>;
}

export type ParsedValues = Readonly<Record<string, unknown>>;

/** A row as its list understands it. */
export interface UnderstoodRow {
  readonly child: ImportedChild | null;
  readonly scopes: readonly LocalScope[];
  readonly warnings: readonly RowWarning[];
  /** @param stored what the references are stored as, by field */
  columns(stored: Readonly<Record<string, string>>, tools: RowTools): object;
}

/** A list as the kit handles it, whatever its columns. */
export interface ImportedList {
  readonly list: string;
  readonly title: Term;
  readonly register: string;
  readonly isSupplement: boolean;
  readonly entity: EntitySchema;
  readonly fields: FieldKinds;
  readonly key: readonly string[];
  readonly keyKind: string;
  readonly keptBy: readonly string[] | null;
  readonly recorded: { readonly in: string; readonly version?: string } | null;
  readonly recordedBy: string | null;
  readonly fact: readonly string[] | null;
  readonly references: Readonly<Record<string, RecordReference>>;
  readonly people: readonly EntitySchema[];
  /** @param values one for each field, as its kind has read it */
  understand(values: ParsedValues, asOf: string): UnderstoodRow | ChildProblem;
}

export function defineList<Row, Fields extends FieldKinds>(
  definition: ListDefinition<Row, Fields>,
): ImportedList {
  return {
    ...frameOf(definition),
    people: [],
    understand: (parsed) => ({
      child: null,
      scopes: [],
      warnings: [],
      columns: (stored, tools) => definition.rowOf(valuesOf<Fields>({ ...parsed, ...stored }), tools),
    }),
  };
}

export function defineChildList<Row, Fields extends FieldKinds, Child extends ImportedChild | null>(
  definition: ChildListDefinition<Row, Fields, Child>,
): ImportedList {
  const { childOf, scopesOf, warningsOf, rowOf, people = [] } = definition;
  return {
    ...frameOf(definition),
    people,
    understand(parsed, asOf) {
      const values = valuesOf<Fields>(parsed);
      const child = childOf(values, asOf);
      if (isProblem(child)) return child;
      return {
        child,
        scopes: child === null ? [] : (scopesOf?.(values, asOf) ?? []),
        warnings: warningsOf?.(values) ?? [],
        columns: (stored, tools) => rowOf(valuesOf<Fields>({ ...parsed, ...stored }), tools, child),
      };
    },
  };
}

function frameOf<Row, Fields extends FieldKinds>(
  definition: ListFrame<Row, Fields>,
): Omit<ImportedList, 'people' | 'understand'> {
  const { list, title, register, isSupplement = false, entity, fields } = definition;
  const { key, keyKind = list, keptBy = null, recorded = null, recordedBy = null, fact = null } = definition;
  const references: Record<string, RecordReference> = {};
  for (const [field, reference] of Object.entries<RecordReference | undefined>(definition.references ?? {}))
    if (reference) references[field] = reference;
  return {
    list,
    title,
    register,
    isSupplement,
    entity,
    fields,
    key,
    keyKind,
    keptBy,
    recorded,
    recordedBy,
    fact,
    references,
  };
}

/** Each value was made by the kind of its field, which the compiler cannot follow. */
function valuesOf<Fields extends FieldKinds>(parsed: ParsedValues): FieldValues<Fields> {
  return parsed as FieldValues<Fields>;
}

export function isProblem(understood: object | null): understood is ChildProblem {
  return understood !== null && 'problem' in understood;
}
