import type { KeyObject } from 'node:crypto';
import type { Settings } from '../../settings/settings.js';

export interface AgencyKeys {
  readonly digest: KeyObject;
  readonly column: KeyObject;
}

/** Settings have checked the keys already; this only narrows their types for a process that needs both. */
export function agencyKeys({ digestKey, columnKey }: Settings): AgencyKeys {
  if (!digestKey || !columnKey)
    throw new Error('HUB_DIGEST_KEY and HUB_COLUMN_KEY are needed to run an agency.');
  return { digest: digestKey, column: columnKey };
}
