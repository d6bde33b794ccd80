import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { agencyKeys } from '../../cli/processes/agency-keys.js';
import { pruneLog, type PrunedLog } from '../../cli/audit/prune-log.js';
import { storedHeads, storedRows } from '../../cli/audit/stored-log.js';
import { withConnection } from '../../postgres/database-connection.js';
import { agencyDatabaseNames } from '../../postgres/agency-databases.js';
import { cloneDatabase, dropDatabase } from '../../postgres/database-clone.js';
import type { AccessLog, AccessRecord } from '../../subgraphs/_kit/audit/access-log.js';
import { createHeadSigner, type SignedHead } from '../../subgraphs/_kit/audit/audit-head.js';
import { createDatabaseAccessLog } from '../../subgraphs/_kit/audit/database-access-log.js';
import { verifyLog, type LogVerdict } from '../../subgraphs/_kit/audit/verify-log.js';
import { createStudentIdentifier } from '../../subgraphs/_kit/identity/student-id.js';
import { createLogger } from '../../subgraphs/_kit/log.js';
import { testDataDir, testServer } from './test-server.js';
import { TEST_NOW, testSettings } from './test-settings.js';

export const AUDITED = 'labour';
const keys = agencyKeys(testSettings(), AUDITED);
export const signer = createHeadSigner(keys.audit, AUDITED);
export const identifier = createStudentIdentifier(keys.digest);

/** An agency's log in a database of its own, with its owner's connection for looking and for tampering. */
export interface TestLog {
  readonly log: AccessLog;
  /** As the serving role, with the rights that the hub has. */
  readonly servingUrl: string;
  readonly owner: pg.Client;
  readonly folder: string;
  /** Stops the writer, so that all it wrote is signed. */
  finish(): Promise<void>;
  verify(): Promise<LogVerdict>;
  /** Deletes what expired. */
  prune(): Promise<PrunedLog>;
  close(): Promise<void>;
}

const isOwnKey = (keyId: string) => keyId === signer.keyId;
/** Five years before the day of the tests. */
export const EXPIRED_BEFORE = new Date('2021-11-20T01:00:00.000Z');

/** @param anchor receives the heads; by default they are stored as the other agency would store them. */
export async function startTestLog(
  anchor?: (heads: readonly SignedHead[]) => Promise<void>,
  now: () => Date = () => TEST_NOW,
  patienceMs?: number,
): Promise<TestLog> {
  const { adminUrl, urlFor } = testServer();
  const { database: template, serving, owner: ownerRole } = agencyDatabaseNames(AUDITED);
  const database = `test_${randomUUID().replaceAll('-', '').slice(0, 20)}`;
  await cloneDatabase(adminUrl, template, database);
  const owner = new pg.Client({ connectionString: urlFor(database, ownerRole) });
  owner.on('error', () => undefined);
  await owner.connect();
  const servingUrl = urlFor(database, serving);
  const folder = join(testDataDir(), 'audit', database);
  const log = createDatabaseAccessLog({
    databaseUrl: servingUrl,
    identifier,
    signer,
    folder,
    anchor: anchor ?? ((heads) => storeHeads(owner, heads)),
    now,
    log: createLogger('silent', AUDITED),
    ...(patienceMs !== undefined && { patienceMs }),
  });
  let isFinished = false;
  async function finish(): Promise<void> {
    if (!isFinished) await log.close();
    isFinished = true;
  }
  return {
    log,
    servingUrl,
    owner,
    folder,
    finish,
    async verify() {
      const heads = await storedHeads({ agency: AUDITED, folder, keeper: owner });
      // On a connection of their own, as the command reads them: heads are asked for while rows come.
      return withConnection(urlFor(database, ownerRole), (client) =>
        verifyLog(storedRows(client), { heads, isOwnKey, expiredBefore: EXPIRED_BEFORE }),
      );
    },
    prune: () =>
      pruneLog(
        { agency: AUDITED, folder, keeper: owner, log: owner },
        { isOwnKey, expiredBefore: EXPIRED_BEFORE },
      ),
    async close() {
      await finish();
      await owner.end();
      await dropDatabase(adminUrl, database);
    },
  };
}

async function storeHeads(client: pg.Client, heads: readonly SignedHead[]): Promise<void> {
  for (const { agency, writer, seq, hash, at, keyId, publicKey, signature } of heads)
    await client.query(
      `insert into audit_head (agency, writer, seq, hash, at, key_id, public_key, signature)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
      [agency, writer, seq, hash, at, keyId, publicKey, signature],
    );
}

/** One call of an officer about some children. */
export function accessRecord(students: readonly string[], changes: Partial<AccessRecord> = {}): AccessRecord {
  return {
    requestId: randomUUID(),
    at: TEST_NOW,
    caller: {
      subject: 'officer:1',
      agency: 'labour',
      role: 'labour-inspector',
      scopes: new Set(['labour.record.read']),
      jurisdiction: [{ kind: 'DIVISION', code: '520625' }],
      expiresAt: 4_000_000_000,
      clientClass: 'EXPLORER',
      purpose: 'CASE_HANDLING',
      approval: undefined,
    },
    approvalIds: ['standing-1'],
    operation: { kind: 'QUERY', digest: 'f'.repeat(32) },
    access: {
      children: [{ students, fields: ['Student.labour'], outcome: 'DELIVERED' }],
      fields: ['ChildLabourCase.caseNumber'],
      deniedFields: [],
    },
    ...changes,
  };
}
