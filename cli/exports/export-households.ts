// First: the decorators of what follows need it.
import 'reflect-metadata';
import { sql, type Kysely } from 'kysely';
import { dayInShanghai } from '../../policies/iso-date.js';
import type { Settings } from '../../settings/settings.js';
import { withPrintedMembers } from '../../subgraphs/education/household-register/printed-members.js';
import {
  readAccount,
  type RegisterAccount,
} from '../../subgraphs/education/household-register/register-account.js';
import {
  findRegisterArea,
  titleOf,
  type RegisterArea,
} from '../../subgraphs/education/household-register/register-area.js';
import {
  readRegisterLines,
  type RegisterLine,
} from '../../subgraphs/education/household-register/register-lines.js';
import { CommandError } from '../commands/command-error.js';
import { divisionNames } from './division-names.js';
import type { ExportRequest } from './export-request.js';
import { HOUSEHOLD_COLUMNS, householdSums, rowsOf } from './household-form.js';
import { knownArea } from './known-area.js';
import { createLedgerWriter } from './ledger-writer.js';
import { writeRecorded } from './recorded-file.js';

const OFFICE = '教育局';
const LINES_AT_ONCE = 2000;
/** Columns of the form that stand about a child. */
const FIELDS = [
  'relation',
  'name',
  'sex',
  'birth_date',
  'education_level',
  'schooling',
  'school_code',
  'study_place',
  'grade',
].map((column) => `household_member_screening.${column}`);

export type HouseholdsRequest = Pick<RegisterArea, 'scope' | 'code'> &
  Omit<ExportRequest, 'scope' | 'code' | 'kind'>;

export interface ExportedHouseholds {
  readonly title: string;
  /** Households. */
  readonly lines: number;
  readonly account: RegisterAccount;
  /** SHA-256 of the file, as the access log has it. */
  readonly digest: string;
}

/**
 * Writes the household education register (文化户口台账) to a file, a row for each member, which appears under its name
 * when education's access log has its entry.
 * @throws {CommandError} when there is no such area, or nobody has visited any household
 */
export function exportHouseholds(
  settings: Settings,
  request: HouseholdsRequest,
): Promise<ExportedHouseholds> {
  const { scope, code, format, by, path } = request;
  return writeRecorded(
    settings,
    {
      agency: 'education',
      path,
      by,
      operation: 'hub export household-register',
      fields: FIELDS,
      question: { action: 'export-household-register', scope, code, format },
    },
    (db, unfinished, now) => writeHouseholds(db, { ...request, path: unfinished }, now),
  );
}

async function writeHouseholds(
  db: Kysely<unknown>,
  { scope, code, format, path, onProgress }: HouseholdsRequest,
  now: Date,
): Promise<Omit<ExportedHouseholds, 'digest'>> {
  const asOf = await lastVisit(db);
  const area = await knownArea(
    findRegisterArea(db, { scope, code }),
    `Education knows no ${scope.toLowerCase()} ${code}.`,
  );
  const nameOf = await divisionNames(db, area.county);
  const form = {
    title: titleOf(area),
    office: scope === 'SCHOOL' ? area.name : OFFICE,
    asOf: dayInShanghai(asOf),
    madeOn: dayInShanghai(now),
    runId: null,
  };
  const writer = createLedgerWriter(path, format, form, HOUSEHOLD_COLUMNS);
  try {
    let last: RegisterLine | undefined;
    for (;;) {
      const lines = await readRegisterLines(db, area, { after: last, limit: LINES_AT_ONCE });
      for (const household of await withPrintedMembers(db, lines))
        for (const row of rowsOf(household, nameOf(household.divisionCode))) await writer.line(row);
      last = lines.at(-1) ?? last;
      onProgress(last?.number ?? 0);
      if (lines.length < LINES_AT_ONCE) break;
    }
    const account = await readAccount(db, area);
    await writer.end(householdSums(account));
    return { title: form.title, lines: last?.number ?? 0, account };
  } catch (cause) {
    writer.abandon();
    throw cause;
  }
}

async function lastVisit(db: Kysely<unknown>): Promise<Date> {
  const { rows } = await sql<{ asOf: Date }>`
    select as_of as "asOf" from register where code = 'FIELD_SCREENING'`.execute(db);
  const [register] = rows;
  if (!register) throw new CommandError('DATABASE_UNUSABLE', 'Nobody has visited any household yet.');
  return register.asOf;
}
