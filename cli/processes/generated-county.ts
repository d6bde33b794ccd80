import { join } from 'node:path';
import { countyFolder, readCountyManifest, type CountyManifest } from '../../county/county-manifest.js';
import type { Settings } from '../../settings/settings.js';
import { CommandError } from '../commands/command-error.js';

/**
 * @returns what the synthetic county in the data folder is; undefined when there is none.
 * @throws {CommandError} when its description is damaged, with word of what to do.
 */
export function generatedCounty({ dataDir }: Pick<Settings, 'dataDir'>): CountyManifest | undefined {
  try {
    return readCountyManifest(dataDir);
  } catch (cause) {
    const file = join(countyFolder(dataDir), 'manifest.json');
    throw new CommandError(
      'COUNTY_DAMAGED',
      `${file} is damaged. Move it away and run "hub generate --replace" for a new county.`,
      { cause },
    );
  }
}
