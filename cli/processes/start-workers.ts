import { loadPolicies } from '../../policies/load-policies.js';
import { loadSettings } from '../../settings/settings.js';
import { openDatabase } from '../../subgraphs/_kit/database.js';
import { createStudentIdentifier } from '../../subgraphs/_kit/identity/student-id.js';
import { createLogger } from '../../subgraphs/_kit/log.js';
import { openSideConnection } from '../../subgraphs/_kit/side-connection.js';
import { agencyNames, loadAgency } from '../../subgraphs/index.js';
import { openAgencyDatabases } from './agency-databases.js';
import { agencyKeys } from './agency-keys.js';
import { createCiphers } from './ciphers.js';
import { createClock } from './clock.js';
import { openDevelopmentIssuer } from './identity.js';
import { peersOf } from './peers.js';

export interface Workers {
  close(): Promise<void>;
}

/** Works through the jobs of these agencies, which are served elsewhere. */
export async function startWorkers(agencies: readonly string[]): Promise<Workers> {
  const settings = loadSettings(undefined, agencyNames, { gateway: false, agencies, sealing: agencies });
  const log = createLogger(settings.logLevel, 'worker');
  const developmentIssuer = await openDevelopmentIssuer(settings);
  const databases = await openAgencyDatabases(settings, agencies, (message) => log.info(message));
  const closers: (() => Promise<unknown>)[] = [() => databases.release()];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    for (const name of agencies) {
      const definition = await loadAgency(name);
      const peers = peersOf(settings, developmentIssuer, name);
      if (!peers) throw new Error(`${name} has no account under which its jobs could ask other agencies.`);
      const databaseUrl = databases.of(name).servingUrl;
      const orm = await openDatabase(definition, { url: databaseUrl });
      closers.push(() => orm.close());
      const apart = openSideConnection(databaseUrl);
      closers.push(() => apart.destroy());
      const keys = agencyKeys(settings, name);
      const worker = definition.worker?.({
        ...peers,
        orm,
        databaseUrl,
        apart,
        policies: loadPolicies(),
        identifier: createStudentIdentifier(keys.digest),
        cipherOf: createCiphers(keys),
        now: createClock(settings.now),
        log,
      });
      if (worker) closers.push(() => worker.close());
      log.info({ agency: name }, 'worker is ready');
    }
    return { close };
  } catch (cause) {
    await close();
    throw cause;
  }
}
