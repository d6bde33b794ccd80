import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../settings/project-root.js';

export interface EnumLabels {
  readonly name: string;
  readonly label: { readonly en: string; readonly zh: string };
  readonly values: readonly {
    readonly value: string;
    readonly label: { readonly en: string; readonly zh: string };
    readonly code: string | null;
  }[];
}

/** An operator has to generate the wording anew; without it every portal would show codes. */
export class EnumLabelsError extends Error {}

let labels: readonly EnumLabels[] | undefined;

/**
 * The wording of every enum of every agency, as the schema command wrote it. Read once.
 * @throws {EnumLabelsError}
 */
export function readEnumLabels(): readonly EnumLabels[] {
  labels ??= loadEnumLabels(join(projectRoot, 'schema', 'labels.json'));
  return labels;
}

/** @throws {EnumLabelsError} */
export function loadEnumLabels(path: string): readonly EnumLabels[] {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as EnumLabels[];
  } catch (cause) {
    throw new EnumLabelsError(`${path} is missing or damaged. Run "npx hub schema".`, { cause });
  }
}
