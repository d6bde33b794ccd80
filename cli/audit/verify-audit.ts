import { withConnection } from '../../postgres/database-connection.js';
import type { Settings } from '../../settings/settings.js';
import { createHeadSigner } from '../../subgraphs/_kit/audit/audit-head.js';
import { verifyLog, type KeptHeads, type VerifyOptions } from '../../subgraphs/_kit/audit/verify-log.js';
import type { ChainRow } from '../../subgraphs/_kit/audit/verify-chain.js';
import type { AgencyDatabases } from '../processes/agency-databases.js';
import { headsFolder, keeperOfHeads } from '../processes/agency-audit.js';
import { describeVerdict } from './describe-verdict.js';
import { createExport, exportedLogs } from './exported-log.js';
import { storedHeads, storedRows } from './stored-log.js';

export interface VerifyAudit {
  readonly settings: Pick<Settings, 'auditDir' | 'agencies' | 'columnKey'>;
  /** Key ids that the agencies have published, beside those that follow from the hub's own key. */
  readonly keyIds: readonly string[];
  readonly say: (line: string) => void;
  readonly onProgress: (entries: number) => void;
}

/** Checks the logs of agencies in their databases, as their owner. @returns whether all are intact */
export async function verifyStored(
  agencies: readonly string[],
  databases: AgencyDatabases,
  { exportTo, ...options }: VerifyAudit & { readonly exportTo: string | undefined },
): Promise<boolean> {
  const copy = exportTo === undefined ? undefined : createExport(exportTo);
  let isIntact = true;
  for (const agency of agencies) {
    const folder = headsFolder(options.settings, agency);
    const isOk = await withConnection(databases.of(keeperOfHeads(agency)).ownerUrl, (keeper) =>
      withConnection(databases.of(agency).ownerUrl, async (client) => {
        // Heads first: what is signed is durable, so no row that they name can be too young to be seen.
        const heads = await storedHeads({ agency, folder, keeper });
        await copy?.begin(agency, heads);
        const rows = storedRows(client);
        return verifyOne(agency, heads, copy?.through(rows) ?? rows, options, true);
      }),
    );
    isIntact &&= isOk;
  }
  await copy?.end();
  return isIntact;
}

/** Checks an export, without any database. */
export async function verifyExport(path: string, options: VerifyAudit): Promise<boolean> {
  let isIntact = true;
  for await (const { agency, heads, batches } of exportedLogs(path)) {
    const isOk = await verifyOne(agency, heads, batches, options, false);
    isIntact &&= isOk;
  }
  return isIntact;
}

/** @param isOwn whether this hub's own key is the one that must have signed; an export may come from another hub */
async function verifyOne(
  agency: string,
  heads: KeptHeads,
  batches: AsyncIterable<readonly ChainRow[]>,
  { settings, keyIds, say, onProgress }: VerifyAudit,
  isOwn: boolean,
): Promise<boolean> {
  const auditKey = settings.agencies[agency]?.auditKey ?? settings.columnKey;
  const own = isOwn && auditKey ? [createHeadSigner(auditKey, agency).keyId] : [];
  const known = new Set([...own, ...keyIds]);
  const seen = new Set<string>();
  // Without a key to compare with, all that can be said is whose signature it is.
  const isOwnKey: VerifyOptions['isOwnKey'] = (keyId) => {
    seen.add(keyId);
    return known.size === 0 || known.has(keyId);
  };
  const verdict = await verifyLog(batches, { heads, isOwnKey, onProgress });
  for (const line of describeVerdict(agency, verdict, seen)) say(line);
  if (known.size === 0 && seen.size > 0)
    say(`  Compare the key with the one that ${agency} published, or name it by --key.`);
  return verdict.findings.length === 0;
}
