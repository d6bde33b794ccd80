import type { MikroORM } from '@mikro-orm/postgresql';
import { createTokenVerifier, type TokenIssuer } from '../../subgraphs/_kit/trust/access-token.js';
import { createApprovals, readApprovals } from '../../subgraphs/_kit/access/approvals.js';
import { receiveApprovals } from '../../subgraphs/_kit/access/approvals.handler.js';
import { followPublishedSet } from '../../subgraphs/_kit/access/published-set.js';
import { createRevocations, readRevocations } from '../../subgraphs/_kit/access/revocations.js';
import { receiveRevocations } from '../../subgraphs/_kit/access/revocations.handler.js';
import type { BackgroundContext } from '../../subgraphs/_kit/background.js';
import { createAgencyApp } from '../../subgraphs/_kit/app.js';
import { createHeadSigner } from '../../subgraphs/_kit/audit/audit-head.js';
import { createDatabaseAccessLog } from '../../subgraphs/_kit/audit/database-access-log.js';
import { receiveHeads } from '../../subgraphs/_kit/audit/receive-heads.js';
import { CHANGES_PATH } from '../../subgraphs/_kit/changes/change-feed.js';
import { readChanges } from '../../subgraphs/_kit/changes/changes.handler.js';
import { startHousekeeping } from '../../subgraphs/_kit/housekeeping.js';
import { openDatabase } from '../../subgraphs/_kit/database.js';
import type { SubgraphDefinition } from '../../subgraphs/_kit/define-subgraph.js';
import { listen } from '../../subgraphs/_kit/http/serve.js';
import { ROSTER_PATH } from '../../subgraphs/_kit/roster/roster-line.js';
import { createRosterHandler } from '../../subgraphs/_kit/roster/roster.handler.js';
import { assertServingRole } from '../../subgraphs/_kit/serving-role.js';
import { createCiphers } from './ciphers.js';
import { createColumnCipher, WITHOUT_COLUMN_KEY } from '../../subgraphs/_kit/identity/column-cipher.js';
import { createStudentIdentifier } from '../../subgraphs/_kit/identity/student-id.js';
import { createOverAllRows } from '../../subgraphs/_kit/over-all-rows.js';
import { openSideConnection } from '../../subgraphs/_kit/side-connection.js';
import { receiveScopes } from '../../subgraphs/_kit/student/scopes.handler.js';
import { createSplitsHandler, SPLITS_PATH } from '../../subgraphs/_kit/student/splits.handler.js';
import { createSignatureVerifier } from '../../subgraphs/_kit/trust/request-signature.js';
import type { ServiceClient } from '../../subgraphs/_kit/trust/service-client.js';
import { createUsage, DEFAULT_USAGE_LIMITS, type UsageLimits } from '../../subgraphs/_kit/usage/usage.js';
import type { Logger } from '../../subgraphs/_kit/log.js';
import { loadAgency } from '../../subgraphs/index.js';
import type { PurposeCatalogue } from '../../policies/purposes.js';
import type { PolicyLibrary } from '../../policies/resolve-policy.js';
import type { AgencyAudit } from './agency-audit.js';
import type { AgencyKeys } from './agency-keys.js';

export interface AgencyProcessOptions {
  readonly databaseUrl: string;
  /** Connections kept for requests; by default what suits one process of an agency. */
  readonly poolSize?: number;
  /** How long an answer may take before its connection is taken from it; by default far longer than anybody waits. */
  readonly requestMs?: number;
  readonly host: string;
  readonly port: number;
  readonly tokenIssuer: TokenIssuer;
  readonly purposes: PurposeCatalogue;
  readonly keys: AgencyKeys;
  readonly policies: PolicyLibrary;
  readonly audit: AgencyAudit;
  readonly usageLimits?: UsageLimits;
  /** For what the agency tells the others by itself; without it, it tells them nothing. */
  readonly peers?: ServiceClient & Pick<BackgroundContext, 'agencies' | 'changesEveryMs'>;
  readonly now: () => Date;
  readonly log: Logger;
}

export interface AgencyProcess {
  readonly name: string;
  readonly url: URL;
  readonly orm: MikroORM;
  close(): Promise<void>;
}

/** Starts one agency's subgraph: its database, its schema behind the gate, its HTTP server. */
export async function startAgency(name: string, options: AgencyProcessOptions): Promise<AgencyProcess> {
  const definition = await loadAgency(name);
  definition.prepare?.();
  const orm = await openDatabase(definition, { url: options.databaseUrl, poolSize: options.poolSize });
  try {
    // Connections open on first use, and until then the agency reports itself as down: nobody would send it the
    // first request.
    await orm.connect();
    await assertServingRole(name, orm);
    return await serveAgency(definition, orm, options);
  } catch (cause) {
    await orm.close();
    throw cause;
  }
}

async function serveAgency(
  definition: SubgraphDefinition,
  orm: MikroORM,
  options: AgencyProcessOptions,
): Promise<AgencyProcess> {
  const { name } = definition;
  const { log, now, peers, keys } = options;
  // The last one opened is closed first, also when a later step fails.
  const closers: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    const apart = openSideConnection(options.databaseUrl);
    closers.push(() => apart.destroy());
    const approvals = await followPublishedSet(apart, { topic: 'APPROVALS', read: readApprovals, log });
    closers.push(() => approvals.close());
    const revoked = await followPublishedSet(apart, { topic: 'REVOCATIONS', read: readRevocations, log });
    closers.push(() => revoked.close());
    const identifier = createStudentIdentifier(keys.digest);
    const cipher = keys.column
      ? createColumnCipher(keys.column, name, keys.previousColumn)
      : WITHOUT_COLUMN_KEY;
    const accessLog = createDatabaseAccessLog({
      databaseUrl: options.databaseUrl,
      identifier,
      signer: createHeadSigner(keys.audit, name),
      ...options.audit,
      now,
      log,
    });
    closers.push(() => accessLog.close());
    const app = await createAgencyApp(definition, {
      orm,
      tokens: createTokenVerifier(options.tokenIssuer),
      purposes: options.purposes,
      signatures: createSignatureVerifier(keys.signing),
      serviceSignatures: createSignatureVerifier([keys.service]),
      serviceHandlers: {
        '/kit/approvals': receiveApprovals,
        '/kit/revocations': receiveRevocations,
        '/kit/scopes': receiveScopes,
        '/kit/heads': receiveHeads,
        [SPLITS_PATH]: createSplitsHandler(definition, orm),
        [ROSTER_PATH]: createRosterHandler(definition, {
          orm,
          cipher,
          identifier,
          purposes: options.purposes,
        }),
        [CHANGES_PATH]: readChanges,
      },
      ...(options.requestMs !== undefined && { requestMs: options.requestMs }),
      approvals: createApprovals(approvals.current),
      revocations: createRevocations(() => revoked.current().rows),
      usage: createUsage({ apart, limits: options.usageLimits ?? DEFAULT_USAGE_LIMITS, log }),
      accessLog,
      cipher,
      identifier,
      policies: options.policies,
      overAllRows: createOverAllRows(apart),
      now,
      log,
    });
    closers.push(() => app.close());
    const url = await listen(app.server, options.host, options.port);
    const background =
      peers &&
      definition.background?.({
        ...peers,
        orm,
        databaseUrl: options.databaseUrl,
        apart,
        policies: options.policies,
        identifier,
        cipherOf: createCiphers(keys),
        now,
        log,
      });
    if (background) closers.push(() => background.close());
    const housekeeping = startHousekeeping({ apart, now, log });
    closers.push(() => housekeeping.close());
    return {
      name,
      url,
      orm,
      async close() {
        await close();
        await orm.close();
      },
    };
  } catch (cause) {
    await close();
    throw cause;
  }
}
