import type { MikroORM } from '@mikro-orm/postgresql';
import { createTokenVerifier, type TokenIssuer } from '../../subgraphs/_kit/access-token.js';
import { createAgencyApp } from '../../subgraphs/_kit/app.js';
import { openDatabase } from '../../subgraphs/_kit/database.js';
import type { SubgraphDefinition } from '../../subgraphs/_kit/define-subgraph.js';
import { listen } from '../../subgraphs/_kit/http/serve.js';
import { createColumnCipher } from '../../subgraphs/_kit/identity/column-cipher.js';
import { createStudentIdentifier } from '../../subgraphs/_kit/identity/student-id.js';
import type { Logger } from '../../subgraphs/_kit/log.js';
import { loadAgency } from '../../subgraphs/index.js';
import type { PolicyLibrary } from '../../policies/resolve-policy.js';
import type { AgencyKeys } from './agency-keys.js';

export interface AgencyProcessOptions {
  readonly databaseUrl: string;
  /** Connections kept for requests; by default what suits one process of an agency. */
  readonly poolSize?: number;
  readonly host: string;
  readonly port: number;
  readonly tokenIssuer: TokenIssuer;
  readonly purposes: ReadonlySet<string>;
  readonly keys: AgencyKeys;
  readonly policies: PolicyLibrary;
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
  const orm = await openDatabase(definition, { url: options.databaseUrl, poolSize: options.poolSize });
  try {
    // Connections open on first use, and until then the agency reports itself as down: nobody would send it the
    // first request.
    await orm.connect();
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
  const app = await createAgencyApp(definition, {
    orm,
    tokens: createTokenVerifier(options.tokenIssuer),
    purposes: options.purposes,
    cipher: createColumnCipher(options.keys.column, name),
    identifier: createStudentIdentifier(options.keys.digest),
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
      await orm.close();
    },
  };
}
