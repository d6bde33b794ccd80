import { readdirSync, rmSync } from 'node:fs';
import { strongKey } from '../settings/loaded-settings.js';
import { agencyNames } from '../../subgraphs/index.js';
import { makeTemporaryFolder } from '../support/temporary-folder.js';
import { testServer } from '../support/test-server.js';
import { explanationOf } from './support/bad-start.js';

const UNUSABLE = 'SETTINGS_UNUSABLE: The settings are not usable:\n';
const prefixes = agencyNames.map((name) => name.toUpperCase().replaceAll('-', '_'));

const identity = {
  OIDC_ISSUER: 'https://login.example.gov.cn',
  OIDC_AUDIENCE: 'student-support-hub',
  OIDC_JWKS_URL: 'https://login.example.gov.cn/jwks.json',
};
const keys = Object.fromEntries(
  [
    'HUB_DIGEST_KEY',
    'HUB_COLUMN_KEY',
    'COORDINATION_SERVICE_KEY',
    ...prefixes.map((prefix) => `${prefix}_SIGNING_KEY`),
  ].map((name) => [name, strongKey(name)]),
);

let folder: string;
beforeEach(() => {
  folder = makeTemporaryFolder('hub-bad-start-');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const fails = (parameters: readonly string[], settings: Record<string, string> = {}) =>
  explanationOf(parameters, {
    folder,
    settings: { NODE_ENV: 'production', ...settings },
    secrets: Object.values(keys),
  });

test('refuses a clock of its own', async () => {
  const settings = {
    HUB_NOW: '2026-03-20T09:00:00+08:00',
    POLICE_DATABASE_URL: testServer().urlFor('postgres'),
    ...identity,
  };
  expect(await fails(['migrate', '--agency', 'police'], settings)).toBe(
    `${UNUSABLE}  - HUB_NOW must not be set in production.`,
  );
});

test.each([
  ['serve', ['serve', 'gateway']],
  ['start', ['start']],
  ['token', ['token', 'bureau-officer']],
])('refuses the development issuer to hub %s', async (_command, parameters) => {
  expect(await fails(parameters)).toContain(
    '- OIDC_ISSUER, OIDC_AUDIENCE and OIDC_JWKS_URL must be given together in production.',
  );
});

test('names every missing key at once, and none of the wrong ones', async () => {
  const weak = 'not-'.repeat(10);
  const explanation = await fails(['serve', 'police'], {
    HUB_DIGEST_KEY: weak,
    POLICE_DATABASE_URL: testServer().urlFor('postgres'),
    ...identity,
  });
  expect(explanation).not.toContain(weak);
  expect(explanation.match(/HUB_DIGEST_KEY|HUB_COLUMN_KEY|POLICE_SIGNING_KEY/g)).toHaveLength(5);
});

const servingRow = (prefix: string) => `${prefix}_DATABASE_URL (or ${prefix}_DATABASE_URL_FILE)`;
const anyRow = (prefix: string) =>
  `${prefix}_OWNER_DATABASE_URL or ${prefix}_DATABASE_URL (or one of them with _FILE)`;

test.each([
  ['start', ['start'], prefixes.map(servingRow)],
  ['generate', ['generate'], prefixes.map(servingRow)],
  ['generate --replace', ['generate', '--replace'], prefixes.map(servingRow)],
  ['serve', ['serve', 'gateway', 'police', 'civil-affairs'], ['POLICE', 'CIVIL_AFFAIRS'].map(servingRow)],
  ['migrate', ['migrate'], prefixes.map(anyRow)],
  ['migrate --check', ['migrate', '--check'], prefixes.map(anyRow)],
  ['migrate --agency', ['migrate', '--agency', 'labour'], [anyRow('LABOUR')]],
])(
  'hub %s names the database addresses that are missing and starts no server',
  async (_what, parameters, missing) => {
    const sentences = missing.map(
      (row) => `  - ${row} must be given in production: the embedded server is for development.`,
    );
    expect(await fails(parameters, { ...identity, ...keys })).toBe(UNUSABLE + sentences.join('\n'));
    expect(readdirSync(folder)).toEqual([]);
  },
);
