import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { agencyNames, loadAgency } from '../../subgraphs/index.js';
import { sealsColumns } from '../../subgraphs/_kit/identity/sealed-columns.js';
import { agencyRows, hubRows } from '../../settings/setting-rows.js';
import { loadSettings } from '../../settings/settings.js';
import { readComposeFile, serviceOf } from './support/compose-file.js';
import { projectFolder, startHub } from './support/hub-process.js';

const file = readComposeFile();
const services = Object.entries(file.services);
const ours = services.filter(([, { image }]) => image === 'student-support-hub');
const agencyServices = agencyNames.map((name) => [name, serviceOf(file, name)] as const);

/** What another container is told, e.g. `http://education:4001`. */
const addressesIn = (environment: Readonly<Record<string, string>>) =>
  Object.entries(environment).filter(([name]) => /^[A-Z_]+_URL$/.test(name) && !name.startsWith('OIDC_'));

test('there are PostgreSQL, a migration, every agency of the registry and the gateway', () => {
  expect(Object.keys(file.services)).toEqual(['postgres', 'migrate', ...agencyNames, 'gateway']);
});

const subcommands = new Set(ours.map(([, { command = [] }]) => command[0] ?? 'none'));

test.each([...subcommands])('hub has the command %s that they run', async (subcommand) => {
  const { status, stdout } = await startHub([subcommand, '--help'], {}).ended;
  expect({ status, usage: stdout.split('\n')[0] }).toEqual({
    status: 0,
    usage: expect.stringContaining(`Usage: hub ${subcommand} `),
  });
});

test('each service runs the part that it is named after', () => {
  for (const [name, { command }] of ours)
    expect(command).toEqual(name === 'migrate' ? ['migrate'] : ['serve', name]);
});

test('every service that stays has a health check of its own port', () => {
  for (const [name, { healthcheck, restart }] of services) {
    expect(restart).toBe(name === 'migrate' ? 'on-failure' : 'unless-stopped');
    if (name !== 'migrate') expect(healthcheck?.test.length).toBeGreaterThan(1);
  }
  const { port, agencies } = loadSettings(
    { HUB_DATA_DIR: '/nonexistent/hub', ...production() },
    agencyNames,
    {
      gateway: false,
      agencies: [],
    },
  );
  expect(serviceOf(file, 'gateway').healthcheck?.test.at(-1)).toBe(String(port));
  for (const [name, { healthcheck }] of agencyServices) {
    expect(healthcheck?.test.at(-1)).toBe(String(agencies[name]?.port));
    for (const caller of ['gateway', 'coordination']) {
      const { environment } = serviceOf(file, caller);
      expect(environment[agencyRows(name, 0).url.name]).toBe(`http://${name}:${agencies[name]?.port}`);
    }
  }
});

test('the health check that they call is part of the image', () => {
  const scripts = services.flatMap(([, { healthcheck }]) =>
    (healthcheck?.test ?? []).filter((text) => text.endsWith('.js')),
  );
  expect(new Set(scripts)).toEqual(new Set(['docker/check-ready.js']));
  expect(existsSync(join(projectFolder, 'docker/check-ready.js'))).toBe(true);
  expect(readFileSync(join(projectFolder, 'Dockerfile'), 'utf8')).toContain('docker/check-ready.js');
});

test('every variable is a setting that the hub knows', () => {
  const rows = [
    ...Object.values(hubRows),
    ...agencyNames.flatMap((name, index) => Object.values(agencyRows(name, index))),
  ];
  const known = new Set(rows.flatMap((row) => ('file' in row ? [row.name, `${row.name}_FILE`] : [row.name])));
  for (const [, { environment }] of ours)
    expect(Object.keys(environment).filter((name) => !known.has(name))).toEqual([]);
});

test('secrets come from files alone, and each service mounts exactly those that it reads', () => {
  for (const [name, { environment, secrets }] of services) {
    const secret = /KEY|PASSWORD|DATABASE_URL/;
    const bare = Object.keys(environment).filter((key) => secret.test(key) && !key.endsWith('_FILE'));
    expect(bare).toEqual([]);
    const read = Object.values(environment).flatMap(
      (value) => /^\/run\/secrets\/(\w+)$/.exec(value)?.[1] ?? [],
    );
    // PostgreSQL's init script reads the agencies' addresses without a variable for each.
    const readByScript = name === 'postgres' ? secrets.filter((key) => key.endsWith('_database_url')) : [];
    expect([...read, ...readByScript].sort()).toEqual([...secrets].sort());
    expect(secrets.filter((key) => !(key in file.secrets))).toEqual([]);
  }
  for (const [name, { file: path }] of Object.entries(file.secrets))
    expect(path).toBe(`./secrets/${name}.txt`);
});

test('no process holds what it has no use for', () => {
  for (const [name, { secrets }] of agencyServices) {
    const own = name.replaceAll('-', '_');
    expect(secrets.filter((key) => key.endsWith('_database_url'))).toEqual([`${own}_database_url`]);
    expect(secrets.filter((key) => key.endsWith('_signing_key'))).toEqual([`${own}_signing_key`]);
    expect(secrets.filter((key) => key.endsWith('_audit_key'))).toEqual([`${own}_audit_key`]);
  }
  const { secrets } = serviceOf(file, 'gateway');
  expect(secrets.filter((key) => !key.endsWith('_signing_key'))).toEqual([]);
  expect(serviceOf(file, 'migrate').secrets.filter((key) => !key.endsWith('_owner_database_url'))).toEqual(
    [],
  );
});

test('the column key is mounted exactly where a column is sealed', async () => {
  const definitions = await Promise.all(agencyNames.map(loadAgency));
  const sealing = definitions.filter(sealsColumns).map(({ name }) => name);
  expect(sealing.length).toBeGreaterThan(0);
  const holders = services.filter(([, { secrets }]) => secrets.includes('hub_column_key'));
  expect(holders.map(([name]) => name)).toEqual(sealing);
});

test('only the gateway publishes a port, on the loopback address, and it can not reach a database', () => {
  const published = services.filter(([, { ports }]) => ports !== undefined);
  expect(published.map(([name]) => name)).toEqual(['gateway']);
  expect(serviceOf(file, 'gateway').ports).toEqual(['127.0.0.1:${PORT:-4000}:4000']);
  expect(file.networks['databases']).toEqual({ internal: true });
  expect(serviceOf(file, 'postgres').networks).toEqual(['databases']);
  expect(serviceOf(file, 'gateway').networks).not.toContain('databases');
});

test('agencies wait for the migrations, and the gateway waits for no agency', () => {
  for (const [, { depends_on: before }] of agencyServices)
    expect(before?.['migrate']?.condition).toBe('service_completed_successfully');
  expect(serviceOf(file, 'migrate').depends_on?.['postgres']?.condition).toBe('service_healthy');
  expect(serviceOf(file, 'gateway').depends_on).toBeUndefined();
});

test('nobody is told an address that nobody has', () => {
  for (const [, { environment }] of ours) {
    for (const [, address] of addressesIn(environment))
      expect(Object.keys(file.services)).toContain(new URL(address).hostname);
  }
});

function production(): Record<string, string> {
  return {
    NODE_ENV: 'production',
    OIDC_ISSUER: 'https://login.example.gov.cn',
    OIDC_AUDIENCE: 'student-support-hub',
    OIDC_JWKS_URL: 'https://login.example.gov.cn/jwks.json',
  };
}
