import type { KeyObject } from 'node:crypto';
import type { Settings } from '../../settings/settings.js';

/** Keys of the county's registers. */
export interface RegisterKeys {
  readonly digest: KeyObject;
  readonly column: KeyObject;
  /** Opens what was sealed before the column key was changed. */
  readonly previousColumn: KeyObject | undefined;
}

export interface AgencyKeys extends RegisterKeys {
  /** By which the agency knows the gateway: the one in use first. */
  readonly signing: readonly KeyObject[];
  /** By which it knows coordination's own calls. */
  readonly service: KeyObject;
}

/** Settings have checked the keys already; this only narrows their types. */
export function registerKeys({ digestKey, columnKey, previousColumnKey }: Settings): RegisterKeys {
  if (!digestKey || !columnKey)
    throw new Error('HUB_DIGEST_KEY and HUB_COLUMN_KEY are needed to run an agency.');
  return { digest: digestKey, column: columnKey, previousColumn: previousColumnKey };
}

/** Settings have checked the keys already; this only narrows their types for a process that serves an agency. */
export function agencyKeys(settings: Settings, agency: string): AgencyKeys {
  const { signingKey, previousSigningKey } = settings.agencies[agency] ?? {};
  const { serviceKey: service } = settings;
  if (!signingKey || !service) throw new Error(`${agency} needs its signing key and the service key.`);
  const signing = [signingKey, previousSigningKey].filter((key) => key !== undefined);
  return { ...registerKeys(settings), signing, service };
}
