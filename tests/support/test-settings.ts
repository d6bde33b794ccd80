import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSettings, type Settings } from '../../settings/settings.js';
import { agencyNames } from '../../subgraphs/index.js';
import { testDataDir } from './test-server.js';

/** The day on which every test takes place; the generated county is as of the same day. */
export const TEST_NOW = new Date('2026-11-20T01:00:00.000Z');

/** Variables with which the county of the tests was generated, and under which everything in the tests runs. */
export function testEnvironment(dataDir: string): Record<string, string> {
  return {
    HUB_DATA_DIR: dataDir,
    HUB_COUNTY: 'yinjiang',
    HUB_CHILDREN: '600',
    HUB_SEED: '1',
    HUB_NOW: TEST_NOW.toISOString().replace('Z', '+00:00'),
    HUB_DIGEST_KEY: 'tests-only-digest-key-with-32-bytes-or-more',
    HUB_COLUMN_KEY: 'tests-only-column-key-with-32-bytes-or-more',
    HUB_LOG_LEVEL: 'silent',
    PATH: `${join(process.cwd(), 'node_modules/.bin')}:/usr/bin:/bin`,
    TMPDIR: tmpdir(),
  };
}

export function testSettings(): Settings {
  return loadSettings(testEnvironment(testDataDir()), agencyNames);
}
