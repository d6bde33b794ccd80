import type { EntityMetadata } from '@mikro-orm/postgresql';
import { FACT_SOURCES } from '../../../subgraphs/coordination/register/fact-sources.js';
import { agencyNames, loadAgency } from '../../../subgraphs/index.js';

const SOURCES = Object.values(FACT_SOURCES);
const definitions = await Promise.all(agencyNames.map(loadAgency));
const definitionOf = (name: string) => definitions.find((definition) => definition.name === name);
/** What tells who a person is, under whatever name a register keeps it, and what finds its kin, its former numbers and other persons on its number. */
const ABOUT_THE_PERSON = [
  'name',
  'childName',
  'sex',
  'birthDate',
  'residentIdNumberSealed',
  'maskedResidentIdNumber',
  'residenceDivisionCode',
  'divisionCode',
  'localDivisionCode',
  'birthDateInNumber',
  'guardianId',
  'numberId',
  'sourceKey',
  'grounds',
  'householdId',
  'householdCode',
];

test.each(SOURCES.map((source) => [`${source.agency}.${source.table}`, source] as const))(
  'all that the rules read of %s leaves in the roster, with its own register',
  (_name, { agency, table, register, columns }) => {
    const inRoster = definitionOf(agency)?.roster?.find(({ entity }) => entity.meta.tableName === table);
    expect(inRoster?.columns).toEqual(expect.arrayContaining([...columns]));
    expect(inRoster?.registers).toContain(register);
  },
);

test.each(agencyNames)('%s gives nothing else but what tells who a person is', (name) => {
  const { roster = [], registers = [] } = definitionOf(name) ?? {};
  const codes = registers.map(({ code }) => code);
  for (const table of roster) {
    const { tableName, properties } = table.entity.meta as EntityMetadata;
    const read = SOURCES.find((source) => source.agency === name && source.table === tableName);
    const allowed = [...(read?.columns ?? []), ...ABOUT_THE_PERSON];
    expect(table.columns.filter((column) => !allowed.includes(column))).toEqual([]);
    expect(Object.keys(properties)).toEqual(expect.arrayContaining([...table.columns]));
    expect(codes).toEqual(expect.arrayContaining([...table.registers]));
    expect(Object.hasOwn(properties, 'studentId') || table.members !== undefined).toBe(true);
  }
});
