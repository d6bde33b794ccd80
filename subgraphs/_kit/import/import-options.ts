import type { KeyObject } from 'node:crypto';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { RegisterDescription } from '../register/register-row.js';
import type { ColumnMapping } from './column-mapping.js';
import type { ImportedList } from './import-definition.js';
import type { OpenedTable } from './open-table.js';
import type { RejectedRow } from './read-rows.js';

export interface ImportOptions {
  readonly agency: string;
  readonly orm: MikroORM;
  /** Address of the serving role: an import stands under the same rules as everything else. */
  readonly url: string;
  readonly list: ImportedList;
  readonly mapping: ColumnMapping;
  readonly path: string;
  readonly asOf: Date;
  readonly now: Date;
  readonly importedBy: string;
  /** The column key is missing at an agency that seals nothing. */
  readonly keys: { readonly digest: KeyObject; readonly column?: KeyObject | undefined };
  /** What the file does not name goes; otherwise its rows are added to those that stand. */
  readonly isComplete: boolean;
  readonly isDryRun: boolean;
  /** Take the good rows although others are rejected; by default one rejected row keeps the whole file out. */
  readonly skipsRejected: boolean;
  /** Id of an import that waits for a second person, which this one confirms. */
  readonly confirms: string | undefined;
  /** Share of the register's rows, 0 to 1, of which more may not change without a second person. */
  readonly confirmAboveShare: number;
  /** What the register says of itself where it was never loaded. */
  readonly register: RegisterDescription;
  readonly onReject: (row: RejectedRow, table: OpenedTable, importId: string) => Promise<void> | undefined;
  readonly onProgress: (rows: number) => void;
}
