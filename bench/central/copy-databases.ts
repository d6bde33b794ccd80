import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { withConnection } from '../../postgres/database-connection.js';
import type { EmbeddedPostgres } from '../../postgres/embedded-server.js';
import { agencyDatabaseNames } from '../../postgres/agency-databases.js';

export const CENTRAL_DATABASE = 'hub_central';
const { escapeIdentifier, escapeLiteral } = pg;

interface TableRow {
  readonly table: string;
  readonly columns: string;
}

const TABLES = `
  select c.relname as table, string_agg(format('%I %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
      case when l.collname <> 'default' and l.collnamespace = 'public'::regnamespace then format(' collate public.%I', l.collname) else '' end,
      case when a.attnotnull then ' not null' else '' end), ', ' order by a.attnum) as columns
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  left join pg_collation l on l.oid = a.attcollation
  where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname not like 'mikro_orm%'
  group by c.relname`;
const INDEXES = `select indexdef from pg_indexes where schemaname = 'public' and tablename not like 'mikro_orm%'`;
const COLLATIONS = `select collname, colllocale from pg_collation where collnamespace = 'public'::regnamespace and collprovider = 'i'`;

/**
 * Copies the tables of all agencies, with their rows and indexes, into one database: each agency's into the schema of its
 * own name.
 *
 * @returns the superuser's address of the copy
 */
export async function copyIntoOneDatabase(
  server: EmbeddedPostgres,
  agencies: readonly string[],
): Promise<string> {
  await withConnection(server.adminUrl, async (admin) => {
    await admin.query(`drop database if exists ${CENTRAL_DATABASE} with (force)`);
    await admin.query(`create database ${CENTRAL_DATABASE} template template0`);
  });
  const url = server.urlFor(CENTRAL_DATABASE);
  await withConnection(url, async (central) => {
    for (const agency of agencies) {
      await withConnection(server.urlFor(agencyDatabaseNames(agency).database), (source) =>
        copyAgency(source, central, agency.replaceAll('-', '_')),
      );
    }
    await central.query('vacuum analyze');
  });
  return url;
}

async function copyAgency(source: pg.Client, central: pg.Client, schema: string): Promise<void> {
  await central.query(`create schema ${escapeIdentifier(schema)}`);
  const collations = await source.query<{ collname: string; colllocale: string }>(COLLATIONS);
  for (const { collname, colllocale } of collations.rows) {
    await central.query(
      `create collation if not exists public.${escapeIdentifier(collname)} (provider = icu, locale = ${escapeLiteral(colllocale)})`,
    );
  }
  const { rows } = await source.query<TableRow>(TABLES);
  for (const { table, columns } of rows) {
    const target = `${escapeIdentifier(schema)}.${escapeIdentifier(table)}`;
    await central.query(`create table ${target} (${columns})`);
    await pipeline(
      // By a query: a table by itself gives no generated columns, which are plain ones in the copy.
      source.query(
        copyTo(`copy (select * from public.${escapeIdentifier(table)}) to stdout (format binary)`),
      ),
      central.query(copyFrom(`copy ${target} from stdin (format binary)`)),
    );
  }
  const indexes = await source.query<{ indexdef: string }>(INDEXES);
  for (const { indexdef } of indexes.rows) {
    await central.query(indexdef.replace(' ON public.', ` ON ${escapeIdentifier(schema)}.`));
  }
}
