import { join } from 'node:path';
import { projectRoot } from '../../settings/project-root.js';
import { agencyNames, loadAgency } from '../../subgraphs/index.js';
import { readMapping, type ColumnMapping } from '../../subgraphs/_kit/import/column-mapping.js';
import type { SubgraphDefinition } from '../../subgraphs/_kit/define-subgraph.js';
import type { ImportedList } from '../../subgraphs/_kit/import/import-definition.js';
import { CommandError } from '../commands/command-error.js';

export interface ImportableList {
  readonly agency: SubgraphDefinition;
  readonly list: ImportedList;
  /** The committed headings. */
  readonly mapping: ColumnMapping;
  /** With what an office calls its columns. */
  mappedBy(overrides: ColumnMapping): ColumnMapping;
}

const mappingFile = (agency: string, list: string) =>
  join(projectRoot, 'subgraphs', agency, 'imports', `${list}.yaml`);

/** @throws {CommandError} that names the lists which the agency has */
export async function findList(agencyName: string, name: string): Promise<ImportableList> {
  const agency = await loadAgency(agencyName);
  const lists = agency.lists ?? [];
  const list = lists.find((candidate) => candidate.list === name);
  if (!list)
    throw new CommandError(
      'UNKNOWN_NAME',
      lists.length > 0
        ? `${agencyName} has no list ${name}; it has ${lists.map((each) => each.list).join(', ')}.`
        : `${agencyName} has no lists to import.`,
    );
  const mappedBy = (overrides?: ColumnMapping) => readMapping(mappingFile(agencyName, name), list, overrides);
  return { agency, list, mapping: mappedBy(), mappedBy };
}

/** One line for each list: agency, list, titles. */
export async function printLists(print: (line: string) => void): Promise<void> {
  for (const name of agencyNames) {
    const { lists = [] } = await loadAgency(name);
    for (const { list, title } of lists) print(`${name} ${list}\t${title.en} (${title.zh})`);
  }
}
