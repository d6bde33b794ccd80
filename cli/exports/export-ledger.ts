// First: the decorators of what follows need it.
import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { sql, type Kysely } from 'kysely';
import { dayInShanghai } from '../../policies/iso-date.js';
import type { Settings } from '../../settings/settings.js';
import { HubError } from '../../subgraphs/_kit/errors.js';
import { openSideConnection } from '../../subgraphs/_kit/side-connection.js';
import { serviceTransaction } from '../../subgraphs/_kit/student/service-transaction.js';
import { accountOf, type LedgerAccount } from '../../subgraphs/coordination/ledger/ledger-account.js';
import { findLedgerArea, type NamedArea } from '../../subgraphs/coordination/ledger/ledger-area.js';
import { isOnLedger } from '../../subgraphs/coordination/ledger/ledger-entries.js';
import {
  countOpenDiscrepancies,
  readLedgerLines,
  type LedgerLine,
} from '../../subgraphs/coordination/ledger/ledger-lines.js';
import { lastRun } from '../../subgraphs/coordination/ledger/ledger.list.js';
import { ledgerTitle } from '../../subgraphs/coordination/ledger/ledger-title.js';
import { CommandError } from '../commands/command-error.js';
import { openAgencyDatabases } from '../processes/agency-databases.js';
import { createClock } from '../processes/clock.js';
import { digestOfFile } from './digest-of-file.js';
import { divisionNames } from './division-names.js';
import type { ExportRequest } from './export-request.js';
import { accountRows, cellsOf } from './ledger-form.js';
import { createLedgerWriter } from './ledger-writer.js';
import { recordExport } from './record-export.js';

const COORDINATION = 'coordination';
const OFFICE = '控辍保学工作领导小组办公室';
const LINES_AT_ONCE = 1000;
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

export interface ExportedLedger {
  readonly title: string;
  readonly lines: number;
  readonly account: LedgerAccount;
  /** SHA-256 of the file, as the access log has it. */
  readonly digest: string;
}

/**
 * Writes a ledger with masked numbers to a file, which appears under its name when the access log has its entry.
 * @throws {CommandError} when there is no such ledger
 */
export async function exportLedger(settings: Settings, request: ExportRequest): Promise<ExportedLedger> {
  const say = (message: string) => console.error(message);
  const databases = await openAgencyDatabases(settings, [COORDINATION], say);
  const { servingUrl } = databases.of(COORDINATION);
  const apart = openSideConnection(servingUrl);
  const now = createClock(settings.now);
  const unfinished = `${request.path}.${randomUUID()}.part`;
  try {
    const written = await serviceTransaction(
      apart,
      (db) => writeLedger(db, { ...request, path: unfinished }, now()),
      'repeatable read',
    );
    const digest = await digestOfFile(unfinished);
    const { scope, code, kind, format, by } = request;
    await recordExport(settings, servingUrl, {
      agency: COORDINATION,
      operation: 'hub export ledger',
      by,
      purpose: 'SUPERVISION',
      fields: FIELDS,
      question: { action: 'export-ledger', scope, code, kind, format },
      rows: written.lines,
      digest,
      now,
    });
    await rename(unfinished, request.path);
    return { ...written, digest };
  } finally {
    await rm(unfinished, { force: true });
    await apart.destroy();
    await databases.release();
  }
}

async function writeLedger(
  db: Kysely<unknown>,
  { scope, code, kind, format, path, onProgress }: ExportRequest,
  now: Date,
): Promise<Omit<ExportedLedger, 'digest'>> {
  const register = await registerOf(db);
  const area = await findArea(db, { scope, code, county: register.county });
  const title = ledgerTitle(area, kind);
  const nameOf = await divisionNames(db, register.county);
  const writer = createLedgerWriter(path, format, {
    title,
    office: OFFICE,
    asOf: dayInShanghai(register.asOf),
    madeOn: dayInShanghai(now),
    runId: await lastRun(db),
  });
  try {
    let last: LedgerLine | undefined;
    for (;;) {
      const lines = await readLedgerLines(db, isOnLedger(area, kind), { after: last, limit: LINES_AT_ONCE });
      const open = await countOpenDiscrepancies(
        db,
        lines.map(({ studentId }) => studentId),
      );
      for (const [index, line] of lines.entries())
        await writer.line(
          cellsOf({
            ...line,
            openDiscrepancies: open[index] ?? 0,
            registeredDivision: nameOf(line.registeredDivisionCode),
            residenceDivision: nameOf(line.residenceDivisionCode),
          }),
        );
      last = lines.at(-1) ?? last;
      onProgress(last?.number ?? 0);
      if (lines.length < LINES_AT_ONCE) break;
    }
    const account = await accountOf(db, area, kind);
    await writer.end(account, accountRows(account, nameOf));
    return { title, lines: last?.number ?? 0, account };
  } catch (cause) {
    writer.abandon();
    throw cause;
  }
}

async function registerOf(db: Kysely<unknown>): Promise<{ county: string; asOf: Date }> {
  const { rows } = await sql<{ county: string; asOf: Date }>`
    select division as county, as_of as "asOf" from register where code = 'SCHOOL_AGE_REGISTER'`.execute(db);
  const [register] = rows;
  if (!register)
    throw new CommandError(
      'DATABASE_UNUSABLE',
      'There is no school-age register yet; "hub compare" makes it.',
    );
  return register;
}

async function findArea(
  db: Kysely<unknown>,
  asked: Parameters<typeof findLedgerArea>[1],
): Promise<NamedArea> {
  try {
    return await findLedgerArea(db, asked);
  } catch (cause) {
    if (!(cause instanceof HubError)) throw cause;
    const what = `${asked.scope.toLowerCase()} ${asked.code}`;
    throw new CommandError('UNKNOWN_NAME', `The school-age register has no ${what}.`, { cause });
  }
}
