import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import type { EntityMetadata, EntitySchema, MikroORM } from '@mikro-orm/postgresql';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { copyLine, type CopyColumn } from './copy-text.js';

/** A temporary table that rows are copied into; COPY may not write a table under row-level security itself. */
export interface StagingTable {
  readonly name: string;
  /** Columns of the lasting table, quoted, in the order of the staged ones. */
  readonly columns: readonly string[];
  copy(rows: readonly object[]): Promise<void>;
}

/** @param further columns that the lasting table does not have, with their SQL types */
export async function createStagingTable(
  client: pg.Client,
  orm: MikroORM,
  entity: EntitySchema,
  further: Readonly<Record<string, string>> = {},
): Promise<StagingTable> {
  const metadata: EntityMetadata = orm.getMetadata().get(entity);
  const properties = metadata.props.filter(
    ({ fieldNames, autoincrement }) => fieldNames?.length === 1 && !autoincrement,
  );
  const columns = properties.map(({ fieldNames }) => `"${fieldNames[0]}"`);
  const name = `staged_${metadata.tableName}`;
  const more = Object.entries(further);
  await client.query(
    `create temporary table "${name}" on commit drop as
     select ${[...columns, ...more.map(([column, type]) => `null::${type} as "${column}"`)].join(', ')}
     from "${metadata.tableName}" with no data`,
  );
  const copied: CopyColumn[] = [
    ...properties.map(({ name: property, columnTypes }) => ({
      property,
      isJson: columnTypes?.[0] === 'jsonb',
    })),
    ...more.map(([column, type]) => ({ property: column, isJson: type === 'jsonb' })),
  ];
  const statement = `copy "${name}" (${[...columns, ...more.map(([column]) => `"${column}"`)].join(', ')}) from stdin`;
  return {
    name,
    columns,
    async copy(rows) {
      const lines = rows.map((row) => copyLine(copied, row as Readonly<Record<string, unknown>>));
      await copyText(client, statement, lines.join(''));
    },
  };
}

export async function copyText(client: pg.Client, statement: string, text: string): Promise<void> {
  if (text) await pipeline(Readable.from([text]), client.query(copyFrom(statement)));
}
