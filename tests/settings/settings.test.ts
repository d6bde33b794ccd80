import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { describeSettings } from '../../settings/describe-settings.js';
import type { Settings } from '../../settings/settings.js';
import { agencyNames } from '../../subgraphs/index.js';
import {
  KEY_NAMES,
  makeSettingsFolder,
  production,
  strongKey,
  type SettingsFolder,
} from './loaded-settings.js';

let folder: SettingsFolder;
beforeEach(() => {
  folder = makeSettingsFolder();
});
afterEach(() => folder.remove());

describe('development', () => {
  test('needs no setting at all', () => {
    const settings = folder.load({});
    expect(settings).toMatchObject({
      production: false,
      host: '127.0.0.1',
      port: 4000,
      dataDir: folder.path,
      county: 'yinjiang',
      children: 2000,
      seed: 1,
      oidc: undefined,
      now: undefined,
    });
    expect(Object.keys(settings.agencies)).toEqual(['education', 'police', 'civil-affairs']);
    expect(settings.agencies['civil-affairs']).toMatchObject({ port: 4003, url: 'http://127.0.0.1:4003' });
  });

  test('derives the same keys at every start with one data folder, and others in another', () => {
    const bytes = (settings: Settings) => settings.digestKey?.export().toString('hex');
    const first = bytes(folder.load({}));
    expect(bytes(folder.load({}))).toBe(first);
    rmSync(join(folder.path, 'secrets.json'));
    expect(bytes(folder.load({}))).not.toBe(first);
  });

  test('derives a different key for every name', () => {
    const settings = folder.load({});
    const keys = [settings.digestKey, settings.columnKey, settings.serviceKey].concat(
      Object.values(settings.agencies).flatMap((agency) => [agency.signingKey, agency.auditKey]),
    );
    expect(new Set(keys.map((key) => key?.export().toString('hex'))).size).toBe(9);
  });

  test('keeps the development secret readable by its owner alone', () => {
    folder.load({});
    expect(statSync(join(folder.path, 'secrets.json')).mode & 0o777).toBe(0o600);
  });

  test('says that the data folder is at fault when the development secret is damaged', () => {
    writeFileSync(join(folder.path, 'secrets.json'), '{"root":');
    expect(folder.problemsOf({})).toEqual([expect.stringContaining('HUB_DATA_DIR')]);
  });

  test('takes an injected clock with its offset', () => {
    expect(folder.load({ HUB_NOW: '2026-03-20T09:00:00+08:00' }).now).toEqual(
      new Date('2026-03-20T01:00:00Z'),
    );
    expect(folder.problemsOf({ HUB_NOW: '2026-03-20' })).toEqual([
      expect.stringContaining('HUB_NOW must be an instant'),
    ]);
  });
});

describe('every process', () => {
  test('hears of all wrong settings at once, without their values', () => {
    const problems = folder.problemsOf({
      PORT: 'hunter2',
      HUB_COUNTY: 'hunter2',
      HUB_CHILDREN: '0',
      POLICE_URL: 'hunter2',
    });
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual(
      expect.arrayContaining(['PORT', 'HUB_COUNTY', 'HUB_CHILDREN', 'POLICE_URL']),
    );
    expect(problems.join()).not.toContain('hunter2');
  });

  test.each([
    ['HUB_DIGEST_KEY', 'a-key-too-short'],
    ['POLICE_DATABASE_URL', 'mysql://clerk:hunter2@db/police'],
  ])('refuses a wrong %s without printing it', (name, value) => {
    const problems = folder.problemsOf({ [name]: value });
    expect(problems).toEqual([expect.stringContaining(name)]);
    expect(problems.join()).not.toContain(value);
  });

  test('counts the length of a key in bytes', () => {
    expect(folder.load({ HUB_DIGEST_KEY: '适龄儿童台账密钥适龄儿' }).digestKey?.symmetricKeySize).toBe(33);
    expect(folder.problemsOf({ HUB_DIGEST_KEY: '适龄儿童台账密钥适龄' })).toHaveLength(1);
  });

  test('reads keys and database addresses from files too, without the last line break', () => {
    const keyFile = join(folder.path, 'key');
    const urlFile = join(folder.path, 'url');
    writeFileSync(keyFile, `${strongKey('file')}\n`);
    writeFileSync(urlFile, 'postgres://police_serving:pw@db:5432/hub_police\r\n');
    const settings = folder.load({ HUB_DIGEST_KEY_FILE: keyFile, POLICE_DATABASE_URL_FILE: urlFile });
    expect(settings.digestKey?.export().toString()).toBe(strongKey('file'));
    expect(settings.agencies['police']?.databaseUrl).toBe('postgres://police_serving:pw@db:5432/hub_police');
  });

  test('refuses a file that is not there, and a value beside its file', () => {
    const secretByMistake = strongKey('pasted into the wrong setting');
    const problems = folder.problemsOf({ HUB_DIGEST_KEY_FILE: secretByMistake });
    expect(problems).toEqual([expect.stringContaining('HUB_DIGEST_KEY_FILE')]);
    expect(problems.join()).not.toContain(secretByMistake);
    const both = { HUB_COLUMN_KEY: strongKey('a'), HUB_COLUMN_KEY_FILE: join(folder.path, 'key') };
    expect(folder.problemsOf(both)).toEqual([expect.stringContaining('both set')]);
  });

  test('refuses two servers on one port', () => {
    expect(folder.problemsOf({ PORT: '4002' })).toEqual([expect.stringContaining('PORT and POLICE_PORT')]);
  });

  test('finds subgraphs through loopback when they listen on every address, and by their own address otherwise', () => {
    expect(folder.load({ HOST: '0.0.0.0' }).agencies['police']?.url).toBe('http://127.0.0.1:4002');
    expect(folder.load({ HOST: '::1' }).agencies['police']?.url).toBe('http://[::1]:4002');
    expect(folder.load({ POLICE_URL: 'http://police.example:80/' }).agencies['police']?.url).toBe(
      'http://police.example:80',
    );
  });

  test('takes the identity provider whole or not at all', () => {
    expect(folder.problemsOf({ OIDC_ISSUER: 'https://login.example.gov.cn' })).toEqual([
      expect.stringContaining('must be given together'),
    ]);
  });

  test('takes the service account whole or not at all, and its secret from a file too', () => {
    const provider = {
      OIDC_ISSUER: 'https://login.example.gov.cn',
      OIDC_AUDIENCE: 'student-support-hub',
      OIDC_JWKS_URL: 'https://login.example.gov.cn/jwks.json',
    };
    expect(folder.problemsOf({ ...provider, OIDC_CLIENT_ID: 'hub' })).toEqual([
      expect.stringContaining('must be given together'),
    ]);
    const file = join(folder.path, 'secret');
    writeFileSync(file, 'a-secret-of-the-service\n');
    const { oidc } = folder.load({
      ...provider,
      OIDC_CLIENT_ID: 'hub',
      OIDC_CLIENT_SECRET_FILE: file,
      OIDC_TOKEN_URL: 'https://login.example.gov.cn/token',
    });
    expect(oidc?.client?.clientId).toBe('hub');
    expect(oidc?.client?.clientSecret.export().toString()).toBe('a-secret-of-the-service');
  });

  test('keeps the access log for five years unless told otherwise, below its own folder', () => {
    expect(folder.load({})).toMatchObject({ auditRetentionDays: 1826, auditDir: join(folder.path, 'audit') });
    expect(folder.load({ HUB_AUDIT_RETENTION_DAYS: '1095' }).auditRetentionDays).toBe(1095);
  });

  test.each([
    ['1094', '个人信息保护法 第五十六条'],
    ['182', '网络安全法'],
  ])('does not start with an access log that is kept for %s days, and names the law', (days, law) => {
    expect(folder.problemsOf({ HUB_AUDIT_RETENTION_DAYS: days })).toEqual([expect.stringContaining(law)]);
  });

  test('never shows a key, and can not be changed', () => {
    const settings = folder.load(production);
    const shown = inspect(settings, { depth: 10, showHidden: true }) + JSON.stringify(settings);
    for (const name of KEY_NAMES) expect(shown).not.toContain(strongKey(name));
    expect(Object.isFrozen(settings) && Object.isFrozen(settings.agencies['police'])).toBe(true);
  });
});

test('.env.example is the description of every setting', () => {
  const committed = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
  expect(committed).toBe(describeSettings(agencyNames));
});
