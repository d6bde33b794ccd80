import { createSecretKey, randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { storedHeads, storedRows } from '../cli/audit/stored-log.js';
import { ensureAgencyDatabases, type AgencyDatabase } from '../postgres/agency-databases.js';
import { withConnection } from '../postgres/database-connection.js';
import { acquireEmbeddedPostgres } from '../postgres/embedded-server.js';
import { projectRoot } from '../settings/project-root.js';
import type { AccessLog, AccessRecord } from '../subgraphs/_kit/audit/access-log.js';
import { createHeadSigner } from '../subgraphs/_kit/audit/audit-head.js';
import { createDatabaseAccessLog } from '../subgraphs/_kit/audit/database-access-log.js';
import { verifyLog } from '../subgraphs/_kit/audit/verify-log.js';
import { createStudentIdentifier } from '../subgraphs/_kit/identity/student-id.js';
import { createLogger } from '../subgraphs/_kit/log.js';
import { migrateAgency } from '../subgraphs/_kit/migrate.js';
import { loadAgency } from '../subgraphs/index.js';
import { percentilesOf } from './load/percentiles.js';
import type { Findings, Measurement } from './measurement.js';
import { round } from './report/table.js';

const AGENCY = 'labour';
/** As many calls as a busy agency has under way. */
const CALLERS = 64;
const SECONDS = 10;
/** Callers while the log is filled up: batches are then full. */
const FILLERS = 500;
const ENTRIES = 1_000_000;

export const audit: Measurement = {
  name: 'audit',
  title: `access log: entries per second of one writer, and checking ${ENTRIES.toLocaleString('en')} entries`,
  async measure(say): Promise<Findings> {
    const folder = mkdtempSync(join(tmpdir(), 'hub-bench-audit-'));
    const server = await acquireEmbeddedPostgres({ dataDir: folder, log: say });
    try {
      const databases = await ensureAgencyDatabases(server.adminUrl, [AGENCY]);
      const database = databases[AGENCY];
      if (!database) throw new Error('The database was not made.');
      return await measureIn(database, folder, say);
    } finally {
      await server.release();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function measureIn(
  { ownerUrl, servingUrl }: AgencyDatabase,
  folder: string,
  say: (line: string) => void,
): Promise<Findings> {
  await migrateAgency(await loadAgency(AGENCY), {
    ownerUrl,
    compiledFolder: join(projectRoot, 'dist/subgraphs'),
    sourceFolder: join(projectRoot, 'subgraphs'),
  });
  const key = createSecretKey(randomBytes(32));
  const signer = createHeadSigner(key, AGENCY);
  const log = createDatabaseAccessLog({
    databaseUrl: servingUrl,
    identifier: createStudentIdentifier(key),
    signer,
    folder: join(folder, 'audit'),
    now: () => new Date(),
    log: createLogger('warn', AGENCY),
  });
  const written = await write(log, CALLERS, (_count, ms) => ms >= SECONDS * 1000);
  say(`${round(written.entriesPerSecond)} entries/s`);
  const filled = await write(log, FILLERS, (count) => count >= ENTRIES - written.entries);
  await log.close();
  say('checking');
  const started = performance.now();
  const verdict = await withConnection(ownerUrl, (keeper) =>
    withConnection(ownerUrl, async (client) => {
      const heads = await storedHeads({ agency: AGENCY, folder: join(folder, 'audit'), keeper });
      return verifyLog(storedRows(client), {
        heads,
        isOwnKey: (id) => id === signer.keyId,
        expiredBefore: new Date(0),
      });
    }),
  );
  const verifySeconds = (performance.now() - started) / 1000;
  if (verdict.findings.length > 0) throw new Error('An untouched log was found not to be intact.');
  const figures = {
    callers: CALLERS,
    entriesPerSecond: round(written.entriesPerSecond),
    p50Ms: round(written.p50Ms),
    p99Ms: round(written.p99Ms),
    refused: written.refused + filled.refused,
    fullBatchesEntriesPerSecond: round(filled.entriesPerSecond),
    verifiedEntries: verdict.entries,
    verifySeconds: round(verifySeconds),
    verifiedPerSecond: round(verdict.entries / verifySeconds),
  };
  return {
    tables: [
      {
        title: 'Access log',
        columns: [
          'callers',
          'entries/s',
          'p50 ms',
          'p99 ms',
          'refused',
          'entries/s, full batches',
          'verified',
          's',
          'verified/s',
        ],
        rows: [Object.values(figures)],
      },
    ],
    figures,
  };
}

/** Callers that each write one entry after the other, until enough is done. */
async function write(log: AccessLog, callers: number, isEnough: (count: number, ms: number) => boolean) {
  const started = performance.now();
  const latencies: number[] = [];
  let refused = 0;
  async function call(): Promise<void> {
    while (!isEnough(latencies.length, performance.now() - started)) {
      const before = performance.now();
      try {
        await log.append(recordOf(latencies.length));
        latencies.push(performance.now() - before);
      } catch {
        refused += 1;
      }
    }
  }
  await Promise.all(Array.from({ length: callers }, call));
  const seconds = (performance.now() - started) / 1000;
  return {
    entries: latencies.length,
    refused,
    entriesPerSecond: latencies.length / seconds,
    ...percentilesOf(latencies),
  };
}

/** The picture of one child, as an agency sees the call. */
function recordOf(index: number): AccessRecord {
  const student = index
    .toString(32)
    .padStart(26, 'a')
    .replaceAll(/[0189]/g, 'b');
  return {
    requestId: randomUUID(),
    at: new Date(),
    caller: {
      subject: `officer:${index % 500}`,
      agency: AGENCY,
      role: 'labour-inspector',
      scopes: new Set(),
      jurisdiction: [{ kind: 'DIVISION', code: '520625' }],
      expiresAt: 0,
      clientClass: 'PORTAL',
      purpose: 'CASE_HANDLING',
      approval: undefined,
    },
    approvalIds: ['standing-labour-inspector'],
    operation: { kind: 'QUERY', digest: 'f'.repeat(32) },
    access: {
      children: [{ students: [student], fields: ['Student.id', 'Student.labour'], outcome: 'DELIVERED' }],
      fields: ['ChildLabourCase.caseNumber', 'LabourRecord.childLabourCases', 'Student.labour'],
      deniedFields: [],
    },
  };
}
