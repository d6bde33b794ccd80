import { withConnection } from '../../postgres/database-connection.js';
import type { AgencyDatabases } from '../processes/agency-databases.js';
import { headsFolder, keeperOfHeads } from '../processes/agency-audit.js';
import { expiredBefore, ownKeyIds, type AuditSettings } from './audit-settings.js';
import { pruneLog } from './prune-log.js';

export interface PruneAudit {
  readonly settings: AuditSettings;
  /** Key ids that heads were signed with before, beside those that follow from the hub's own keys. */
  readonly keyIds: readonly string[];
  readonly say: (line: string) => void;
}

/** Deletes entries whose time is over from the logs of agencies. @returns whether all logs were as they were signed */
export async function pruneStored(
  agencies: readonly string[],
  databases: AgencyDatabases,
  { settings, keyIds, say }: PruneAudit,
): Promise<boolean> {
  const before = expiredBefore(settings);
  let isIntact = true;
  for (const agency of agencies) {
    const known = new Set([...ownKeyIds(settings, agency), ...keyIds]);
    const { entries, endedChains, refused } = await withConnection(
      databases.of(keeperOfHeads(agency)).ownerUrl,
      (keeper) =>
        withConnection(databases.of(agency).ownerUrl, (log) =>
          pruneLog(
            { agency, folder: headsFolder(settings, agency), keeper, log },
            { isOwnKey: (keyId) => known.has(keyId), expiredBefore: before },
          ),
        ),
    );
    say(
      `${agency}: ${entries.toLocaleString('en')} entries from before ${before.toISOString()} deleted, ${endedChains} chains altogether.`,
    );
    for (const writer of refused)
      say(
        `  chain ${writer} is not what was signed of it: nothing deleted. Run "hub verify-audit ${agency}".`,
      );
    isIntact &&= refused.length === 0;
  }
  return isIntact;
}
