import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  DATABASE_NAMES,
  KEY_NAMES,
  makeSettingsFolder,
  production,
  strongKey,
  without,
  type SettingsFolder,
} from './loaded-settings.js';

let folder: SettingsFolder;
beforeEach(() => {
  folder = makeSettingsFolder();
});
afterEach(() => folder.remove());

describe('production', () => {
  test('starts with all keys and an identity provider, and writes no secret of its own', () => {
    expect(folder.load(production)).toMatchObject({
      production: true,
      oidc: { audience: 'student-support-hub' },
    });
    expect(existsSync(join(folder.path, 'secrets.json'))).toBe(false);
  });

  test.each(KEY_NAMES)('does not start without %s', (name) => {
    expect(folder.problemsOf(without(production, name))[0]).toContain(name);
  });

  test.each([
    ['shorter than 32 bytes', 'x7Kq9'],
    ['the placeholder of .env.example', 'replace-me-with-32-or-more-random-bytes'],
    ['one character repeated', 'a'.repeat(40)],
    ['a pattern repeated', 'changeme'.repeat(5)],
    ['the key of another name', strongKey('HUB_COLUMN_KEY')],
  ])('does not start with a key that is %s', (_what, value) => {
    const problems = folder.problemsOf({ ...production, HUB_DIGEST_KEY: value });
    expect(problems).toEqual([expect.stringContaining('HUB_DIGEST_KEY')]);
    expect(problems.join()).not.toContain(value);
  });

  test("does not start with the data folder's development key", () => {
    const developmentKey = folder.load({}).digestKey?.export().toString() ?? '';
    expect(folder.problemsOf({ ...production, HUB_DIGEST_KEY: developmentKey })).toEqual([
      expect.stringContaining('HUB_DIGEST_KEY is a placeholder or development key'),
    ]);
  });

  test('gives each process only the keys that it needs', () => {
    const gatewayOnly = { gateway: true, agencies: [] };
    const env = without(production, 'HUB_DIGEST_KEY', 'HUB_COLUMN_KEY', 'COORDINATION_SERVICE_KEY');
    expect(folder.load(env, gatewayOnly).digestKey).toBeUndefined();
    const police = { gateway: false, agencies: ['police'] };
    const policeEnv = without(production, 'EDUCATION_SIGNING_KEY', 'CIVIL_AFFAIRS_SIGNING_KEY');
    expect(folder.load(policeEnv, police).agencies['education']?.signingKey).toBeUndefined();
    expect(folder.problemsOf(without(production, 'POLICE_SIGNING_KEY'), police)).toHaveLength(1);
  });

  test('asks for the column key only where a column is sealed, and else for a key to sign the log with', () => {
    const env = without(production, 'HUB_COLUMN_KEY');
    const parts = { gateway: false, agencies: ['education', 'police'] };
    const audit = { EDUCATION_AUDIT_KEY: strongKey('education'), POLICE_AUDIT_KEY: strongKey('police') };
    expect(folder.problemsOf(env, { ...parts, sealing: [] })).toEqual([
      expect.stringContaining('EDUCATION_AUDIT_KEY'),
      expect.stringContaining('POLICE_AUDIT_KEY'),
    ]);
    expect(folder.load({ ...env, ...audit }, { ...parts, sealing: [] }).columnKey).toBeUndefined();
    expect(folder.problemsOf({ ...env, ...audit }, { ...parts, sealing: ['police'] })).toEqual([
      expect.stringContaining('HUB_COLUMN_KEY'),
    ]);
  });

  test('takes the client of the explorer from the settings, with a name of its own by default', () => {
    expect(folder.load(production).oidc?.explorerClientId).toBe('student-support-hub-explorer');
    const named = { ...production, OIDC_EXPLORER_CLIENT_ID: 'county-explorer' };
    expect(folder.load(named).oidc?.explorerClientId).toBe('county-explorer');
  });

  test.each(DATABASE_NAMES)('does not fall back on the embedded server without %s', (name) => {
    expect(folder.problemsOf(without(production, name))).toEqual([
      `${name} (or ${name}_FILE) must be given in production: the embedded server is for development.`,
    ]);
  });

  test('asks each process for the databases that it opens alone', () => {
    const env = without(production, ...DATABASE_NAMES);
    expect(folder.problemsOf(env, { gateway: true, agencies: ['police'] })).toEqual([
      expect.stringContaining('POLICE_DATABASE_URL'),
    ]);
    expect(() => folder.load(env, { gateway: true, agencies: [] })).not.toThrow();
  });

  test('migrates with the address of the owner or of the serving role, and serves with the latter alone', () => {
    const env = without(production, ...DATABASE_NAMES);
    const migrate = { gateway: false, agencies: [], migrated: ['police'] };
    expect(folder.problemsOf(env, migrate)).toEqual([
      expect.stringMatching(/^POLICE_OWNER_DATABASE_URL or POLICE_DATABASE_URL /),
    ]);
    const owner = { ...env, POLICE_OWNER_DATABASE_URL: 'postgres://owner:pw@db:5432/hub_police' };
    expect(folder.load(owner, migrate).agencies['police']?.ownerDatabaseUrl).toContain('owner');
    expect(folder.problemsOf(owner, { gateway: false, agencies: ['police'] })).toEqual([
      expect.stringMatching(/^POLICE_DATABASE_URL /),
    ]);
    const serving = { ...env, POLICE_DATABASE_URL: 'postgres://serving:pw@db:5432/hub_police' };
    expect(() => folder.load(serving, migrate)).not.toThrow();
  });

  test('says of a wrong address that it is wrong, not that it is missing', () => {
    expect(folder.problemsOf({ ...production, POLICE_DATABASE_URL: 'mysql://db/police' })).toEqual([
      expect.stringMatching(/^POLICE_DATABASE_URL must be an address/),
    ]);
  });

  test('refuses an injected clock, no identity provider, and identity keys over plain http', () => {
    expect(folder.problemsOf({ ...production, HUB_NOW: '2026-03-20T09:00:00+08:00' })).toEqual([
      'HUB_NOW must not be set in production.',
    ]);
    expect(
      folder.problemsOf(without(production, 'OIDC_ISSUER', 'OIDC_AUDIENCE', 'OIDC_JWKS_URL')),
    ).toHaveLength(1);
    expect(
      folder.problemsOf({ ...production, OIDC_JWKS_URL: 'http://login.example.gov.cn/jwks.json' }),
    ).toHaveLength(1);
  });
});
