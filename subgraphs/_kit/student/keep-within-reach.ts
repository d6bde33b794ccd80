import { sql } from 'kysely';
import type { LoaderContext } from '../request-context.js';
import { asService } from './as-service.js';
import type { StudentIdentity } from './student-identity.js';

export type StudentPlace = StudentIdentity['scopes'][number];

/** Where a child belongs: where it lives, else where it is registered; undefined where no register says. */
export function placeOf({ scopes }: Pick<StudentIdentity, 'scopes'>): StudentPlace | undefined {
  return scopes.find(({ kind }) => kind === 'RESIDENCE') ?? scopes.find(({ kind }) => kind === 'REGISTERED');
}

/** The scopes of imported rows go with them. Of whom a mutation has made a record stays within reach of those who carry it. */
export async function keepWithinReach(
  context: LoaderContext,
  { id }: Pick<StudentIdentity, 'id'>,
  { kind, code }: StudentPlace,
): Promise<void> {
  await asService(context, () =>
    sql`insert into student_scope (student_id, canonical_id, kind, code, origin)
      values (${id}, ${id}, ${kind}, ${code}, 'RECORDED') on conflict do nothing`.execute(context.db),
  );
}
