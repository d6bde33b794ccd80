// First: the decorators of what follows need it.
import 'reflect-metadata';
import type { Kysely } from 'kysely';
import type { Settings } from '../../settings/settings.js';
import { agencyNames, loadAgency } from '../../subgraphs/index.js';
import {
  countEntries,
  readVerifiedResults,
  type ResultAccount,
} from '../../subgraphs/coordination/pushed-down/verified-results.js';
import type { LedgerFormat } from './ledger-form.js';
import { writeRecorded } from './recorded-file.js';
import { RESULT_COLUMNS } from './result-form.js';
import { createTableWriter } from './table-writer.js';

const LINES_AT_ONCE = 1000;
/** Columns of the table that stand about a child. */
const FIELDS = [
  'pushed_down_case.child_name',
  'pushed_down_case.sex',
  'pushed_down_case.birth_date',
  'pushed_down_case.reason',
  'disposition_record.code',
  'disposition_record.evidence',
];

export interface ResultsRequest {
  /** Null: every batch. */
  readonly batch: string | null;
  readonly format: LedgerFormat;
  readonly path: string;
  readonly by: string;
  readonly onProgress: (lines: number) => void;
}

export interface ExportedResults {
  readonly lines: number;
  readonly account: ResultAccount;
  /** SHA-256 of the file, as the access log has it. */
  readonly digest: string;
}

/** Writes the answers to what the national platform has sent down (核查结果上报): one line for every entry. */
export function exportResults(settings: Settings, request: ResultsRequest): Promise<ExportedResults> {
  const { batch, format, by, path } = request;
  return writeRecorded(
    settings,
    {
      agency: 'coordination',
      path,
      by,
      operation: 'hub export verified-results',
      fields: FIELDS,
      question: { action: 'export-verified-results', batch: batch ?? '', format },
    },
    (db, unfinished) => writeResults(db, { ...request, path: unfinished }),
  );
}

/** Chinese names of the agencies, by their names in code. */
async function agencyTitles(): Promise<ReadonlyMap<string, string>> {
  const agencies = await Promise.all(agencyNames.map((name) => loadAgency(name)));
  return new Map(agencies.map(({ name, title }) => [name, title.zh]));
}

async function writeResults(
  db: Kysely<unknown>,
  { batch, format, path, onProgress }: ResultsRequest,
): Promise<Omit<ExportedResults, 'digest'>> {
  const titles = await agencyTitles();
  const writer = createTableWriter(path, format, { sheet: '核查结果', columns: RESULT_COLUMNS });
  const counts = { VERIFIED: 0, OPEN: 0, NOT_FOUND: 0 };
  let lines = 0;
  try {
    for (let after = ''; ;) {
      const results = await readVerifiedResults(db, { batch, after, limit: LINES_AT_ONCE });
      for (const result of results) {
        const { verifierAgency: verifier } = result;
        const printed = { ...result, verifierAgency: verifier && (titles.get(verifier) ?? verifier) };
        await writer.row(RESULT_COLUMNS.map(({ cell }) => cell(printed)));
        counts[result.outcome] += 1;
        after = result.platformNumber;
      }
      lines += results.length;
      onProgress(lines);
      if (results.length < LINES_AT_ONCE) break;
    }
    await writer.end();
  } catch (cause) {
    writer.abandon();
    throw cause;
  }
  const { VERIFIED: verified, OPEN: open, NOT_FOUND: notFound } = counts;
  return { lines, account: { entries: await countEntries(db, batch), verified, open, notFound } };
}
