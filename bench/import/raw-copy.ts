import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

/** Every table that an import of residents writes: its rows, where they came from, where children belong, the feed. */
const TABLES = ['resident', 'imported_row', 'student_scope', 'change'];

export interface RawCopy {
  readonly seconds: number;
  readonly rows: number;
}

/** The same rows into tables of the same columns and indexes, by COPY alone: what the database itself needs for them. */
export async function copyAgain(client: pg.Client, folder: string): Promise<RawCopy> {
  let seconds = 0;
  let rows = 0;
  for (const table of TABLES) {
    const file = join(folder, `${table}.copy`);
    await client.query(`create table raw_${table} (like ${table} including all)`);
    await pipeline(client.query(copyTo(`copy ${table} to stdout`)), createWriteStream(file));
    const began = performance.now();
    await pipeline(createReadStream(file), client.query(copyFrom(`copy raw_${table} from stdin`)));
    seconds += (performance.now() - began) / 1000;
    const { rows: counted } = await client.query<{ count: number }>(
      `select count(*)::int as count from raw_${table}`,
    );
    rows += counted[0]?.count ?? 0;
    await client.query(`drop table raw_${table}`);
  }
  return { seconds, rows };
}
