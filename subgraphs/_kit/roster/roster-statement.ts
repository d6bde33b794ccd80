import type { EntityManager, EntityMetadata, EntitySchema } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import type { ReadStudents } from './roster-line.js';
import type { RosterPlaces, RosterTable } from './roster-table.js';

type MetadataOf = (entity: EntitySchema) => EntityMetadata;

/** Of whom rows are wanted. */
interface Wanted {
  /** Codes of registers; null for all. */
  readonly registers: readonly string[] | null;
  /** Ids; null for everybody's. */
  readonly students: readonly string[] | null;
}

export interface PinRequest {
  readonly run: string;
  /** Codes of the wanted registers; undefined for all. */
  readonly registers: readonly string[] | undefined;
  readonly now: Date;
}

/** What an agency gives to runs. */
export interface Pinnable {
  readonly tables: readonly RosterTable[];
  readonly places: readonly RosterPlaces[];
}

/**
 * Pins in one statement, which sees one moment: versions, rows and the place in the change feed agree, whatever is
 * imported meanwhile. Texts are put together by the database, so that a million children never pass through Node.
 */
export function pinStatement(
  { tables, places }: Pinnable,
  em: EntityManager,
  { run, registers, now }: PinRequest,
): RawBuilder<unknown> {
  const asked = registers ? [...registers] : null;
  const metadataOf: MetadataOf = (entity) => em.getMetadata().get(entity);
  return sql`
    with ${linesOf(tables, metadataOf, { registers: asked, students: null })},
    stored as (
      insert into roster_row (run, canonical_id, student_id, line)
      select ${run}, canonical_id, student_id, line
      from told order by canonical_id collate "C", student_id collate "C"
      returning 1)
    insert into roster_pin (run, pinned_at, asked, registers, rows, places, feed_version)
    select ${run}, ${now.toISOString()}::timestamptz, ${asked}::text[],
      (select coalesce(json_agg(${sql.raw(PINNED_REGISTER)}), '[]') from loaded),
      (select count(*) from stored), ${sql.raw(placesOf(places, metadataOf))}, coalesce((select version from change_feed), 0)`;
}

/** What all registers say now of some ids, in one statement: `lines` in the order of the ids, and `places`. */
export function studentsStatement(
  { tables, places }: Pinnable,
  em: EntityManager,
  students: readonly string[],
): RawBuilder<ReadStudents> {
  const metadataOf: MetadataOf = (entity) => em.getMetadata().get(entity);
  // Of lists, which are as long as the school year, a few children need nothing.
  const unlisted = places.filter(({ listed }) => listed === undefined);
  return sql`
    with ${linesOf(tables, metadataOf, { registers: null, students })}
    select (select coalesce(json_agg(line::json order by student_id collate "C"), '[]') from told) as lines,
      ${sql.raw(placesOf(unlisted, metadataOf))} as places`;
}

/**
 * SQL: `loaded`, the registers, and `told`, what they say of each id, as JSON of a `RosterLine`.
 *
 * Only aliases are looked up among the scopes, which have many rows for each child: without one, an id is its own
 * canonical id.
 */
function linesOf(
  tables: readonly RosterTable[],
  metadataOf: MetadataOf,
  { registers, students }: Wanted,
): RawBuilder<unknown> {
  const isOfSome = students !== null;
  const parts = tables.map((table, position) => partOf({ table, position, isOfSome }, metadataOf));
  const said =
    parts.length > 0
      ? parts.join(' union all ')
      : `select null::text as student_id, 0 as position, '' as part where false`;
  return sql`loaded as (
      select code, version, as_of, loaded_at, source, stale_after_days, covers, division from register
      where ${registers}::text[] is null or code = any (${registers}::text[])),
    wanted as (select unnest(${students}::text[]) as student_id),
    said as (${sql.raw(said)}),
    child as (select student_id, string_agg(part, ',' order by position) as parts from said group by student_id),
    alias as (
      select student_id, min(canonical_id) as canonical_id from student_scope
      where canonical_id <> student_id ${sql.raw(isOfSome ? `and ${isWanted('student_id')}` : '')}
      group by student_id),
    named as (
      select coalesce(alias.canonical_id, child.student_id) as canonical_id, child.student_id, child.parts
      from child left join alias using (student_id)),
    told as (
      select canonical_id, student_id,
        '{"canonicalId":"' || canonical_id || '","studentId":"' || student_id || '","rows":{' || parts || '}}' as line
      from named)`;
}

const isWanted = (column: string) => `${column} in (select student_id from wanted)`;

const instant = (column: string) => `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const PINNED_REGISTER = `json_build_object('code', code, 'version', version, 'asOf', ${instant('as_of')},
  'loadedAt', ${instant('loaded_at')}, 'source', source, 'staleAfterDays', stale_after_days, 'covers', covers,
  'division', division)`;

function placesOf(places: readonly RosterPlaces[], metadataOf: MetadataOf): string {
  const parts = places.map(({ entity, columns, listed }) => {
    const metadata = metadataOf(entity);
    const column = (property: string) => quoted(fieldOf(metadata, property));
    const values = columns.map((property) => `${column(property)} as "${property}"`);
    if (listed !== undefined)
      values.push(`json_agg(${column(listed)} order by ${column(listed)}) as "${listed}"`);
    const order = (listed === undefined ? metadata.primaryKeys : columns).map(column).join(', ');
    return `'${metadata.tableName}', (select coalesce(json_agg(place), '[]') from (
      select ${values.join(', ')} from ${quoted(metadata.tableName)}
      ${listed === undefined ? '' : `group by ${order}`} order by ${order}) place)`;
  });
  return `json_build_object(${parts.join(', ')})`;
}

interface Part {
  readonly table: RosterTable;
  readonly position: number;
  /** Whether only ids in `wanted` are. */
  readonly isOfSome: boolean;
}

/** One table's rows of each id as JSON, in the order in which they were stored. */
function partOf({ table, position, isOfSome }: Part, metadataOf: MetadataOf): string {
  const { registers, columns, onlyWith, members } = table;
  const own = metadataOf(table.entity);
  const column = (metadata: EntityMetadata, property: string) => quoted(fieldOf(metadata, property));
  const keysOf = (metadata: EntityMetadata, name: string) =>
    metadata.primaryKeys.map((key) => `${name}.${column(metadata, key)}`);
  const values = columns.map((property) => `own.${column(own, property)} as "${property}"`).join(', ');
  const member = members && metadataOf(members.entity);
  const joined = member
    ? `join ${quoted(member.tableName)} member on member.${column(member, members.memberKey)} = own.${column(own, members.key)}`
    : '';
  const child = member ? 'member.student_id' : 'own.student_id';
  const order = [...(member ? keysOf(member, 'member') : []), ...keysOf(own, 'own')].join(', ');
  const codes = registers.map((code) => `'${code}'`).join(', ');
  return `
    select ${child} as student_id, ${position} as position, '"${own.tableName}":[' || string_agg(
      to_json((select row from (select ${values}) row))::text, ',' order by ${order}) || ']' as part
    from ${quoted(own.tableName)} own ${joined}
    where exists (select from loaded where code in (${codes}))
      ${onlyWith === undefined ? '' : `and own.${column(own, onlyWith)} is not null`}
      ${isOfSome ? `and ${isWanted(child)}` : ''}
    group by ${child}`;
}

function fieldOf({ properties, className }: EntityMetadata, property: string): string {
  const name = (properties as Readonly<Record<string, { readonly fieldNames?: readonly string[] }>>)[property]
    ?.fieldNames?.[0];
  if (name === undefined) throw new Error(`${className} has no column ${property}.`);
  return name;
}

const quoted = (name: string) => `"${name}"`;
