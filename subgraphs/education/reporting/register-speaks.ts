import type { RegisterState } from '../../_kit/register/register-state.js';

/** Whether a register says something of the child, be it that there is nothing. */
export function speaks({ state }: Pick<RegisterState, 'state'>): boolean {
  return state === 'FOUND' || state === 'NO_RECORD';
}
