import { loadPolicies } from '../../policies/load-policies.js';
import { loadPurposes } from '../../policies/purposes.js';
import { loadSettings } from '../../settings/settings.js';
import { createLogger } from '../../subgraphs/_kit/log.js';
import { sealsColumns } from '../../subgraphs/_kit/identity/sealed-columns.js';
import { agencyNames, loadAgency } from '../../subgraphs/index.js';
import { openAgencyDatabases } from './agency-databases.js';
import { generatedCounty } from './generated-county.js';
import { openDevelopmentIssuer } from './identity.js';
import { loadPersonas } from './personas.js';

export interface ServedParts {
  close(): Promise<void>;
}

/**
 * Serves the named parts in this process, each on its own port; what is not named runs elsewhere.
 * @param parts `gateway` and names of agencies.
 */
export async function serveParts(parts: ReadonlySet<string>): Promise<ServedParts> {
  const agencies = agencyNames.filter((name) => parts.has(name));
  const definitions = await Promise.all(agencies.map(loadAgency));
  const sealing = definitions.filter(sealsColumns).map(({ name }) => name);
  const settings = loadSettings(undefined, agencyNames, { gateway: parts.has('gateway'), agencies, sealing });
  const log = createLogger(settings.logLevel, [...parts].join(','));
  const developmentIssuer = await openDevelopmentIssuer(settings);
  const purposes = loadPurposes();
  const databases = await openAgencyDatabases(settings, agencies, (message) => log.info(message));
  const closers: (() => Promise<void>)[] = [() => databases.release()];
  try {
    if (agencies.length > 0) {
      const { startConfiguredAgency } = await import('./configured-agency.js');
      const policies = loadPolicies();
      for (const name of agencies) {
        const agency = await startConfiguredAgency(name, {
          settings,
          databases,
          developmentIssuer,
          purposes,
          policies,
          log,
        });
        closers.unshift(() => agency.close());
        log.info({ agency: name, port: Number(agency.url.port) }, 'agency is ready');
      }
    }
    if (parts.has('gateway')) {
      const { buildGateway } = await import('./gateway-process.js');
      const personas = developmentIssuer ? loadPersonas(settings, generatedCounty(settings)) : [];
      const gateway = buildGateway({
        settings,
        developmentIssuer,
        personas,
        purposes,
        log,
      });
      const url = await gateway.listen({ host: settings.host, port: settings.port });
      closers.unshift(() => gateway.close());
      log.info({ port: Number(url.port) }, 'gateway is ready');
    }
  } catch (cause) {
    for (const close of closers) await close();
    throw cause;
  }
  return {
    async close() {
      for (const close of closers) await close();
    },
  };
}
