import { join } from 'node:path';
import exceljs from 'exceljs';
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

/** A workbook with the official headings, what belongs into each, and the values that a cell may have. */
export async function writeTemplate({ list, mapping }: ImportableList, path: string): Promise<void> {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet(list.title.zh);
  Object.entries(list.fields).forEach(([field, kind], index) => {
    const column = sheet.getColumn(index + 1);
    const heading = mapping.columns[field]?.[0] ?? field;
    column.width = 18;
    // Text, or a spreadsheet rounds numbers of 18 digits.
    column.numFmt = '@';
    const cell = sheet.getCell(1, index + 1);
    cell.value = kind.isRequired ? `${heading}*` : heading;
    cell.font = { bold: kind.isRequired };
    cell.note = `${kind.hint.zh} (${kind.hint.en})`;
    const { choices } = kind;
    if (choices && choices.join(',').length < 250)
      for (let row = 2; row <= 500; row += 1)
        sheet.getCell(row, index + 1).dataValidation = {
          type: 'list',
          allowBlank: true,
          formulae: [`"${choices.join(',')}"`],
        };
  });
  sheet.views = [{ state: 'frozen', ySplit: 1 }];
  await workbook.xlsx.writeFile(path);
}
