/** In this order; the last three are ends. */
export const RUN_STATES = [
  'PINNING',
  'SCREENING',
  'COMPARING',
  'MATCHING',
  'PUBLISHING',
  'COMPLETED',
  'REFUSED',
  'FAILED',
] as const;
export type RunState = (typeof RUN_STATES)[number];
export const ENDS: readonly RunState[] = ['COMPLETED', 'REFUSED', 'FAILED'];

/** A register as the run pinned it. */
export interface RunSource {
  readonly agency: string;
  readonly register: string;
  readonly version: number;
  /** ISO 8601. */
  readonly asOf: string;
}

export const RUN_PROBLEM_CODES = ['AGENCY_UNAVAILABLE', 'NOT_LOADED', 'STALE', 'BROKEN_OFF'] as const;

export interface RunProblem {
  readonly code: (typeof RUN_PROBLEM_CODES)[number];
  readonly agency: string;
  /** Null when it is the agency as a whole. */
  readonly register: string | null;
}
