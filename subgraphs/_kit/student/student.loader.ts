import type DataLoader from 'dataloader';
import { sql } from 'kysely';
import type { Caller } from '../access/caller.js';
import { STUDENT_ID_PATTERN } from '../identity/student-id.js';
import type { LoaderContext } from '../request-context.js';
import { canReach } from './jurisdiction.js';
import type { StudentIdentity } from './student-identity.js';

interface ScopeRow {
  requested_id: string;
  canonical_id: string;
  student_id: string;
  kind: string;
  code: string;
  is_valid: boolean;
}

/**
 * Resolves any id of a child's set, for all children of a request in one statement.
 *
 * Yields null alike for unknown children and for children outside the caller's jurisdiction, so that
 * nobody can probe which ids exist.
 */
export function createStudentLoader({
  db,
  caller,
  createLoader,
}: Pick<LoaderContext, 'db' | 'caller' | 'createLoader'>): DataLoader<string, StudentIdentity | null> {
  return createLoader(async (requestedIds) => {
    const wellFormed = requestedIds.filter((id) => STUDENT_ID_PATTERN.test(id));
    const { rows } = await sql<ScopeRow>`select * from student_identities(${wellFormed}::text[])`.execute(db);
    const rowsByRequest = Map.groupBy(rows, (row) => row.requested_id);
    return requestedIds.map((id) => toIdentity(rowsByRequest.get(id), caller));
  });
}

function toIdentity(rows: readonly ScopeRow[] | undefined, caller: Caller): StudentIdentity | null {
  const first = rows?.[0];
  if (!rows || !first) return null;
  const scopes = rows.filter((row) => row.is_valid).map(({ kind, code }) => ({ kind, code }));
  if (!canReach(caller.jurisdiction, scopes)) return null;
  return { id: first.canonical_id, memberIds: [...new Set(rows.map((row) => row.student_id))], scopes };
}
