/** Names of the tables that an import works on. */
export interface ImportTables {
  readonly agency: string;
  readonly list: string;
  /** The list's own table, quoted. */
  readonly table: string;
  /** Its columns, quoted. */
  readonly columns: readonly string[];
  /** Those that hold the key, quoted; null where `imported_row` keeps which row is which. */
  readonly keptBy: readonly string[] | null;
  /** Columns of what mutations recorded, quoted; null where only files fill the table. */
  readonly recorded: { readonly in: string; readonly version: string | null } | null;
  /** Column of who made a row by a mutation, quoted; null where only files make rows, or `recorded` tells. */
  readonly recordedBy: string | null;
  /** Columns by which a file's row is known to say of its child what a mutation recorded, quoted; empty where none are. */
  readonly fact: readonly string[];
  /** New and changed rows: the table's columns, and those of `imported_row`. */
  readonly staged: string;
  /** What a complete file does not name goes. */
  readonly isComplete: boolean;
}
