import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { createGateway, type Gateway } from '../../gateway/server.js';
import type { DevelopmentIssuer } from '../../gateway/development-issuer.js';
import type { Persona } from '../../gateway/persona.js';
import { readCountyManifest } from '../../county/county-manifest.js';
import { projectRoot } from '../../settings/project-root.js';
import type { Settings } from '../../settings/settings.js';
import type { Logger } from '../../subgraphs/_kit/log.js';
import { tokenIssuerOf } from './identity.js';

export interface GatewayProcessOptions {
  readonly settings: Settings;
  readonly developmentIssuer: DevelopmentIssuer | undefined;
  readonly personas: readonly Persona[];
  readonly purposes: ReadonlySet<string>;
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
  return createGateway({
    supergraph: () => readFileSync(join(projectRoot, 'schema/supergraph.graphql'), 'utf8'),
    subgraphUrls: subgraphUrls ?? Object.fromEntries(settled),
    tokenIssuer: tokenIssuerOf(settings, developmentIssuer),
    purposes,
    operationsDirectory: join(projectRoot, 'schema/operations'),
    explorer: {
      directory: join(projectRoot, 'explorer/dist'),
      oidc: explorerSignIn(settings),
      sampleVariables: () => Promise.resolve(sampleVariables(settings)),
    },
    developmentIssuer,
    personas,
    log,
  });
}

function explorerSignIn({ oidc }: Settings) {
  if (!oidc) return undefined;
  return {
    issuer: oidc.issuer,
    clientId: 'student-support-hub-explorer',
    audience: oidc.audience,
    scopes: ['openid'],
  };
}

/** Variables that let a saved operation answer something at the first click. */
function sampleVariables({ dataDir }: Settings): Record<string, Record<string, unknown>> {
  const manifest = readCountyManifest(dataDir);
  if (!manifest) return {};
  const { places, sampleStudentId, countyCode } = manifest;
  return {
    SupportPicture: { id: sampleStudentId },
    '*': { division: countyCode, school: places?.school, id: sampleStudentId },
  };
}
