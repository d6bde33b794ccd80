import { HubError } from '../errors.js';

/** Why a roster can't be used; what was read of it so far is not the whole and counts for nothing. */
export const ROSTER_PROBLEMS = {
  REFUSED: 'The roster was refused, or the agency did not answer.',
  BROKEN_OFF: 'The roster broke off before its end.',
  MALFORMED: 'A line of the roster is not as agreed.',
  OUT_OF_ORDER: 'The roster is not in order, or leaves the range that was asked for.',
  NOT_AS_COUNTED: 'The roster’s count or digest does not fit its lines.',
} as const;
export type RosterProblem = keyof typeof ROSTER_PROBLEMS;

/** Names the agency and the problem, never a child. */
export class RosterError extends HubError {
  readonly agency: string;
  readonly problem: RosterProblem;

  constructor(agency: string, problem: RosterProblem, options?: ErrorOptions) {
    super('AGENCY_UNAVAILABLE', `${ROSTER_PROBLEMS[problem]} (${agency})`);
    this.name = 'RosterError';
    this.agency = agency;
    this.problem = problem;
    if (options?.cause !== undefined) this.cause = options.cause;
  }
}
