import { sql, type Kysely } from 'kysely';
import type { DataClass } from '../../../policies/purposes.js';
import type { Caller } from './caller.js';
import type { PublishedSet } from './published-set.js';

/**
 * Somebody's word that an officer may read kinds of data for a purpose (未成年人网络保护条例 第三十六条: access to
 * minors' data is approved by a responsible person, and recorded).
 */
export interface Approval {
  readonly id: string;
  /** STANDING for a post's daily work, CASE for one child and named by the request. */
  readonly level: 'STANDING' | 'CASE';
  readonly actorKind: 'ROLE' | 'SUBJECT';
  readonly actor: string;
  readonly purpose: string;
  readonly dataClasses: readonly DataClass[];
  /** The child of a CASE approval. */
  readonly studentId: string | null;
  readonly validFrom: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}

export interface ApprovedAccess {
  readonly ids: readonly string[];
  readonly dataClasses: ReadonlySet<DataClass>;
  readonly onlyStudent: string | undefined;
}

export interface Approvals {
  /** Everything that stands approved for the caller and its purpose at this moment. */
  find(caller: Caller, now: Date): ApprovedAccess;
}

const NOTHING: ApprovedAccess = { ids: [], dataClasses: new Set(), onlyStudent: undefined };
/** After this long without word from coordination, what it approved for single cases is no longer relied on. */
const CASE_APPROVALS_LAST_MS = 15 * 60_000;

/** @param published what the agency holds now; asked for each time, since it is renewed while the agency runs. */
export function createApprovals(published: () => PublishedSet<Approval>): Approvals {
  return {
    find(caller, now) {
      const { rows, heardAt } = published();
      const own = rows.filter((approval) => isFor(approval, caller) && isInForce(approval, now));
      const standing = own.filter(({ level }) => level === 'STANDING');
      if (caller.approval === undefined) return together(standing, undefined);
      const named = own.find(({ level, id }) => level === 'CASE' && id === caller.approval);
      const isHeard = now.getTime() - heardAt.getTime() <= CASE_APPROVALS_LAST_MS;
      if (!named?.studentId || !isHeard) return NOTHING;
      return together([...standing, named], named.studentId);
    },
  };
}

function isFor({ actorKind, actor, purpose }: Approval, caller: Caller): boolean {
  return purpose === caller.purpose && actor === (actorKind === 'ROLE' ? caller.role : caller.subject);
}

function isInForce({ validFrom, expiresAt, revokedAt }: Approval, now: Date): boolean {
  return validFrom <= now && now < expiresAt && (revokedAt === null || now < revokedAt);
}

function together(approvals: readonly Approval[], onlyStudent: string | undefined): ApprovedAccess {
  return {
    ids: approvals.map(({ id }) => id),
    dataClasses: new Set(approvals.flatMap(({ dataClasses }) => dataClasses)),
    onlyStudent,
  };
}

export async function readApprovals(db: Kysely<unknown>): Promise<Approval[]> {
  const { rows } = await sql<Approval>`
    select id, level, actor_kind as "actorKind", actor, purpose, data_classes as "dataClasses",
      child_id as "studentId", valid_from as "validFrom", expires_at as "expiresAt", revoked_at as "revokedAt"
    from approval`.execute(db);
  return rows;
}
