/** A record that holds for a time. */
export interface Dated {
  /** Last day on which it holds, YYYY-MM-DD; null or absent while its end is not known. */
  readonly endedOn?: string | null;
}

/** The record that holds on a day, and all others. */
export interface CurrentAndHistory<Row> {
  readonly current: Row | null;
  readonly history: readonly Row[];
}

export function holdsOn({ endedOn }: Dated, today: string): boolean {
  return endedOn == null || endedOn >= today;
}

/**
 * Splits a child's records of one register. Where two hold at once, which is an error of the register, the later one
 * is current and the other still shows in the history.
 * @param rows the latest first.
 */
export function currentAndHistory<Row extends Dated>(
  rows: readonly Row[],
  today: string,
): CurrentAndHistory<Row> {
  const current = rows.find((row) => holdsOn(row, today)) ?? null;
  return { current, history: rows.filter((row) => row !== current) };
}
