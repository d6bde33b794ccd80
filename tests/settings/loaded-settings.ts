import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProcessParts } from '../../settings/process-parts.js';
import { loadSettings, SettingsError, type Settings } from '../../settings/settings.js';

const AGENCIES = ['education', 'police', 'civil-affairs'];

/** Unlike a key that a person types: different for every name, and without repetition. */
export const strongKey = (name: string) => createHmac('sha256', 'test').update(name).digest('hex');

export const KEY_NAMES = [
  'HUB_DIGEST_KEY',
  'HUB_COLUMN_KEY',
  'COORDINATION_SERVICE_KEY',
  'EDUCATION_SIGNING_KEY',
  'POLICE_SIGNING_KEY',
  'CIVIL_AFFAIRS_SIGNING_KEY',
];

export const DATABASE_NAMES = ['EDUCATION', 'POLICE', 'CIVIL_AFFAIRS'].map((name) => `${name}_DATABASE_URL`);

/** Settings that production accepts. */
export const production: Readonly<Record<string, string>> = {
  NODE_ENV: 'production',
  OIDC_ISSUER: 'https://login.example.gov.cn',
  OIDC_AUDIENCE: 'student-support-hub',
  OIDC_JWKS_URL: 'https://login.example.gov.cn/jwks.json',
  ...Object.fromEntries(KEY_NAMES.map((name) => [name, strongKey(name)])),
  ...Object.fromEntries(DATABASE_NAMES.map((name) => [name, `postgres://serving:pw@db:5432/${name}`])),
};

export const without = (env: Readonly<Record<string, string>>, ...names: string[]) =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !names.includes(name)));

export interface SettingsFolder {
  readonly path: string;
  load(env: Readonly<Record<string, string>>, parts?: ProcessParts): Settings;
  /** The problems of settings that are refused; fails when they are accepted. */
  problemsOf(env: Readonly<Record<string, string>>, parts?: ProcessParts): readonly string[];
  remove(): void;
}

/** A data folder of three agencies, and the settings that are loaded with it. */
export function makeSettingsFolder(): SettingsFolder {
  const path = mkdtempSync(join(tmpdir(), 'hub-settings-'));
  const load = (env: Readonly<Record<string, string>>, parts?: ProcessParts) =>
    loadSettings({ HUB_DATA_DIR: path, ...env }, AGENCIES, parts);
  return {
    path,
    load,
    problemsOf(env, parts) {
      try {
        load(env, parts);
      } catch (error) {
        if (error instanceof SettingsError) return error.problems;
        throw error;
      }
      throw new Error('These settings were accepted.');
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}
