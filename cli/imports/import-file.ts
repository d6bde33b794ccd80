import type { MikroORM } from '@mikro-orm/postgresql';
import { loadPolicies } from '../../policies/load-policies.js';
import { dayInShanghai } from '../../policies/iso-date.js';
import type { Settings } from '../../settings/settings.js';
import { readOverrides } from '../../subgraphs/_kit/import/column-mapping.js';
import { openDatabase } from '../../subgraphs/_kit/database.js';
import { importList, type ImportOutcome } from '../../subgraphs/_kit/import/import-list.js';
import { formatOf } from '../../subgraphs/_kit/import/open-table.js';
import { describeRegister } from '../../subgraphs/_kit/register/register-row.js';
import { createRejectFile } from '../../subgraphs/_kit/import/reject-file.js';
import { CommandError } from '../commands/command-error.js';
import { openAgencyDatabases } from '../processes/agency-databases.js';
import { registerKeys } from '../processes/agency-keys.js';
import { createClock } from '../processes/clock.js';
import type { ImportableList } from './importable-lists.js';

export interface ImportFileOptions {
  readonly by: string;
  readonly asOf?: string;
  readonly additions?: true;
  readonly dryRun?: true;
  readonly skipRejected?: true;
  readonly rejects?: string;
  readonly mapping?: string;
  readonly confirm?: string;
  readonly onProgress: (rows: number) => void;
}

/** Imports a file into the agency's own database. @throws {CommandError} for a database without divisions */
export async function importFile(
  settings: Settings,
  { agency, list, mapping, mappedBy }: ImportableList,
  path: string,
  options: ImportFileOptions,
): Promise<ImportOutcome> {
  const now = createClock(settings.now)();
  const databases = await openAgencyDatabases(settings, [agency.name], (message) => console.error(message));
  const headings = options.mapping === undefined ? mapping : mappedBy(readOverrides(options.mapping));
  const rejects =
    options.rejects === undefined
      ? undefined
      : createRejectFile({ path: options.rejects, format: formatOf(path), mapping: headings });
  try {
    const url = databases.of(agency.name).servingUrl;
    const orm = await openDatabase(agency, { url });
    try {
      const division = await countyOf(orm, agency.name);
      const policy = loadPolicies().policyFor(division, dayInShanghai(now));
      const register = agency.registers.find(({ code }) => code === list.register);
      if (!register) throw new Error(`${agency.name} has no register ${list.register}.`);
      return await importList({
        agency: agency.name,
        orm,
        url,
        list,
        mapping: headings,
        path,
        asOf: new Date(`${options.asOf ?? dayInShanghai(now)}T00:00:00+08:00`),
        now,
        importedBy: options.by,
        keys: registerKeys(settings),
        isComplete: options.additions !== true,
        isDryRun: options.dryRun === true,
        skipsRejected: options.skipRejected === true,
        confirms: options.confirm,
        confirmAboveShare: policy.imports.confirmAbovePercent.value / 100,
        register: describeRegister(agency.name, register, division, policy),
        onReject: (row, table) => rejects?.write(row, table),
        onProgress: options.onProgress,
      });
    } finally {
      await orm.close();
    }
  } finally {
    await rejects?.close();
    await databases.release();
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
