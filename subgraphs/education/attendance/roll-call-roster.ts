import { ON_THE_ROLL } from '../../../policies/current-status.js';

/** States in which a pupil is called: a suspended one keeps its place on the roll, and nobody expects it. */
export const CALLED: readonly string[] = ON_THE_ROLL.filter((status) => status !== 'SUSPENDED');
