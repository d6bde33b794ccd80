/** One register of the picture: where its rows are and what becomes of them. Row alias `r`, child alias `child`. */
export interface Section {
  /** Field of the agency's part of the picture. */
  readonly field: string;
  /** Code of the register in the agency's table `register`. */
  readonly register: string;
  /** Rows of one child; `r.student_id = any(child.members)` is added unless `whole` is set. */
  readonly from: string;
  readonly whole?: true;
  /** Whether the register holds something of the child; by default whether there is a row. */
  readonly found?: string;
  /** When silence says nothing of a child whom the register would else cover. */
  readonly isElsewhere?: string;
  /** SQL by response key: aggregates over the rows. */
  readonly values: Readonly<Record<string, string>>;
}

/** Rows that hold today ($4), and the order with the latest of them first. */
export const HOLDS = '(r.ended_on is null or r.ended_on >= $4::date)';
export const LATEST = 'r.started_on desc, r.id desc';

export const object = (fields: Readonly<Record<string, string>>): string =>
  `json_build_object(${Object.entries(fields)
    .map(([key, value]) => `'${key}', ${value}`)
    .join(', ')})`;

/** @param names camel-case response keys, each the camel-case form of its column in `r` */
export const columns = (names: string): Record<string, string> =>
  Object.fromEntries(names.split(' ').map((name) => [name, `r."${snakeCase(name)}"`]));

/** All rows as a JSON list. */
export const all = (row: Readonly<Record<string, string>>, orderBy: string, where = 'true'): string =>
  `coalesce(json_agg(${object(row)} order by ${orderBy}) filter (where r.student_id is not null and ${where}), '[]')`;

/** The first row as a JSON object, or null. */
export const first = (row: Readonly<Record<string, string>>, orderBy: string, where = 'true'): string =>
  `(json_agg(${object(row)} order by ${orderBy}) filter (where r.student_id is not null and ${where})) -> 0`;

export const division = (schema: string, code: string): string =>
  `case when ${code} is not null then json_build_object('code', ${code},
     'name', (select name from ${schema}.division d where d.code = ${code})) end`;

/** $3 is now: the state of a register for a child, by the rules that every agency follows. */
export const registerState = (
  schema: string,
  code: string,
  found: string,
  isElsewhere = 'false',
): string => `(
  select json_build_object(
    'state', case when ${found} then 'FOUND' when g.code is null then 'NOT_LOADED'
      when ${isElsewhere} then 'OUT_OF_COVERAGE'
      when exists (select from unnest(child.kinds, child.codes) as s(kind, code) where s.kind = any(g.covers)
        and (s.kind not in ('REGISTERED', 'RESIDENCE') or starts_with(s.code, g.division))) then 'NO_RECORD'
      else 'OUT_OF_COVERAGE' end,
    'freshness', case when $3::timestamptz - g.as_of <= g.stale_after_days * interval '24 hours' then 'CURRENT' else 'STALE' end,
    'asOf', to_char(g.as_of at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'source', coalesce(g.source, ''))
  from (select) as one left join ${schema}.register g on g.code = '${code}')`;

/** @returns the lateral join that reads a register, named after its place in the picture */
export function sectionJoin(alias: string, schema: string, section: Section): string {
  const { from, whole, values, register, found = 'count(r.student_id) > 0', isElsewhere } = section;
  const where = whole ? '' : ' where r.student_id = any(child.members)';
  const picked = Object.keys(values).map((key) => `'${key}', x."${key}"`);
  const selected = Object.entries(values).map(([key, value]) => `${value} as "${key}"`);
  return `cross join lateral (
    select json_build_object('register', ${registerState(schema, register, 'x.found', isElsewhere)}, ${picked.join(', ')}) as value
    from (select ${found} as found, ${selected.join(', ')} from ${from}${where}) x) ${alias}`;
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
