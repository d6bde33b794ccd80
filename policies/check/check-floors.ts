import { SETTINGS } from '../policy-settings.js';
import type { LoadedPolicyFile } from '../policy.schema.js';
import type { Setting } from '../setting.js';
import type { PolicyFinding } from './policy-finding.js';
import { statedValues } from './stated-values.js';

const SECTIONS = new Map<string, (typeof SETTINGS)[keyof typeof SETTINGS]>(Object.entries(SETTINGS));

function settingOf(section: string, name: string): Setting<unknown> | undefined {
  const definition = SECTIONS.get(section);
  if (definition?.kind === 'KEYED') return definition.entry;
  return new Map<string, Setting<unknown>>(Object.entries(definition?.settings ?? {})).get(name);
}

/** Local values laxer than a national floor: they stand in the file and never come into force. */
export function findBrokenFloors(
  file: LoadedPolicyFile,
  national: readonly LoadedPolicyFile[],
): PolicyFinding[] {
  if (file.appliesTo === 'NATIONAL') return [];
  return statedValues(file).flatMap(({ section, name, path, stated }) =>
    national.flatMap((base) => {
      const floor = base.values[section]?.[name];
      const setting = settingOf(section, name);
      if (!floor?.floor || !setting?.stricter) return [];
      const { validTo } = base;
      if (validTo !== null && file.validFrom !== null && validTo < file.validFrom) return [];
      if (setting.stricter.choose(floor.value, stated.value) === stated.value) return [];
      return {
        file: file.file,
        path: `${path}.value`,
        problem: `is laxer than the national floor ${JSON.stringify(floor.value)} (${floor.source.document} ${floor.source.clause}), which stands instead`,
        mend: 'State a value that is at least as strict, or leave it to the national policy.',
      };
    }),
  );
}
