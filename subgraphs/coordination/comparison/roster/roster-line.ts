/** Everything that one agency tells of one id, as its roster has it. */
export interface RosterLine {
  readonly canonicalId: string;
  readonly studentId: string;
  /** By table name; rows by property name. */
  readonly rows: Readonly<Record<string, readonly object[]>>;
}

/** One agency's lines, ascending by (canonicalId, studentId) as bytes, each pair once. */
export interface Roster {
  readonly agency: string;
  readonly lines: AsyncIterable<RosterLine>;
}
