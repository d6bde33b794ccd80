import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listenOnLoopback } from '../explorer/support/loopback-server.js';
import { makeTemporaryFolder } from '../support/temporary-folder.js';
import { testServer } from '../support/test-server.js';
import { BAD_START_LIMIT_MS, explanationOf } from './support/bad-start.js';
import { freePorts } from './support/free-ports.js';
import { projectFolder } from './support/hub-process.js';

const PASSWORD = 'not-for-anybodys-eyes';
let folder: string;
let policePort: string;

beforeEach(async () => {
  folder = makeTemporaryFolder('hub-bad-start-');
  policePort = String((await freePorts(1))[0]);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const fails = (parameters: readonly string[], settings: Record<string, string> = {}, project?: string) =>
  explanationOf(parameters, {
    folder,
    settings: { POLICE_PORT: policePort, ...settings },
    secrets: [PASSWORD],
    project,
  });

const existingDatabase = () => testServer().urlFor('postgres');

describe('a port that another program uses', () => {
  let taken: Awaited<ReturnType<typeof listenOnLoopback>>;
  beforeEach(async () => (taken = await listenOnLoopback()));
  afterEach(() => taken.close());

  test.each(['police', 'gateway'])(
    'is named by the process of %s',
    async (part) => {
      const port = new URL(taken.origin).port;
      const explanation = await fails(['serve', part], {
        [part === 'gateway' ? 'PORT' : 'POLICE_PORT']: port,
        POLICE_DATABASE_URL: existingDatabase(),
      });
      expect(explanation).toBe(
        `PORT_UNAVAILABLE: Port ${port} on 127.0.0.1 is in use by another program. Choose another one by its setting.`,
      );
    },
    BAD_START_LIMIT_MS,
  );

  test(
    'also ends the embedded database that was started before it was tried',
    async () => {
      const explanation = await fails(['serve', 'police'], { POLICE_PORT: new URL(taken.origin).port });
      expect(explanation).toMatch(/^PORT_UNAVAILABLE: .* is in use by another program/);
    },
    BAD_START_LIMIT_MS,
  );
});

describe('a database that can not be used', () => {
  test.each([
    ['serve', ['serve', 'police'], 'POLICE_DATABASE_URL'],
    ['migrate', ['migrate', '--agency', 'police'], 'POLICE_OWNER_DATABASE_URL'],
  ])(
    'is named with its host and role, not its password, by hub %s',
    async (_command, parameters, setting) => {
      const [port] = await freePorts(1);
      const explanation = await fails(parameters, {
        [setting]: `postgres://police_role:${PASSWORD}@127.0.0.1:${port}/hub_police`,
      });
      expect(explanation).toBe(
        `DATABASE_UNUSABLE: The database at 127.0.0.1:${port}/hub_police as police_role can't be used: nothing listens there.`,
      );
    },
    BAD_START_LIMIT_MS,
  );

  test('is named when its password is wrong', async () => {
    const url = new URL(existingDatabase());
    url.password = PASSWORD;
    expect(await fails(['serve', 'police'], { POLICE_DATABASE_URL: url.href })).toMatch(
      /^DATABASE_UNUSABLE: .* can't be used: the password is wrong\.$/,
    );
  });

  test('is never served as its owner, who stands above row-level security', async () => {
    expect(await fails(['serve', 'police'], { POLICE_OWNER_DATABASE_URL: existingDatabase() })).toBe(
      "SETTINGS_UNUSABLE: POLICE_DATABASE_URL is needed beside the owner's address.",
    );
  });
});

test('an agency that does not exist is answered with those that do', async () => {
  expect(await fails(['serve', 'police', 'polices'])).toMatch(
    /^UNKNOWN_NAME: Nothing is called polices\. Choose from: gateway, education, police, civil-affairs, .*coordination\.$/,
  );
});

test('a migration of an agency that does not exist makes it no database', async () => {
  expect(await fails(['migrate', '--agency', 'polices'])).toMatch(
    /^UNKNOWN_NAME: Nothing is called polices\. Choose from: education, /,
  );
  expect(existsSync(join(folder, 'postgres'))).toBe(false);
});

test('a persona that does not exist is answered with those that do', async () => {
  expect(await fails(['token', 'nobody'])).toMatch(
    /^UNKNOWN_NAME: There is no such persona\. Choose from: .*bureau-officer.*\.$/,
  );
});

describe('a data folder that was only half written', () => {
  test('with a broken secret is named', async () => {
    writeFileSync(join(folder, 'secrets.json'), '{"root":"c2V');
    expect(await fails(['serve', 'police'], { POLICE_DATABASE_URL: existingDatabase() })).toBe(
      'SETTINGS_UNUSABLE: The settings are not usable:\n' +
        '  - HUB_DATA_DIR must be a folder that the hub may write to, with an intact secrets.json or none.',
    );
  });

  test('with an incomplete database is left alone, with word of what to do', async () => {
    mkdirSync(join(folder, 'postgres', 'cluster', 'base'), { recursive: true });
    expect(await fails(['migrate'])).toMatch(
      /^DATABASE_UNUSABLE: .*not a complete database.*Restore it from a backup/,
    );
  });

  test.each([
    ['empty', '', 'is empty'],
    ['half a key', '{"kty":"EC","crv":"P-256","x":"not-for-anybodys-eyes', 'is damaged'],
    ['no key', '{"kty":"EC"}', 'is damaged'],
  ])('with a signing key that is %s is named', async (_what, text, problem) => {
    mkdirSync(join(folder, 'issuer'));
    writeFileSync(join(folder, 'issuer', 'development-issuer.jwk.json'), text, { mode: 0o600 });
    expect(await fails(['token', 'bureau-officer'])).toMatch(
      new RegExp(`^ISSUER_KEY_UNUSABLE: The signing key .*jwk\\.json ${problem}: delete it`),
    );
  });

  test('with a broken description of its county is named', async () => {
    mkdirSync(join(folder, 'county'));
    writeFileSync(join(folder, 'county', 'manifest.json'), '{"state":"COMPL');
    expect(await fails(['personas'])).toMatch(/^COUNTY_DAMAGED: .*manifest\.json/);
  });
});

describe('a file of the project that was broken', () => {
  let project: string;
  beforeEach(() => {
    project = join(folder, 'project');
    for (const part of ['cli', 'dist', 'county', 'policies', 'schema', 'package.json'])
      cpSync(join(projectFolder, part), join(project, part), { recursive: true });
    symlinkSync(join(projectFolder, 'node_modules'), join(project, 'node_modules'));
  });

  test('a policy file is named with what is wrong', async () => {
    writeFileSync(join(project, 'policies', 'somewhere-2026.yaml'), 'appliesTo: [\n');
    const settings = { POLICE_DATABASE_URL: existingDatabase() };
    expect(await fails(['serve', 'police'], settings, project)).toMatch(
      /^POLICY_UNUSABLE: somewhere-2026\.yaml: /,
    );
  });

  test('the file of purposes is named with what is wrong', async () => {
    writeFileSync(join(project, 'policies', 'purposes.yaml'), 'CASE_HANDLING: {');
    const settings = { POLICE_DATABASE_URL: existingDatabase() };
    expect(await fails(['serve', 'police'], settings, project)).toMatch(/^POLICY_UNUSABLE: purposes\.yaml/);
  });

  test('the supergraph is named with the command that writes it', async () => {
    writeFileSync(join(project, 'schema', 'supergraph.graphql'), 'type Query {');
    const settings = { PORT: policePort, POLICE_PORT: '4002' };
    expect(await fails(['serve', 'gateway'], settings, project)).toBe(
      `SCHEMA_UNUSABLE: ${project}/schema/supergraph.graphql is missing or not a supergraph. Run "npx hub schema".`,
    );
  });
});
