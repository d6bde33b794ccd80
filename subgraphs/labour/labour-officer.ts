import type { Caller } from '../_kit/access/caller.js';
import { HubError } from '../_kit/errors.js';

/** The bureau's records are written by its own officers, whatever rights those of another agency were given. */
export function assertLabourOfficer({ agency }: Pick<Caller, 'agency'>): void {
  if (agency !== 'labour') throw new HubError('FORBIDDEN');
}
