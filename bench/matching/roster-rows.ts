import { agencyNames, loadAgency } from '../../subgraphs/index.js';

type Row = Readonly<Record<string, unknown>>;

const definitions = await Promise.all(agencyNames.map(loadAgency));

/** Columns that leave an agency in its roster, by agency and table, with the keys that its rows are joined by. */
const columnsOf = new Map(
  definitions.flatMap(({ name, roster = [] }) =>
    roster.map(
      ({ entity, columns, members }) =>
        [
          `${name} ${entity.meta.tableName}`,
          [...columns, 'studentId', ...(members ? [members.key] : [])],
        ] as const,
    ),
  ),
);

/** Of a row as an agency stores it, what a comparison run would be told; null for a table that stays at home. */
export function rosterRow(agency: string, table: string, row: Row): Row | null {
  const columns = columnsOf.get(`${agency} ${table}`);
  return columns ? Object.fromEntries(columns.map((column) => [column, row[column] ?? null])) : null;
}
