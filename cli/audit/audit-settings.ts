import type { Settings } from '../../settings/settings.js';
import { createHeadSigner } from '../../subgraphs/_kit/audit/audit-head.js';
import { createClock } from '../processes/clock.js';

/** What of the settings says how a log is to be read. */
export type AuditSettings = Pick<
  Settings,
  'auditDir' | 'agencies' | 'columnKey' | 'previousColumnKey' | 'auditRetentionDays' | 'now'
>;

const DAY_MS = 86_400_000;

/** @returns ids of the keys that this hub signs an agency's heads with, and signed them with before */
export function ownKeyIds(
  { agencies, columnKey, previousColumnKey }: AuditSettings,
  agency: string,
): string[] {
  const keys = [agencies[agency]?.auditKey, columnKey, previousColumnKey].filter((key) => key !== undefined);
  return keys.map((key) => createHeadSigner(key, agency).keyId);
}

/** @returns the time before which entries need not be kept any more */
export function expiredBefore({ auditRetentionDays, now }: AuditSettings): Date {
  return new Date(createClock(now)().getTime() - auditRetentionDays * DAY_MS);
}
