import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ensureAgencyDatabases } from '../../../postgres/agency-databases.js';
import { acquireEmbeddedPostgres, type EmbeddedPostgres } from '../../../postgres/embedded-server.js';
import { agencyNames } from '../../../subgraphs/index.js';
import { makeTemporaryFolder } from '../../support/temporary-folder.js';
import { interpolate, readComposeFile, serviceOf } from './compose-file.js';
import { freePorts } from './free-ports.js';
import { projectFolder, startHub, type Ending, type HubProcess } from './hub-process.js';

const HEALTHY_WITHIN_MS = 60_000;
const BETWEEN_CHECKS_MS = 500;

export interface HubApart {
  readonly folder: string;
  readonly gatewayUrl: URL;
  /** Where a service that stays is reached. */
  urlOf(service: string): URL;
  /** The database server, whose process number is another one after it was killed and started again. */
  readonly server: Pick<EmbeddedPostgres, 'pid' | 'adminUrl'>;
  /** The address of an agency's database as its owner. */
  ownerDatabaseUrl(agency: string): string;
  /** Runs a service of docker-compose.yml that ends by itself. */
  run(service: string): Promise<Ending>;
  /** Runs `hub generate` with the same keys and databases; production has no such command. */
  generate(children: number): Promise<Ending>;
  /** Starts `hub worker coordination` beside coordination's own process. */
  worker(): HubProcess;
  /** Starts `hub compare`, which asks for a run and waits for its end. */
  compare(): HubProcess;
  /** Runs `hub verify-audit` on an agency's log, as the owner of the databases. */
  verifyAudit(agency: string): Promise<Ending>;
  /** Starts a service of docker-compose.yml. */
  start(service: string): HubProcess;
  /** Starts a service of docker-compose.yml and waits until it is healthy; another one of its kind takes its place. */
  serve(service: string): Promise<void>;
  /** What is served now, by service. */
  readonly served: ReadonlyMap<string, HubProcess>;
  /** Waits until the service's own health check passes. @throws when it ends instead, or never gets there. */
  untilHealthy(service: string, running: HubProcess): Promise<void>;
  /** Kills what is served, and throws the databases away. */
  remove(): Promise<void>;
}

/**
 * The services of docker-compose.yml on this machine without containers: the same commands, variables, secrets and
 * health checks. Only what a container brings differs: host names, ports and the folder of the secrets.
 *
 * @param options.durable whether what the database has acknowledged outlives its own end
 */
export async function prepareHubApart(
  operator: Readonly<Record<string, string>>,
  { durable = false }: { readonly durable?: boolean } = {},
): Promise<HubApart> {
  const file = readComposeFile();
  const folder = makeTemporaryFolder('hub-apart-');
  const secrets = join(folder, 'secrets');
  const server = await acquireEmbeddedPostgres({ dataDir: folder, durable, log: () => undefined });
  const databases = await ensureAgencyDatabases(server.adminUrl, agencyNames);
  mkdirSync(secrets);
  for (const [agency, { ownerUrl, servingUrl }] of Object.entries(databases)) {
    const name = agency.replaceAll('-', '_');
    writeFileSync(join(secrets, `${name}_owner_database_url.txt`), ownerUrl);
    writeFileSync(join(secrets, `${name}_database_url.txt`), servingUrl);
  }
  writeFileSync(join(secrets, 'oidc_client_secret.txt'), operator['OIDC_CLIENT_SECRET'] ?? '');
  // Keeps what is there and makes all keys.
  execFileSync(join(projectFolder, 'docker/make-secrets.sh'), [secrets]);

  const services = ['gateway', ...agencyNames];
  const found = await freePorts(services.length);
  const portOf = new Map(services.map((service, index) => [service, found[index] ?? 0]));

  function here(value: string): string {
    const secret = /^\/run\/secrets\/(\w+)$/.exec(value)?.[1];
    if (secret !== undefined) return join(secrets, `${secret}.txt`);
    const peer = /^http:\/\/([a-z-]+):\d+$/.exec(value)?.[1];
    if (peer !== undefined && portOf.has(peer)) return `http://127.0.0.1:${portOf.get(peer)}`;
    if (value === '/var/lib/hub-audit') return join(folder, 'audit');
    return value === '0.0.0.0' ? '127.0.0.1' : value;
  }

  function settingsOf(service: string): Record<string, string> {
    const written = Object.entries(serviceOf(file, service).environment);
    const port = portOf.get(service);
    const portSetting = service === 'gateway' ? 'PORT' : `${prefixOf(service)}_PORT`;
    return {
      HUB_DATA_DIR: join(folder, 'none'),
      ...(port !== undefined && { [portSetting]: String(port) }),
      ...Object.fromEntries(
        written.map(([name, value]) => [
          name,
          here(interpolate(value, { HUB_LOG_LEVEL: 'warn', ...operator })),
        ]),
      ),
    };
  }

  function ownerSettings(): Record<string, string> {
    const addresses = agencyNames.flatMap((agency) => {
      const name = agency.replaceAll('-', '_');
      return ['OWNER_DATABASE_URL', 'DATABASE_URL'].map(
        (kind) =>
          [`${prefixOf(agency)}_${kind}_FILE`, join(secrets, `${name}_${kind.toLowerCase()}.txt`)] as const,
      );
    });
    const auditKeys = agencyNames.map((agency) => [
      `${prefixOf(agency)}_AUDIT_KEY_FILE`,
      join(secrets, `${agency.replaceAll('-', '_')}_audit_key.txt`),
    ]);
    return {
      ...Object.fromEntries([...addresses, ...auditKeys]),
      HUB_DATA_DIR: folder,
      HUB_DIGEST_KEY_FILE: join(secrets, 'hub_digest_key.txt'),
      HUB_COLUMN_KEY_FILE: join(secrets, 'hub_column_key.txt'),
    };
  }

  const served = new Map<string, HubProcess>();
  const urlOf = (service: string) => new URL(`http://127.0.0.1:${portOf.get(service)}/`);
  const start = (service: string) => startHub(serviceOf(file, service).command ?? [], settingsOf(service));
  return {
    folder,
    gatewayUrl: urlOf('gateway'),
    urlOf,
    server,
    ownerDatabaseUrl: (agency) => databases[agency]?.ownerUrl ?? '',
    start,
    run: (service) => start(service).ended,
    generate: (children) =>
      startHub(['generate'], { ...ownerSettings(), HUB_CHILDREN: String(children) }).ended,
    worker: () => startHub(['worker', 'coordination'], settingsOf('coordination')),
    compare: () =>
      startHub(['compare'], { ...ownerSettings(), COORDINATION_URL: urlOf('coordination').href }),
    verifyAudit: (agency) =>
      startHub(['verify-audit', agency], { ...ownerSettings(), HUB_AUDIT_DIR: join(folder, 'audit') }).ended,
    served,
    async serve(service) {
      const started = start(service);
      served.set(service, started);
      await untilHealthy(service, started);
    },
    untilHealthy,
    async remove() {
      await Promise.all([...served.values()].map((each) => each.stop('SIGKILL')));
      await server.release();
      rmSync(folder, { recursive: true, force: true });
    },
  };

  async function untilHealthy(service: string, { ended }: HubProcess): Promise<void> {
    const [, program = '', ...rest] = serviceOf(file, service).healthcheck?.test ?? ['CMD'];
    const command = program === 'node' ? process.execPath : program;
    const parameters = rest.map((text) => (/^\d+$/.test(text) ? String(portOf.get(service)) : text));
    const deadline = Date.now() + HEALTHY_WITHIN_MS;
    while (!(await succeeds(command, parameters))) {
      const ending = await Promise.race([ended, delay(BETWEEN_CHECKS_MS)]);
      if (ending) throw new Error(`${service} ended: ${ending.stderr || ending.stdout}`);
      if (Date.now() > deadline) throw new Error(`${service} never became healthy.`);
    }
  }
}

const prefixOf = (agency: string) => agency.toUpperCase().replaceAll('-', '_');

function succeeds(command: string, parameters: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const check = spawn(command, parameters, { cwd: projectFolder, stdio: 'ignore', env: {} });
    check.once('exit', (status) => resolve(status === 0));
  });
}
