import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { agencyDatabaseNames } from '../../postgres/agency-databases.js';
import { withConnection } from '../../postgres/database-connection.js';
import { databaseUrlFor } from '../../postgres/server-state.js';
import { agencyRows } from '../../settings/setting-rows.js';
import { AUDIT_TABLES } from '../../subgraphs/_kit/audit/access-log.entity.js';
import { agencyNames } from '../../subgraphs/index.js';
import { freePorts } from '../processes/support/free-ports.js';
import { testEnvironment } from './test-settings.js';

/**
 * Fills the test server with a small county and compares its registers, by the compiled commands that users run; every
 * test file then works on copies of these databases, in which nobody has read anything yet.
 */
export async function generateTestCounty({
  dataDir,
  adminUrl,
}: {
  readonly dataDir: string;
  readonly adminUrl: string;
}): Promise<void> {
  const auditDir = join(dataDir, 'audit-of-first-run');
  const ports = await freePorts(agencyNames.length);
  const environment = {
    ...testEnvironment(dataDir),
    ...Object.fromEntries(
      agencyNames.map((name, index) => [agencyRows(name, 0).port.name, String(ports[index])]),
    ),
    HUB_AUDIT_DIR: auditDir,
  };
  const launcher = join(process.cwd(), 'cli/launch.js');
  for (const command of [['generate', '--replace'], ['compare']])
    await promisify(execFile)(process.execPath, [launcher, ...command], { env: environment });
  for (const name of agencyNames)
    await withConnection(
      databaseUrlFor(adminUrl, agencyDatabaseNames(name).database, 'hub_admin'),
      (client) => client.query(`truncate ${AUDIT_TABLES.join(', ')}`),
    );
  rmSync(auditDir, { recursive: true, force: true });
}
