import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { agencyKeys } from '../../cli/processes/agency-keys.js';
import { loadPolicies } from '../../policies/load-policies.js';
import { loadPurposes } from '../../policies/purposes.js';
import type { Settings } from '../../settings/settings.js';
import { createApprovals, readApprovals } from '../../subgraphs/_kit/access/approvals.js';
import { followPublishedSet } from '../../subgraphs/_kit/access/published-set.js';
import { createRevocations, readRevocations } from '../../subgraphs/_kit/access/revocations.js';
import { createAgencyApp } from '../../subgraphs/_kit/app.js';
import type { AccessLog } from '../../subgraphs/_kit/audit/access-log.js';
import { createHeadSigner } from '../../subgraphs/_kit/audit/audit-head.js';
import { createDatabaseAccessLog } from '../../subgraphs/_kit/audit/database-access-log.js';
import { openDatabase } from '../../subgraphs/_kit/database.js';
import { listen } from '../../subgraphs/_kit/http/serve.js';
import { createColumnCipher, WITHOUT_COLUMN_KEY } from '../../subgraphs/_kit/identity/column-cipher.js';
import { createStudentIdentifier } from '../../subgraphs/_kit/identity/student-id.js';
import { createLogger } from '../../subgraphs/_kit/log.js';
import { createOverAllRows } from '../../subgraphs/_kit/over-all-rows.js';
import { openSideConnection } from '../../subgraphs/_kit/side-connection.js';
import { createTokenVerifier, type TokenIssuer } from '../../subgraphs/_kit/trust/access-token.js';
import { createSignatureVerifier } from '../../subgraphs/_kit/trust/request-signature.js';
import { createUsage } from '../../subgraphs/_kit/usage/usage.js';
import { loadAgency } from '../../subgraphs/index.js';

export interface ComposedAgency {
  readonly settings: Settings;
  /** As a role that policies hold, or as one that they don't. */
  readonly databaseUrl: string;
  readonly tokenIssuer: TokenIssuer;
  readonly isAudited: boolean;
}

/** Of as many hubs as are measured side by side, on a server that takes 120 connections. */
const POOL_SIZE = 3;

const unaudited: AccessLog = {
  append: () => Promise.resolve(),
  isWritable: () => true,
  close: () => Promise.resolve(),
};

/**
 * An agency as `agency-process.ts` starts it, with or without its access log, in a process of the measurement alone. Ends
 * with the process.
 */
export async function startComposedAgency(
  name: string,
  { settings, databaseUrl, tokenIssuer, isAudited }: ComposedAgency,
): Promise<URL> {
  const definition = await loadAgency(name);
  const log = createLogger('silent', name);
  const keys = agencyKeys(settings, name);
  const orm = await openDatabase(definition, { url: databaseUrl, poolSize: POOL_SIZE });
  await orm.connect();
  const apart = openSideConnection(databaseUrl);
  const approvals = await followPublishedSet(apart, { topic: 'APPROVALS', read: readApprovals, log });
  const revoked = await followPublishedSet(apart, { topic: 'REVOCATIONS', read: readRevocations, log });
  const identifier = createStudentIdentifier(keys.digest);
  const now = () => new Date();
  const accessLog = isAudited
    ? createDatabaseAccessLog({
        databaseUrl,
        identifier,
        signer: createHeadSigner(keys.audit, name),
        folder: mkdtempSync(join(tmpdir(), 'hub-bench-heads-')),
        now,
        log,
      })
    : unaudited;
  const app = await createAgencyApp(definition, {
    orm,
    tokens: createTokenVerifier(tokenIssuer),
    purposes: loadPurposes(),
    signatures: createSignatureVerifier(keys.signing),
    serviceSignatures: createSignatureVerifier([keys.service]),
    serviceHandlers: {},
    approvals: createApprovals(approvals.current),
    revocations: createRevocations(() => revoked.current().rows),
    usage: createUsage({ apart, limits: settings.usageLimits, log }),
    accessLog,
    cipher: keys.column ? createColumnCipher(keys.column, name, keys.previousColumn) : WITHOUT_COLUMN_KEY,
    identifier,
    policies: loadPolicies(),
    overAllRows: createOverAllRows(apart),
    now,
    log,
  });
  return listen(app.server, '127.0.0.1', 0);
}
