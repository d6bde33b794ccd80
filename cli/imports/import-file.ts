import { setFlagsFromString } from 'node:v8';
import type { MikroORM } from '@mikro-orm/postgresql';
import { loadPolicies } from '../../policies/load-policies.js';
import { dayInShanghai } from '../../policies/iso-date.js';
import type { Settings } from '../../settings/settings.js';
import { readOverrides } from '../../subgraphs/_kit/import/column-mapping.js';
import { createColumnCipher } from '../../subgraphs/_kit/identity/column-cipher.js';
import { openDatabase } from '../../subgraphs/_kit/database.js';
import { importList, type ImportOutcome } from '../../subgraphs/_kit/import/import-list.js';
import { describeRegister } from '../../subgraphs/_kit/register/register-row.js';
import { createRejectKeeper } from '../../subgraphs/_kit/import/reject-keeper.js';
import { CommandError } from '../commands/command-error.js';
import { openAgencyDatabases } from '../processes/agency-databases.js';
import { registerKeys } from '../processes/agency-keys.js';
import { createClock } from '../processes/clock.js';
import type { ImportableList } from './importable-lists.js';

const DAY_MS = 86_400_000;
/** By default the heap doubles and more between collections, and a million rows leave much behind. */
const HEAP_GROWTH = '--heap-growing-percent=60';

export interface ImportFileOptions {
  readonly by: string;
  readonly asOf?: string;
  readonly additions?: true;
  readonly dryRun?: true;
  readonly skipRejected?: true;
  readonly mapping?: string;
  readonly confirm?: string;
  readonly onProgress: (rows: number) => void;
}

export interface ImportedFile extends ImportOutcome {
  /** Day until which what was rejected can be had, YYYY-MM-DD; null when nothing was. */
  readonly rejectsKeptUntil: string | null;
}

/** Imports a file into the agency's own database. @throws {CommandError} for a database without divisions, or a day that has not come */
export async function importFile(
  settings: Settings,
  { agency, list, mapping, mappedBy }: ImportableList,
  path: string,
  options: ImportFileOptions,
): Promise<ImportedFile> {
  setFlagsFromString(HEAP_GROWTH);
  const now = createClock(settings.now)();
  const day = options.asOf ?? dayInShanghai(now);
  if (day > dayInShanghai(now))
    throw new CommandError('IMPOSSIBLE_VALUE', `No list was drawn on ${day} yet: --as-of lies ahead.`);
  const databases = await openAgencyDatabases(settings, [agency.name], (message) => console.error(message));
  const closers: (() => Promise<unknown>)[] = [() => databases.release()];
  const headings = options.mapping === undefined ? mapping : mappedBy(readOverrides(options.mapping));
  try {
    const url = databases.of(agency.name).servingUrl;
    const orm = await openDatabase(agency, { url });
    closers.push(() => orm.close());
    const division = await countyOf(orm, agency.name);
    const policy = loadPolicies().policyFor(division, dayInShanghai(now));
    const register = agency.registers.find(({ code }) => code === list.register);
    if (!register) throw new Error(`${agency.name} has no register ${list.register}.`);
    const keptUntil = new Date(now.getTime() + policy.imports.keepRejectsDays.value * DAY_MS);
    const keys = registerKeys(settings);
    const cipher = createColumnCipher(keys.column, agency.name);
    const rejects = createRejectKeeper({ url, list: list.list, mapping: headings, cipher, keptUntil });
    closers.push(() => rejects.close());
    const outcome = await importList({
      agency: agency.name,
      orm,
      url,
      list,
      mapping: headings,
      path,
      asOf: new Date(`${day}T00:00:00+08:00`),
      now,
      importedBy: options.by,
      keys,
      isComplete: options.additions !== true,
      isDryRun: options.dryRun === true,
      skipsRejected: options.skipRejected === true,
      confirms: options.confirm,
      confirmAboveShare: policy.imports.confirmAbovePercent.value / 100,
      register: describeRegister(agency.name, register, division, policy),
      onReject: (row, table, importId) => rejects.keep(row, table, importId),
      onProgress: options.onProgress,
    });
    await rejects.finish();
    return { ...outcome, rejectsKeptUntil: outcome.rejected > 0 ? dayInShanghai(keptUntil) : null };
  } finally {
    for (const close of closers.toReversed()) await close();
  }
}

async function countyOf(orm: MikroORM, agency: string): Promise<string> {
  const [county] = await orm.em
    .fork()
    .execute<{ code: string }[]>(`select left(code, 6) as code from division where level = 'COUNTY' limit 1`);
  if (!county)
    throw new CommandError(
      'DATABASE_UNUSABLE',
      `The database of ${agency} holds no divisions; they come first.`,
    );
  return county.code;
}
