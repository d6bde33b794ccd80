import type { EntitySchema } from '@mikro-orm/postgresql';
import type { Family, CountyFrame, RegisterAgency } from '../views.js';
import type { IdentifiedRecord } from '../views.js';

/** A row as an agency's table takes it; identity columns are the database's. */
export type NewRow<Row> = Omit<Row, 'id'> & Partial<Row>;

/** Where an agency's writer puts its rows; they reach the database by COPY, batch by batch. */
export interface RowSink {
  insert<Row extends object>(entity: EntitySchema<Row>, row: NewRow<Row>): void;
  /**
   * Opaque id of the child a record speaks of: from the number as recorded where it is a valid one, else
   * provisional from the register's own key of the row.
   */
  studentId(record: IdentifiedRecord): string;
  /** Opaque id from a raw number; null when the number is missing or invalid. */
  idOfNumber(residentIdNumber: string | null): string | null;
  /** Opaque key of something that is not a child, for example a household, from the agency's own number of it. */
  opaqueKey(kind: string, key: string): string;
  /** Seals a value for a column of this agency (`table.column`). */
  seal(plain: string, column: string): string;
  /** YYYY-MM-DD on which the registers are read. */
  readonly asOf: string;
}

/** How one agency's registers are written from the synthetic county. */
export interface AgencyRegisterWriter {
  readonly agency: RegisterAgency;
  /** What exists before the children: schools, employers, sites. */
  writeFrame(frame: CountyFrame, sink: RowSink): void;
  writeFamily(family: Family, sink: RowSink): void;
}
