import type { KeyObject } from 'node:crypto';
import type { Settings } from '../../settings/settings.js';

/** Keys of the county's registers. */
export interface RegisterKeys {
  readonly digest: KeyObject;
  readonly column: KeyObject;
  /** Opens what was sealed before the column key was changed. */
  readonly previousColumn: KeyObject | undefined;
}

export interface AgencyKeys extends Omit<RegisterKeys, 'column'> {
  /** Absent where no column is sealed. */
  readonly column: KeyObject | undefined;
  /** By which the agency knows the gateway: the one in use first. */
  readonly signing: readonly KeyObject[];
  /** Signs the heads of its access log. */
  readonly audit: KeyObject;
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
  const { signingKey, previousSigningKey, auditKey } = settings.agencies[agency] ?? {};
  const {
    serviceKey: service,
    digestKey: digest,
    columnKey: column,
    previousColumnKey: previousColumn,
  } = settings;
  const audit = auditKey ?? column;
  if (!signingKey || !audit || !service || !digest)
    throw new Error(`${agency} needs its signing and audit keys, the service key and the digest key.`);
  const signing = [signingKey, previousSigningKey].filter((key) => key !== undefined);
  return { digest, column, previousColumn, signing, audit, service };
}
