import type { KeyObject } from 'node:crypto';
import type { Settings } from '../../settings/settings.js';

/** Keys of the county's registers. */
export interface RegisterKeys {
  readonly digest: KeyObject;
  readonly column: KeyObject;
}

export interface AgencyKeys extends RegisterKeys {
  /** By which the agency knows the gateway. */
  readonly signing: KeyObject;
  /** By which it knows coordination's own calls. */
  readonly service: KeyObject;
}

/** Settings have checked the keys already; this only narrows their types. */
export function registerKeys({ digestKey, columnKey }: Settings): RegisterKeys {
  if (!digestKey || !columnKey)
    throw new Error('HUB_DIGEST_KEY and HUB_COLUMN_KEY are needed to run an agency.');
  return { digest: digestKey, column: columnKey };
}

/** Settings have checked the keys already; this only narrows their types for a process that serves an agency. */
export function agencyKeys(settings: Settings, agency: string): AgencyKeys {
  const signing = settings.agencies[agency]?.signingKey;
  const { serviceKey: service } = settings;
  if (!signing || !service) throw new Error(`${agency} needs its signing key and the service key.`);
  return { ...registerKeys(settings), signing, service };
}
