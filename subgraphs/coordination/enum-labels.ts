import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../settings/project-root.js';

export interface EnumLabels {
  readonly name: string;
  readonly label: { readonly en: string; readonly zh: string };
  readonly values: readonly {
    readonly value: string;
    readonly label: { readonly en: string; readonly zh: string };
    readonly code: string | null;
  }[];
}

let labels: readonly EnumLabels[] | undefined;

/**
 * The wording of every enum of every agency, as the schema command wrote it to `schema/labels.json`. Read once;
 * empty while the file has not been generated.
 */
export function readEnumLabels(): readonly EnumLabels[] {
  const path = join(projectRoot, 'schema', 'labels.json');
  labels ??= existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as EnumLabels[]) : [];
  return labels;
}
