import { agencyNames } from '../../subgraphs/index.js';
import { buildGateway } from '../../cli/processes/gateway-process.js';
import { openDevelopmentIssuer } from '../../cli/processes/identity.js';
import { loadPurposes } from '../../policies/purposes.js';
import { loadSettings } from '../../settings/settings.js';
import { createLogger } from '../../subgraphs/_kit/log.js';
import { servePinned } from '../processes/pinned-process.js';
import { startComposedAgency } from './composed-agency.js';
import type { LeftOut } from './layers.js';

export interface AccessSetup {
  readonly leftOut: LeftOut | undefined;
  readonly settings: Readonly<Record<string, string>>;
  /** By agency. */
  readonly databases: Readonly<Record<string, { readonly servingUrl: string; readonly adminUrl: string }>>;
}

async function start({ leftOut, settings: env, databases }: AccessSetup): Promise<{ url: string }> {
  const settings = loadSettings(env, agencyNames);
  const developmentIssuer = await openDevelopmentIssuer(settings);
  if (!developmentIssuer) throw new Error('A measured hub has its own issuer.');
  const subgraphUrls: Record<string, URL> = {};
  for (const [agency, { servingUrl, adminUrl }] of Object.entries(databases)) {
    const databaseUrl = leftOut === 'rowSecurity' ? adminUrl : servingUrl;
    subgraphUrls[agency] = await startComposedAgency(agency, {
      settings,
      databaseUrl,
      tokenIssuer: developmentIssuer.tokenIssuer,
      isAudited: leftOut !== 'audit',
    });
  }
  const gateway = buildGateway({
    settings,
    developmentIssuer,
    personas: [],
    purposes: loadPurposes(),
    subgraphUrls,
    log: createLogger('silent', 'gateway'),
  });
  const url = await gateway.listen({ host: '127.0.0.1', port: 0 });
  return { url: new URL('/graphql', url).href };
}

servePinned(start);
