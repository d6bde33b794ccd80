import { randomUUID } from 'node:crypto';
import type { Settings } from '../../settings/settings.js';
import { createHeadSigner } from '../../subgraphs/_kit/audit/audit-head.js';
import { createDatabaseAccessLog } from '../../subgraphs/_kit/audit/database-access-log.js';
import { createStudentIdentifier } from '../../subgraphs/_kit/identity/student-id.js';
import { HubError } from '../../subgraphs/_kit/errors.js';
import { createLogger } from '../../subgraphs/_kit/log.js';
import { CommandError } from '../commands/command-error.js';
import { agencyAudit } from '../processes/agency-audit.js';
import { agencyKeys } from '../processes/agency-keys.js';
import { openDevelopmentIssuer } from '../processes/identity.js';
/** An operator waits longer than a request may. */
const PATIENCE_MS = 15_000;

export interface ExportRecord {
  readonly agency: string;
  /** The command. */
  readonly operation: string;
  /** Who exports. */
  readonly by: string;
  readonly purpose: string;
  /** Columns that stand about a child. */
  readonly fields: readonly string[];
  readonly question: Readonly<Record<string, string>>;
  readonly rows: number;
  /** SHA-256 of the file, hexadecimal. */
  readonly digest: string;
  readonly now: () => Date;
}

/** Makes the entry of an export in an agency's access log. @throws {CommandError} when it can't be made */
export async function recordExport(
  settings: Settings,
  databaseUrl: string,
  { agency, operation, by, purpose, fields, question, rows, digest, now }: ExportRecord,
): Promise<void> {
  const keys = agencyKeys(settings, agency);
  const log = createLogger(settings.logLevel, agency);
  const accessLog = createDatabaseAccessLog({
    databaseUrl,
    identifier: createStudentIdentifier(keys.digest),
    signer: createHeadSigner(keys.audit, agency),
    ...agencyAudit(settings, await openDevelopmentIssuer(settings), agency, log),
    patienceMs: PATIENCE_MS,
    now,
    log,
  });
  try {
    await accessLog.append({
      requestId: randomUUID(),
      at: now(),
      caller: {
        subject: by,
        agency,
        role: 'operator',
        scopes: new Set(),
        jurisdiction: [{ kind: 'AGENCY', code: agency }],
        expiresAt: 0,
        clientClass: 'PORTAL',
        purpose,
        approval: undefined,
      },
      approvalIds: [],
      operation: { kind: 'SERVICE', digest: operation },
      access: { children: [], fields, deniedFields: [] },
      bulk: {
        question,
        rows,
        digest,
        isComplete: true,
      },
    });
  } catch (cause) {
    if (!(cause instanceof HubError)) throw cause;
    throw new CommandError(
      'DATABASE_UNUSABLE',
      `The access log of ${agency} takes no entry, so nothing was exported.`,
      { cause },
    );
  } finally {
    await accessLog.close();
  }
}
