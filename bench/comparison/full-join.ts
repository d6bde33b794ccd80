import type pg from 'pg';

/** Tables that say of a child that an agency's register knows it, in the database that has them all. */
const REGISTERS = [
  'police.resident',
  'education.student_status',
  'civil_affairs.child_file',
  'disability.registered_child',
  'poverty.poverty_household_member',
] as const;

export interface JoinedRegisters {
  readonly seconds: number;
  /** Ids in one of the registers at least. */
  readonly ids: number;
  /** Ids that police and education do not both know. */
  readonly oneSided: number;
}

/** What a county would ask of one database: who stands in which register. */
export async function joinRegisters(client: pg.Client): Promise<JoinedRegisters> {
  const named = REGISTERS.map(
    (table, index) => `(select distinct student_id, true as known${index} from ${table}) r${index}`,
  );
  const joined = named
    .slice(1)
    .reduce((sql, part) => `${sql} full join ${part} using (student_id)`, named[0] ?? '');
  const began = performance.now();
  const { rows } = await client.query<{ ids: number; oneSided: number }>(`
    select count(*)::int as ids, count(*) filter (where not (p and e))::int as "oneSided" from (
      select student_id, coalesce(known0, false) as p, coalesce(known1, false) as e from ${joined}) found`);
  const seconds = (performance.now() - began) / 1000;
  return { seconds, ids: rows[0]?.ids ?? 0, oneSided: rows[0]?.oneSided ?? 0 };
}
