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
import type { ExportRequest } from './export-request.js';

const AGENCY = 'coordination';
const OPERATION = 'hub export ledger';
/** Columns of the form that stand about a child. */
const FIELDS = [
  'name',
  'sex',
  'birth_date',
  'masked_resident_id_number',
  'registered_division_code',
  'residence_division_code',
  'school_code',
  'class_code',
  'grade',
  'standing',
  'focus_groups',
].map((column) => `school_age_entry.${column}`);
/** An operator waits longer than a request may. */
const PATIENCE_MS = 15_000;

export interface ExportRecord {
  readonly request: ExportRequest;
  readonly rows: number;
  /** SHA-256 of the file, hexadecimal. */
  readonly digest: string;
  readonly now: () => Date;
}

/** Makes the entry of an export in coordination's access log. @throws {CommandError} when it can't be made */
export async function recordExport(
  settings: Settings,
  databaseUrl: string,
  { request, rows, digest, now }: ExportRecord,
): Promise<void> {
  const keys = agencyKeys(settings, AGENCY);
  const log = createLogger(settings.logLevel, AGENCY);
  const accessLog = createDatabaseAccessLog({
    databaseUrl,
    identifier: createStudentIdentifier(keys.digest),
    signer: createHeadSigner(keys.audit, AGENCY),
    ...agencyAudit(settings, await openDevelopmentIssuer(settings), AGENCY, log),
    patienceMs: PATIENCE_MS,
    now,
    log,
  });
  const { scope, code, kind, format, by } = request;
  try {
    await accessLog.append({
      requestId: randomUUID(),
      at: now(),
      caller: {
        subject: by,
        agency: AGENCY,
        role: 'operator',
        scopes: new Set(),
        jurisdiction: [{ kind: 'AGENCY', code: AGENCY }],
        expiresAt: 0,
        clientClass: 'PORTAL',
        purpose: 'SUPERVISION',
        approval: undefined,
      },
      approvalIds: [],
      operation: { kind: 'SERVICE', digest: OPERATION },
      access: { children: [], fields: FIELDS, deniedFields: [] },
      bulk: {
        question: { action: 'export-ledger', scope, code, kind, format },
        rows,
        digest,
        isComplete: true,
      },
    });
  } catch (cause) {
    if (!(cause instanceof HubError)) throw cause;
    throw new CommandError(
      'DATABASE_UNUSABLE',
      "Coordination's access log takes no entry, so nothing was exported.",
      { cause },
    );
  } finally {
    await accessLog.close();
  }
}
