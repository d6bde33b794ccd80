import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { agencyKeys } from '../../../../cli/processes/agency-keys.js';
import { readMapping } from '../../../../subgraphs/_kit/import/column-mapping.js';
import { importList, type ImportOutcome } from '../../../../subgraphs/_kit/import/import-list.js';
import type { ImportOptions } from '../../../../subgraphs/_kit/import/import-options.js';
import type { ImportedList } from '../../../../subgraphs/_kit/import/import-definition.js';
import type { RejectedRow } from '../../../../subgraphs/_kit/import/read-rows.js';
import { startTestAgency, type TestAgency } from '../../../support/agency.js';
import { TEST_NOW, testSettings } from '../../../support/test-settings.js';

export interface AgencyImports {
  readonly agency: TestAgency;
  /** Rows that the last import rejected. */
  readonly rejects: readonly RejectedRow[];
  take(list: ImportedList, path: string, changes?: Partial<ImportOptions>): Promise<ImportOutcome>;
  path(name: string): string;
  close(): Promise<void>;
}

/** Imports a file into a running agency, as the command does. */
export function importInto(
  agency: TestAgency,
  agencyName: string,
  { list, path, ...changes }: Pick<ImportOptions, 'list' | 'path'> & Partial<ImportOptions>,
): Promise<ImportOutcome> {
  return importList({
    agency: agencyName,
    orm: agency.orm,
    url: agency.databaseUrl,
    list,
    mapping: readMapping(`subgraphs/${agencyName}/imports/${list.list}.yaml`, list),
    path,
    asOf: TEST_NOW,
    now: new Date(),
    importedBy: 'first officer',
    keys: agencyKeys(testSettings(), agencyName),
    isComplete: true,
    isDryRun: false,
    skipsRejected: false,
    confirms: undefined,
    confirmAboveShare: Infinity,
    register: { source: 'test', covers: ['REGISTERED'], division: '520625', staleAfterDays: 31 },
    onReject: () => undefined,
    onProgress: () => undefined,
    ...changes,
  });
}

/** An agency over the county of the tests, and files for it. */
export async function startAgencyImports(agencyName: string): Promise<AgencyImports> {
  const agency = await startTestAgency(agencyName);
  const folder = mkdtempSync(join(tmpdir(), 'import-'));
  const rejects: RejectedRow[] = [];
  return {
    agency,
    rejects,
    path: (name) => join(folder, name),
    async take(list, path, changes = {}) {
      rejects.length = 0;
      return importInto(agency, agencyName, {
        list,
        path,
        onReject: (row) => {
          rejects.push(row);
          return undefined;
        },
        ...changes,
      });
    },
    async close() {
      rmSync(folder, { recursive: true, force: true });
      await agency.close();
    },
  };
}

export interface ImportHarness extends Omit<AgencyImports, 'take'> {
  run(path: string, changes?: Partial<ImportOptions>): Promise<ImportOutcome>;
}

/** One list of an agency, whose table is empty at first. */
export async function startImports(agencyName: string, list: ImportedList): Promise<ImportHarness> {
  const { take, ...imports } = await startAgencyImports(agencyName);
  const { tableName } = imports.agency.orm.getMetadata().get(list.entity);
  await imports.agency.rows(`delete from ${tableName}`);
  return { ...imports, run: (path, changes) => take(list, path, changes) };
}
