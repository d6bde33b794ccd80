import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import type { EntityMetadata, EntitySchema, MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { AUDIT_TABLES } from '../../subgraphs/_kit/audit/access-log.entity.js';
import { serviceSession } from '../../subgraphs/_kit/student/session-context.js';
import type { NewRow } from '../registers/row-sink.js';
import { copyLine, type CopyColumn } from '../../subgraphs/_kit/import/copy-text.js';

/** Bytes gathered per table before they are sent. Text kept as strings until then would be the collector's main work. */
const BATCH_BYTES = 256 * 1024;
const MAX_UTF8_BYTES_PER_CHARACTER = 3;

/** Batches that may wait for the database while the next families are made. */
const MAX_WAITING_BATCHES = 4;

interface Table {
  readonly copy: string;
  /** Moves staged rows to where they belong; undefined for a table that COPY may write itself. */
  readonly settle: string | undefined;
  readonly columns: readonly CopyColumn[];
  batch: Buffer;
  /** Bytes of the batch that are written. */
  filled: number;
}

const NOTHING = Buffer.alloc(0);

/**
 * Loads rows into one agency's database by COPY within one transaction: all of it becomes visible at the
 * commit, or nothing. Memory stays at one batch per table.
 *
 * PostgreSQL has no COPY into a table under row-level security, so those rows wait in a temporary table until the end.
 */
export interface AgencyLoader {
  insert<Row extends object>(entity: EntitySchema<Row>, row: NewRow<Row>): void;
  /** The text of a row, which goes for every agency that has the table. */
  lineOf<Row extends object>(entity: EntitySchema<Row>, row: NewRow<Row>): string;
  insertLine<Row extends object>(entity: EntitySchema<Row>, line: string): void;
  /** Waits when the database falls behind; await it between families so that memory stays bounded. */
  drain(): Promise<void>;
  /** Sends what is left and waits for all of it. */
  finish(): Promise<void>;
  /** Empties every table of the agency, within the same transaction. */
  truncate(): Promise<void>;
  commit(): Promise<void>;
  rollback(): Promise<void>;
  readonly rowCount: number;
}

export async function openAgencyLoader(orm: MikroORM, url: string): Promise<AgencyLoader> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('begin');
  const [context, service] = Object.entries(serviceSession)[0] ?? [];
  await client.query('select set_config($1, $2, true)', [context, service]);
  const tables = new Map<object, Table>();
  let rowCount = 0;

  function tableOf<Row extends object>(entity: EntitySchema<Row>): Table {
    const known = tables.get(entity);
    if (known) return known;
    const metadata: EntityMetadata<Row> = orm.getMetadata().get(entity);
    const properties = metadata.props.filter(
      ({ fieldNames, autoincrement }) => fieldNames?.length === 1 && !autoincrement,
    );
    const columns = properties.map(({ fieldNames }) => `"${fieldNames[0]}"`).join(', ');
    const staging = metadata.rowLevelSecurity ? `staged_${metadata.tableName}` : undefined;
    if (staging) {
      const empty = `select ${columns} from "${metadata.tableName}" with no data`;
      run(() => client.query(`create temporary table "${staging}" on commit drop as ${empty}`));
    }
    const table: Table = {
      copy: `copy "${staging ?? metadata.tableName}" (${columns}) from stdin`,
      settle:
        staging && `insert into "${metadata.tableName}" (${columns}) select ${columns} from "${staging}"`,
      columns: properties.map(({ name, columnTypes }) => ({
        property: name,
        isJson: columnTypes?.[0] === 'jsonb',
      })),
      batch: NOTHING,
      filled: 0,
    };
    tables.set(entity, table);
    return table;
  }

  /** Batches go one after the other over the one connection; the first is the oldest. */
  const waiting: Promise<void>[] = [];
  let sending: Promise<void> = Promise.resolve();

  function run(statement: () => Promise<unknown>): void {
    sending = sending.then(async () => void (await statement()));
    // Whoever awaits `sending` gets the failure; without this it would also count as unhandled meanwhile.
    sending.catch(() => undefined);
  }

  function send(table: Table): void {
    const text = table.batch.subarray(0, table.filled);
    table.batch = NOTHING;
    table.filled = 0;
    run(async () => {
      await pipeline(Readable.from([text]), client.query(copyFrom(table.copy)));
      void waiting.shift();
    });
    waiting.push(sending);
  }

  function insertLine<Row extends object>(entity: EntitySchema<Row>, line: string): void {
    const table = tableOf(entity);
    const room = line.length * MAX_UTF8_BYTES_PER_CHARACTER;
    if (table.filled > 0 && table.filled + room > table.batch.length) send(table);
    if (table.filled === 0) table.batch = Buffer.allocUnsafe(Math.max(BATCH_BYTES, room));
    table.filled += table.batch.write(line, table.filled);
    rowCount += 1;
  }

  function lineOf<Row extends object>(entity: EntitySchema<Row>, row: NewRow<Row>): string {
    return copyLine(tableOf(entity).columns, row as Readonly<Record<string, unknown>>);
  }

  return {
    get rowCount() {
      return rowCount;
    },
    insert: (entity, row) => insertLine(entity, lineOf(entity, row)),
    lineOf,
    insertLine,
    async drain() {
      while (waiting.length > MAX_WAITING_BATCHES) await waiting[0];
    },
    async truncate() {
      const names = [...orm.getMetadata().getAll().values()].map(({ tableName }) => tableName);
      for (const name of names) {
        // Who read the county before keeps standing in the log; the serving role could not delete it anyway.
        if (!AUDIT_TABLES.includes(name)) await client.query(`delete from "${name}"`);
      }
    },
    async finish() {
      for (const table of tables.values()) if (table.filled > 0) send(table);
      for (const { settle } of tables.values()) if (settle) run(() => client.query(settle));
      await sending;
    },
    async commit() {
      await client.query('commit');
      await client.end();
    },
    async rollback() {
      await client.query('rollback').catch(() => undefined);
      await client.end();
    },
  };
}
