import type pg from 'pg';

/** Tables in which an agency's register names a child, in the database that has them all, with their column of the name. */
const REGISTERS = [
  { table: 'police.resident', name: 'name' },
  { table: 'education.student_status', name: 'name' },
  { table: 'civil_affairs.child_file', name: 'child_name' },
  { table: 'disability.registered_child', name: 'name' },
  { table: 'poverty.poverty_household_member', name: 'child_name' },
] as const;

export interface JoinedRegisters {
  readonly seconds: number;
  /** Ids in one of the registers at least. */
  readonly ids: number;
  /** Ids that police and education do not both know. */
  readonly oneSided: number;
  /** Ids of which two registers name another child. */
  readonly differing: number;
}

/**
 * What a county would ask of one database: of every child, which register knows it, and whether all of them name the same
 * one. The answer is kept, as a run keeps its own.
 */
export async function joinRegisters(client: pg.Client): Promise<JoinedRegisters> {
  const named = REGISTERS.map(
    ({ table, name }, index) => `(
      select student_id, min(${name}) as name${index}, min(sex) as sex${index}, min(birth_date) as born${index}
      from ${table} group by student_id) r${index}`,
  );
  const joined = named
    .slice(1)
    .reduce((sql, part) => `${sql} full join ${part} using (student_id)`, named[0] ?? '');
  // Separators of names differ from register to register.
  const said = REGISTERS.map(
    (_, index) =>
      `nullif(concat(regexp_replace(name${index}, '[·•.\\s]', '', 'g'), sex${index}, born${index}), '')`,
  );
  const began = performance.now();
  await client.query(`
    create table joined as
    select student_id, name0 is not null as is_in_police, name1 is not null as is_in_education,
      (select count(distinct each) > 1 from unnest(array[${said.join(', ')}]) each) as is_differing
    from ${joined}`);
  const seconds = (performance.now() - began) / 1000;
  const { rows } = await client.query<Omit<JoinedRegisters, 'seconds'>>(`
    select count(*)::int as ids, count(*) filter (where not (is_in_police and is_in_education))::int as "oneSided",
      count(*) filter (where is_differing)::int as differing
    from joined`);
  return { seconds, ...(rows[0] ?? { ids: 0, oneSided: 0, differing: 0 }) };
}
