import { join } from 'node:path';
import { createGateway, type Gateway, type PurposeTitle } from '../../gateway/server.js';
import type { DevelopmentIssuer } from '../../gateway/development-issuer.js';
import type { Persona } from '../../gateway/persona.js';
import { createSupergraphSource } from '../../gateway/engine/supergraph-source.js';
import { CommandError } from '../commands/command-error.js';
import type { PurposeCatalogue } from '../../policies/purposes.js';
import { projectRoot } from '../../settings/project-root.js';
import type { Settings } from '../../settings/settings.js';
import { SIGNATURE_HEADER, signCall } from '../../subgraphs/_kit/trust/request-signature.js';
import type { SignSubgraphRequest } from '../../gateway/engine/transport.js';
import type { Logger } from '../../subgraphs/_kit/log.js';
import { tokenIssuerOf } from './identity.js';
import { sampleVariables } from './sample-variables.js';

export interface GatewayProcessOptions {
  readonly settings: Settings;
  readonly developmentIssuer: DevelopmentIssuer | undefined;
  readonly personas: readonly Persona[];
  readonly purposes: PurposeCatalogue;
  /** Where each agency answers; by default what the settings say. */
  readonly subgraphUrls?: Readonly<Record<string, URL>>;
  readonly log: Logger;
}

/** Builds the gateway over the committed supergraph; `listen` starts it. */
export function buildGateway({
  settings,
  developmentIssuer,
  personas,
  purposes,
  subgraphUrls,
  log,
}: GatewayProcessOptions): Gateway {
  const settled = Object.entries(settings.agencies).map(([name, { url }]) => [name, new URL(url)] as const);
  const gateway = createGateway({
    supergraph: openSupergraph(log),
    subgraphUrls: subgraphUrls ?? Object.fromEntries(settled),
    tokenIssuer: tokenIssuerOf(settings, developmentIssuer),
    purposes: new Set<string>(purposes.keys()),
    operationsDirectory: join(projectRoot, 'schema/operations'),
    explorer: {
      directory: join(projectRoot, 'explorer/dist'),
      oidc: explorerSignIn(settings),
      purposes: purposeTitles(purposes),
      sampleVariables: developmentIssuer && (() => sampleVariables(settings)),
    },
    developmentIssuer,
    personas,
    signRequest: signWith(settings),
    log,
  });
  return {
    ...gateway,
    async listen(address) {
      try {
        return await gateway.listen(address);
      } catch (cause) {
        // What the gateway says of a supergraph is meant for the operator; errors of other kinds speak for themselves,
        // or are faults to be traced.
        if (cause instanceof Error && cause.name === 'Error')
          throw new CommandError('SCHEMA_UNUSABLE', cause.message, { cause });
        throw cause;
      }
    },
  };
}

/** Each agency's calls are signed with that agency's own key. */
export function signWith({ agencies }: Pick<Settings, 'agencies'>): SignSubgraphRequest {
  return (request) => {
    const key = agencies[request.agency]?.signingKey;
    if (!key) throw new Error(`There is no signing key for ${request.agency}.`);
    return { [SIGNATURE_HEADER]: signCall(request, key, Date.now()) };
  };
}

/**
 * The committed supergraph, read again when the file changes.
 * @throws {CommandError} when it is missing or broken now; one that breaks later is not put in force.
 */
function openSupergraph(log: Logger): () => string {
  const path = join(projectRoot, 'schema/supergraph.graphql');
  const read = createSupergraphSource(path, log);
  try {
    read();
  } catch (cause) {
    throw new CommandError(
      'SCHEMA_UNUSABLE',
      `${path} is missing or not a supergraph. Run "npx hub schema".`,
      { cause },
    );
  }
  return read;
}

function explorerSignIn({ oidc }: Settings) {
  if (!oidc) return undefined;
  return {
    issuer: oidc.issuer,
    clientId: oidc.explorerClientId,
    audience: oidc.audience,
    scopes: ['openid'],
  };
}

/** The catalogue's own words, for the explorer to show. */
export function purposeTitles(purposes: PurposeCatalogue): PurposeTitle[] {
  return [...purposes.values()].map(({ code, label }) => ({ code, title: label }));
}
