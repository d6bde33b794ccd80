// First: the decorators of what follows need it.
import 'reflect-metadata';
import { sql, type Kysely } from 'kysely';
import { dayInShanghai } from '../../policies/iso-date.js';
import type { Settings } from '../../settings/settings.js';
import { accountOf, type LedgerAccount } from '../../subgraphs/coordination/ledger/ledger-account.js';
import { findLedgerArea } from '../../subgraphs/coordination/ledger/ledger-area.js';
import { isOnLedger } from '../../subgraphs/coordination/ledger/ledger-entries.js';
import {
  countOpenDiscrepancies,
  readLedgerLines,
  type LedgerLine,
} from '../../subgraphs/coordination/ledger/ledger-lines.js';
import { lastRun } from '../../subgraphs/coordination/ledger/ledger.list.js';
import { ledgerTitle } from '../../subgraphs/coordination/ledger/ledger-title.js';
import { CommandError } from '../commands/command-error.js';
import { divisionNames } from './division-names.js';
import type { ExportRequest } from './export-request.js';
import { knownArea } from './known-area.js';
import { ledgerColumns, sumsOf } from './ledger-form.js';
import { createLedgerWriter } from './ledger-writer.js';
import { writeRecorded } from './recorded-file.js';

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
  const { scope, code, kind, format, by, path } = request;
  return writeRecorded(
    settings,
    {
      agency: 'coordination',
      path,
      by,
      operation: 'hub export ledger',
      fields: FIELDS,
      question: { action: 'export-ledger', scope, code, kind, format },
    },
    (db, unfinished, now) => writeLedger(db, { ...request, path: unfinished }, now),
  );
}

async function writeLedger(
  db: Kysely<unknown>,
  { scope, code, kind, format, path, onProgress }: ExportRequest,
  now: Date,
): Promise<Omit<ExportedLedger, 'digest'>> {
  const register = await registerOf(db);
  const area = await knownArea(
    findLedgerArea(db, { scope, code, county: register.county }),
    `The school-age register has no ${scope.toLowerCase()} ${code}.`,
  );
  const title = ledgerTitle(area, kind);
  const nameOf = await divisionNames(db, register.county);
  const form = {
    title,
    office: OFFICE,
    asOf: dayInShanghai(register.asOf),
    madeOn: dayInShanghai(now),
    runId: await lastRun(db),
  };
  const writer = createLedgerWriter(path, format, form, ledgerColumns(kind));
  try {
    let last: LedgerLine | undefined;
    for (;;) {
      const lines = await readLedgerLines(db, isOnLedger(area, kind), { after: last, limit: LINES_AT_ONCE });
      const open = await countOpenDiscrepancies(
        db,
        lines.map(({ studentId }) => studentId),
      );
      for (const [index, line] of lines.entries())
        await writer.line({
          ...line,
          openDiscrepancies: open[index] ?? 0,
          registeredDivision: nameOf(line.registeredDivisionCode),
          residenceDivision: nameOf(line.residenceDivisionCode),
        });
      last = lines.at(-1) ?? last;
      onProgress(last?.number ?? 0);
      if (lines.length < LINES_AT_ONCE) break;
    }
    const account = await accountOf(db, area, kind);
    await writer.end(sumsOf(account, last?.number ?? 0, nameOf));
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
