import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { agencyKeys } from '../../../../cli/processes/agency-keys.js';
import { readMapping } from '../../../../subgraphs/_kit/import/column-mapping.js';
import { importList, type ImportOutcome } from '../../../../subgraphs/_kit/import/import-list.js';
import type { ImportOptions } from '../../../../subgraphs/_kit/import/import-options.js';
import type { AnyListDefinition } from '../../../../subgraphs/_kit/import/import-definition.js';
import type { RejectedRow } from '../../../../subgraphs/_kit/import/read-rows.js';
import { startTestAgency, type TestAgency } from '../../../support/agency.js';
import { TEST_NOW, testSettings } from '../../../support/test-settings.js';

export interface ImportHarness {
  readonly agency: TestAgency;
  readonly folder: string;
  /** Rows that the last import rejected. */
  readonly rejects: readonly RejectedRow[];
  run(path: string, changes?: Partial<ImportOptions>): Promise<ImportOutcome>;
  path(name: string): string;
  close(): Promise<void>;
}

/** An agency whose register is empty at first, and files to fill it from. */
export async function startImports(agencyName: string, list: AnyListDefinition): Promise<ImportHarness> {
  const agency = await startTestAgency(agencyName);
  const folder = mkdtempSync(join(tmpdir(), 'import-'));
  const rejects: RejectedRow[] = [];
  const keys = agencyKeys(testSettings(), agencyName);
  const { tableName } = agency.orm.getMetadata().get(list.entity as never) as { tableName: string };
  await agency.rows(`delete from ${tableName}`);
  return {
    agency,
    folder,
    rejects,
    path: (name) => join(folder, name),
    async run(path, changes = {}) {
      rejects.length = 0;
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
        keys,
        isDryRun: false,
        skipsRejected: false,
        confirms: undefined,
        confirmAboveShare: 1,
        register: { source: 'test', covers: ['REGISTERED'], division: '520625', staleAfterDays: 31 },
        onReject: (row) => {
          rejects.push(row);
          return undefined;
        },
        onProgress: () => undefined,
        ...changes,
      });
    },
    async close() {
      rmSync(folder, { recursive: true, force: true });
      await agency.close();
    },
  };
}
