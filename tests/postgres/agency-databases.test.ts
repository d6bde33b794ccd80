import { rmSync } from 'node:fs';
import { ensureAgencyDatabases, type AgencyDatabase } from '../../postgres/agency-databases.js';
import { cloneDatabase, dropDatabase } from '../../postgres/database-clone.js';
import { withConnection } from '../../postgres/database-connection.js';
import { acquireEmbeddedPostgres, type EmbeddedPostgres } from '../../postgres/embedded-server.js';
import { makeTemporaryFolder } from '../support/temporary-folder.js';

const AGENCIES = ['education', 'civil-affairs'];
let dataDir: string;
let server: EmbeddedPostgres;
let education: AgencyDatabase;
let civilAffairs: AgencyDatabase;

const run = (url: string, sql: string) =>
  withConnection(url, (client) => client.query<Record<string, unknown>>(sql));

beforeAll(async () => {
  dataDir = makeTemporaryFolder('hub-agency-databases-');
  server = await acquireEmbeddedPostgres({ dataDir, durable: false, log: () => undefined });
  const databases = await ensureAgencyDatabases(server.adminUrl, AGENCIES);
  education = databases['education']!;
  civilAffairs = databases['civil-affairs']!;
  await run(education.ownerUrl, 'CREATE TABLE school (id serial PRIMARY KEY, name text)');
});

afterAll(async () => {
  await server?.release();
  rmSync(dataDir, { recursive: true, force: true });
});

test('an agency has a database of its own, named after it with underscores', async () => {
  const { rows } = await run(
    civilAffairs.servingUrl,
    'SELECT current_database() AS database, current_user AS role',
  );
  expect(rows).toEqual([{ database: 'hub_civil_affairs', role: 'civil_affairs_serving' }]);
});

test('the serving role reads and writes the rows of tables that the owner makes', async () => {
  await run(education.servingUrl, "INSERT INTO school (name) VALUES ('第一小学')");
  await run(education.servingUrl, "UPDATE school SET name = '第二小学'");
  const { rows } = await run(education.servingUrl, 'SELECT name FROM school');
  expect(rows).toEqual([{ name: '第二小学' }]);
  await run(education.servingUrl, 'DELETE FROM school');
});

test.each([
  ['create a table', 'CREATE TABLE own (id int)', '42501'],
  ['create a schema', 'CREATE SCHEMA own', '42501'],
  ['change a table', 'ALTER TABLE school DISABLE ROW LEVEL SECURITY', '42501'],
  ['remove a table', 'DROP TABLE school', '42501'],
  ['empty a table past row-level security', 'TRUNCATE school', '42501'],
  ['become the owner', 'SET ROLE education_owner', '42501'],
  ['give itself more rights', 'ALTER ROLE education_serving BYPASSRLS', '42501'],
  ['read the files of the server', "COPY school FROM '/etc/passwd'", '42501'],
])('the serving role may not %s', async (_what, sql, code) => {
  await expect(run(education.servingUrl, sql)).rejects.toMatchObject({ code });
});

test('no role of an agency is a superuser, bypasses row-level security or creates roles or databases', async () => {
  const { rows } = await run(
    server.adminUrl,
    `SELECT rolname FROM pg_roles WHERE rolname ~ '_(owner|serving)$' AND
     (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)`,
  );
  expect(rows).toEqual([]);
});

test('the serving role owns nothing', async () => {
  const { rows } = await run(
    server.adminUrl,
    `SELECT rolname FROM pg_shdepend JOIN pg_roles ON pg_roles.oid = refobjid
     WHERE deptype = 'o' AND rolname ~ '_serving$'`,
  );
  expect(rows).toEqual([]);
});

test.each([
  ['serving', "another agency's database", 'hub_education'],
  ['owner', "another agency's database", 'hub_education'],
  ['serving', "the server's own database", 'postgres'],
  ['serving', 'the template of new databases', 'template1'],
])('the %s role may not connect to %s', async (kind, _what, database) => {
  const url = server.urlFor(database, `civil_affairs_${kind}`);
  await expect(run(url, 'SELECT 1')).rejects.toThrow(/this role may not connect to that database/);
});

test('making the databases again changes nothing and gives the same addresses', async () => {
  await run(education.servingUrl, "INSERT INTO school (name) VALUES ('第三小学')");
  const again = await ensureAgencyDatabases(server.adminUrl, AGENCIES);
  expect(again).toEqual({ education, 'civil-affairs': civilAffairs });
  const { rowCount } = await run(education.servingUrl, "SELECT FROM school WHERE name = '第三小学'");
  expect(rowCount).toBe(1);
});

test('several processes may make the databases at the same moment', async () => {
  const results = await Promise.all(
    [1, 2, 3].map(() => ensureAgencyDatabases(server.adminUrl, ['labour', 'poverty'])),
  );
  expect(results[1]).toEqual(results[0]);
  expect(await run(results[2]?.['poverty']?.servingUrl ?? '', 'SELECT 1 AS one')).toMatchObject({
    rows: [{ one: 1 }],
  });
});

test("one role's password does not open another role", () => {
  const passwords = [server.adminUrl, education.ownerUrl, education.servingUrl, civilAffairs.servingUrl].map(
    (url) => new URL(url).password,
  );
  expect(new Set(passwords).size).toBe(passwords.length);
});

test.each(['Education', 'a"; DROP DATABASE postgres', '', '9lives'])(
  'refuses %j as the name of an agency',
  async (name) => {
    await expect(ensureAgencyDatabases(server.adminUrl, [name])).rejects.toThrow(/agency name/);
  },
);

test('a cloned database keeps rows, owner and rights to connect, and can be dropped while in use', async () => {
  await cloneDatabase(server.adminUrl, 'hub_education', 'hub_education_clone');
  const servingUrl = server.urlFor('hub_education_clone', 'education_serving');
  const { rows } = await run(servingUrl, 'SELECT count(*)::int > 0 AS filled FROM school');
  expect(rows).toEqual([{ filled: true }]);
  await expect(
    run(server.urlFor('hub_education_clone', 'civil_affairs_serving'), 'SELECT 1'),
  ).rejects.toThrow(/may not connect/);
  await run(server.urlFor('hub_education_clone', 'education_owner'), 'CREATE TABLE later (id int)');
  await run(servingUrl, 'SELECT FROM later');
  await withConnection(servingUrl, async (client) => {
    await dropDatabase(server.adminUrl, 'hub_education_clone');
    await expect(client.query('SELECT 1')).rejects.toThrow();
  });
  await expect(run(servingUrl, 'SELECT 1')).rejects.toThrow(/no such database/);
});

test('names sort by pinyin with ICU, ids by bytes', async () => {
  await run(
    education.ownerUrl,
    `CREATE COLLATION "zh-u-co-pinyin" (provider = icu, locale = 'zh-u-co-pinyin')`,
  );
  const names = await run(
    education.servingUrl,
    `SELECT string_agg(name, '' ORDER BY name COLLATE "zh-u-co-pinyin") AS sorted
     FROM unnest(ARRAY['张','李','阿','王','陈']) AS name`,
  );
  expect(names.rows).toEqual([{ sorted: '阿陈李王张' }]);
  const ids = await run(
    education.servingUrl,
    `SELECT string_agg(id, ' ' ORDER BY id) AS sorted FROM unnest(ARRAY['b','a','B','2','é']) AS id`,
  );
  expect(ids.rows).toEqual([{ sorted: '2 B a b é' }]);
});
