import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { testEnvironment } from './test-settings.js';

/**
 * Fills the test server with a small county by the compiled command that users run; every test file then
 * works on copies of these databases.
 */
export async function generateTestCounty(dataDir: string): Promise<void> {
  const launcher = join(process.cwd(), 'cli/launch.js');
  await promisify(execFile)(process.execPath, [launcher, 'generate', '--replace'], {
    env: testEnvironment(dataDir),
  });
}
