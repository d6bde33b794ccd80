/** A connection of a transaction, as a driver or a query builder has it. */
export interface ChangeWriter {
  query(text: string, values: unknown[]): Promise<unknown>;
}

export interface RegisterAdvance {
  readonly register: string;
  /** The version that the register has now. */
  readonly version: number;
  readonly now: Date;
}

/**
 * Adds to the change feed, late in the transaction that changes the register.
 *
 * From here to its end the transaction holds the feed's one row: versions come in the order of the commits, so a reader
 * that has seen one has seen all before it. Without that, a transaction that began early and ended late would come to
 * stand behind the cursors.
 *
 * @param said SQL of the changes: `student_id` and `kind`, each id once
 */
export async function recordChanges(
  client: ChangeWriter,
  { register, version, now }: RegisterAdvance,
  said: string,
): Promise<void> {
  await client.query(
    `with held as (
       insert into change_feed (feed, version, cleared_version) values ('REGISTERS', 1, 0)
       on conflict (feed) do update set version = change_feed.version + 1 returning version)
     insert into change (version, seq, register, register_version, student_id, kind, at)
     select held.version, row_number() over (order by said.student_id collate "C"), $1, $2, said.student_id, said.kind, $3
     from held, (${said}) said`,
    [register, version, now],
  );
}
