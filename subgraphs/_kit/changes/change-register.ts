import { sql } from 'kysely';
import type { LoaderContext } from '../request-context.js';

/**
 * A mutation has changed what a register says of some children: the register has a new version, and the change feed
 * tells of whom. To be called last in the mutation, since from here on it holds the feed (see `recordChanges`).
 */
export async function changeRegister(
  { db, now }: Pick<LoaderContext, 'db' | 'now'>,
  register: string,
  studentIds: readonly string[],
): Promise<void> {
  const named = [...new Set(studentIds)];
  if (named.length === 0) return;
  const at = now.toISOString();
  await sql`
    with advanced as (
      update register set version = version + 1, loaded_at = ${at}::timestamptz where code = ${register}
      returning version
    ), held as (
      insert into change_feed (feed, version, cleared_version) values ('REGISTERS', 1, 0)
      on conflict (feed) do update set version = change_feed.version + 1 returning version
    )
    insert into change (version, seq, register, register_version, student_id, kind, at)
    select held.version, row_number() over (order by said.student_id collate "C"), ${register},
      coalesce((select version from advanced), 0), said.student_id, 'CHANGED', ${at}::timestamptz
    from held, unnest(${named}::text[]) said (student_id)`.execute(db);
}
