import type { Table } from './report/table.js';

/** What one measurement found: tables for people, figures for the result file. */
export interface Findings {
  readonly tables: readonly Table[];
  /** JSON-serialisable; units are part of the names. */
  readonly figures: unknown;
  /** Aims that decide whether the command succeeds, as far as they were missed; one sentence each. */
  readonly missedAims?: readonly string[];
}

export interface Measurement {
  readonly name: string;
  /** What is compared, in one line. */
  readonly title: string;
  /**
   * @param say progress for whoever waits, one line each
   * @param sizes in place of the measurement's own, ascending; one that has a single size takes the largest
   */
  measure(say: (line: string) => void, sizes?: readonly number[]): Promise<Findings>;
}
