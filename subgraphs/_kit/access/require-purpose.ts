import type { PurposeCode } from '../../../policies/purposes.js';
import { HubError } from '../errors.js';
import type { Caller } from './caller.js';

/** @throws {HubError} FORBIDDEN for a call that was made for another purpose */
export function requirePurpose(
  { purpose }: Pick<Caller, 'purpose'>,
  ...allowed: readonly PurposeCode[]
): void {
  if (!allowed.some((code) => code === purpose))
    throw new HubError('FORBIDDEN', `It is open for the purpose ${allowed.join(' or ')} alone.`);
}
