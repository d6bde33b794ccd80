import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
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
    expect(folder.problemsOf(without(production, name))).toEqual([expect.stringContaining(name)]);
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
