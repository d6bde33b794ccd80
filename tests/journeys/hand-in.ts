import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importFile } from '../../cli/imports/import-file.js';
import { findList } from '../../cli/imports/importable-lists.js';
import { agencyRows } from '../../settings/setting-rows.js';
import { loadSettings } from '../../settings/settings.js';
import { agencyNames } from '../../subgraphs/index.js';
import { csvOfRows, type ListRow } from '../subgraphs/_kit/import/list-file.js';
import type { TestAgency } from '../support/agency.js';
import { makeTemporaryFolder } from '../support/temporary-folder.js';
import { testDataDir } from '../support/test-server.js';
import { testEnvironment } from '../support/test-settings.js';

export interface Office {
  readonly name: string;
  readonly agency: TestAgency;
  /** Day on which it hands in, YYYY-MM-DD. */
  readonly today: string;
}

/** What `hub import <agency> <list> FILE --additions` does with a file of these rows: all of them are taken. */
export async function handIn(
  { name, agency, today }: Office,
  list: string,
  ...rows: readonly ListRow[]
): Promise<void> {
  const importable = await findList(name, list);
  const folder = makeTemporaryFolder('hub-hand-in-');
  const path = join(folder, `${list}.csv`);
  writeFileSync(path, csvOfRows(rows, importable.mapping));
  const settings = loadSettings(
    {
      ...testEnvironment(testDataDir()),
      HUB_NOW: `${today}T09:00:00+08:00`,
      [agencyRows(name, 0).databaseUrl.name]: agency.databaseUrl,
    },
    agencyNames,
  );
  const outcome = await importFile(settings, importable, path, {
    by: `officer of ${name}`,
    additions: true,
    onProgress: () => undefined,
  }).finally(() => rmSync(folder, { recursive: true, force: true }));
  expect({ list, state: outcome.state, rejected: outcome.rejected }).toEqual({
    list,
    state: 'COMMITTED',
    rejected: 0,
  });
}
