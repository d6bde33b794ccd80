import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureAgencyDatabases } from '../../postgres/agency-databases.js';
import { withConnection } from '../../postgres/database-connection.js';
import { acquireEmbeddedPostgres, type EmbeddedPostgres } from '../../postgres/embedded-server.js';
import { agencyNames } from '../../subgraphs/index.js';
import { makeTemporaryFolder } from '../support/temporary-folder.js';
import { projectFolder } from './support/hub-process.js';

const ROLES = `SELECT rolname, rolsuper, rolinherit, rolcreaterole, rolcreatedb, rolcanlogin, rolreplication, rolbypassrls
  FROM pg_roles ORDER BY rolname`;
const DATABASES = `SELECT datname, pg_get_userbyid(datdba) AS owner, datacl::text, datcollate, datlocale, pg_encoding_to_char(encoding)
  FROM pg_database ORDER BY datname`;
const RIGHTS = `SELECT nspacl::text AS rights, pg_get_userbyid(nspowner) AS owner FROM pg_namespace WHERE nspname = 'public'
  UNION ALL SELECT defaclacl::text || defaclobjtype::text, pg_get_userbyid(defaclrole) FROM pg_default_acl ORDER BY 1`;

const folders = [0, 1].map(() => makeTemporaryFolder('hub-postgres-init-'));
const servers: EmbeddedPostgres[] = [];

beforeAll(async () => {
  for (const dataDir of folders)
    servers.push(await acquireEmbeddedPostgres({ dataDir, durable: false, log: () => undefined }));
});
afterAll(async () => {
  for (const server of servers) await server.release();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Makes the secrets and runs the init script with them, as the image of PostgreSQL does with an empty volume. */
function initialise(server: EmbeddedPostgres, secrets: string): void {
  spawnSync(join(projectFolder, 'docker/make-secrets.sh'), [secrets]);
  const { username, password, port } = new URL(server.adminUrl);
  const { status, stderr, error } = spawnSync(join(projectFolder, 'docker/postgres-init.sh'), {
    env: {
      PATH: '/usr/local/bin:/usr/bin:/bin',
      SECRETS_FOLDER: secrets,
      POSTGRES_USER: username,
      PGPASSWORD: password,
      PGHOST: '127.0.0.1',
      PGPORT: port,
    },
    encoding: 'utf8',
  });
  expect({ status, stderr, error }).toEqual({ status: 0, stderr: '' });
}

/** Everything that the catalogue says of roles, databases and rights. */
async function catalogueOf(server: EmbeddedPostgres): Promise<unknown> {
  const rows = (url: string, sql: string) =>
    withConnection(url, async (client) => (await client.query<Record<string, unknown>>(sql)).rows);
  const inside = agencyNames.map((agency) => `hub_${agency.replaceAll('-', '_')}`);
  return {
    roles: await rows(server.adminUrl, ROLES),
    databases: await rows(server.adminUrl, DATABASES),
    rights: await Promise.all(inside.map((database) => rows(server.urlFor(database), RIGHTS))),
  };
}

test('the databases of docker-compose.yml have the roles and rights of the embedded ones, and open by the secrets', async () => {
  const [byScript, embedded] = servers;
  if (!byScript || !embedded) throw new Error('Two servers are needed.');
  const secrets = join(folders[0] ?? '', 'secrets');
  initialise(byScript, secrets);
  await ensureAgencyDatabases(embedded.adminUrl, agencyNames);
  expect(await catalogueOf(byScript)).toEqual(await catalogueOf(embedded));

  const addresses = readdirSync(secrets).filter((name) => name.endsWith('_database_url.txt'));
  expect(addresses).toHaveLength(2 * agencyNames.length);
  for (const name of addresses) {
    const address = readFileSync(join(secrets, name), 'utf8').replace(
      '@postgres:5432',
      `@127.0.0.1:${byScript.port}`,
    );
    const role = `${name.replace(/(_owner)?_database_url\.txt$/, '')}_${name.includes('_owner_') ? 'owner' : 'serving'}`;
    await withConnection(address, async (client) => {
      const { rows } = await client.query<{ role: string }>('SELECT current_user AS role');
      expect(rows).toEqual([{ role }]);
    });
  }
});

test('secrets are made once, differ from each other and are kept by the next run', () => {
  const secrets = join(folders[1] ?? '', 'secrets');
  mkdirSync(secrets);
  writeFileSync(join(secrets, 'hub_digest_key.txt'), 'a key that is in use');
  const make = () =>
    spawnSync(join(projectFolder, 'docker/make-secrets.sh'), [secrets], { encoding: 'utf8' });
  const contents = () =>
    readdirSync(secrets)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => [name, readFileSync(join(secrets, name), 'utf8')]);
  const named = readFileSync(join(projectFolder, 'docker-compose.yml'), 'utf8').matchAll(
    /secrets\/(\w+\.txt)/g,
  );
  const wanted = [...new Set([...named].map(([, name]) => name))];
  expect(make().stdout.trim().split('\n')).toHaveLength(wanted.length - 1);
  const first = contents();
  expect(first.map(([name]) => name)).toEqual(wanted.toSorted());
  expect(new Set(first.map(([, value]) => value)).size).toBe(wanted.length);
  expect(Object.fromEntries(first)).toMatchObject({ 'hub_digest_key.txt': 'a key that is in use' });
  expect(make().stdout).toBe('');
  expect(contents()).toEqual(first);
});
