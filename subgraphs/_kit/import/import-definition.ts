import type { EntitySchema } from '@mikro-orm/postgresql';
import type { Term } from '../schema/label.js';
import type { ScopeKind } from '../student/student-scope.entity.js';
import type { FieldKinds, FieldValues } from './field-kind.js';

/** Who a row is about. */
export interface ImportedPerson {
  /** As recorded; one that is none gives the child a provisional id. */
  readonly residentIdNumber: string | null;
  readonly name: string;
  readonly sex: string;
  /** YYYY-MM-DD. */
  readonly birthDate: string;
}

export interface ImportTools {
  /** Opaque id from a raw number; null when there is none, or none that is valid. */
  idOfNumber(residentIdNumber: string | null): string | null;
  /** Opaque key of something that is not a child, from the agency's own number of it. */
  opaqueKey(kind: string, key: string): string;
  /** Seals a value for a column (`table.column`). */
  seal(plain: string, column: string): string;
}

/** Where a row says that a child belongs. */
export interface LocalScope {
  readonly kind: ScopeKind;
  readonly code: string;
}

type ImportedColumns<Row> = Omit<Row, 'id' | 'studentId' | 'sourceKey'>;

/** A list that an agency takes from its own system, row by row, into one table. */
export interface ListDefinition<Row = never, Fields extends FieldKinds = FieldKinds> {
  /** As on the command line. */
  readonly list: string;
  readonly title: Term;
  /** Register to which it belongs. */
  readonly register: string;
  readonly entity: EntitySchema<Row>;
  readonly fields: Fields;
  /** Field with the register's own number of a row. */
  readonly recordNumber: keyof Fields & string;
  readonly personOf: (values: FieldValues<Fields>) => ImportedPerson;
  readonly scopesOf: (values: FieldValues<Fields>) => readonly LocalScope[];
  readonly rowOf: (values: FieldValues<Fields>, tools: ImportTools) => ImportedColumns<Row>;
}

/** A list as the kit handles it, whatever its columns. */
export type AnyListDefinition = ListDefinition;

export function defineList<Row extends object, Fields extends FieldKinds>(
  definition: ListDefinition<Row, Fields>,
): AnyListDefinition {
  return definition as unknown as AnyListDefinition;
}
