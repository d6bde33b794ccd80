import type { MikroORM } from '@mikro-orm/postgresql';
import { createTokenVerifier, type TokenIssuer } from '../../subgraphs/_kit/trust/access-token.js';
import { createAgencyApp } from '../../subgraphs/_kit/app.js';
import { createHeadSigner } from '../../subgraphs/_kit/audit/audit-head.js';
import { createDatabaseAccessLog } from '../../subgraphs/_kit/audit/database-access-log.js';
import { receiveHeads } from '../../subgraphs/_kit/audit/receive-heads.js';
import { openDatabase } from '../../subgraphs/_kit/database.js';
import type { SubgraphDefinition } from '../../subgraphs/_kit/define-subgraph.js';
import { listen } from '../../subgraphs/_kit/http/serve.js';
import { assertServingRole } from '../../subgraphs/_kit/serving-role.js';
import { createColumnCipher } from '../../subgraphs/_kit/identity/column-cipher.js';
import { createStudentIdentifier } from '../../subgraphs/_kit/identity/student-id.js';
import { createSignatureVerifier } from '../../subgraphs/_kit/trust/request-signature.js';
import type { Logger } from '../../subgraphs/_kit/log.js';
import { loadAgency } from '../../subgraphs/index.js';
import { DATA_CLASSES, type PurposeCatalogue } from '../../policies/purposes.js';
import type { PolicyLibrary } from '../../policies/resolve-policy.js';
import type { AgencyAudit } from './agency-audit.js';
import type { AgencyKeys } from './agency-keys.js';

export interface AgencyProcessOptions {
  readonly databaseUrl: string;
  readonly host: string;
  readonly port: number;
  readonly tokenIssuer: TokenIssuer;
  readonly purposes: PurposeCatalogue;
  readonly keys: AgencyKeys;
  readonly policies: PolicyLibrary;
  readonly audit: AgencyAudit;
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
  const orm = await openDatabase(definition, { url: options.databaseUrl });
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
  const identifier = createStudentIdentifier(options.keys.digest);
  const accessLog = createDatabaseAccessLog({
    databaseUrl: options.databaseUrl,
    identifier,
    signer: createHeadSigner(options.keys.column, name),
    ...options.audit,
    now: options.now,
    log: options.log,
  });
  const app = await createAgencyApp(definition, {
    orm,
    tokens: createTokenVerifier(options.tokenIssuer),
    purposes: options.purposes,
    signatures: createSignatureVerifier(options.keys.signing),
    serviceSignatures: createSignatureVerifier([options.keys.service]),
    serviceHandlers: { '/kit/heads': receiveHeads },
    approvals: { find: () => ({ ids: [], dataClasses: new Set(DATA_CLASSES), onlyStudent: undefined }) },
    accessLog,
    cipher: createColumnCipher(options.keys.column, name, options.keys.previousColumn),
    identifier,
    policies: options.policies,
    now: options.now,
    log: options.log,
  });
  const url = await listen(app.server, options.host, options.port);
  return {
    name,
    url,
    orm,
    async close() {
      await app.close();
      await accessLog.close();
      await orm.close();
    },
  };
}
