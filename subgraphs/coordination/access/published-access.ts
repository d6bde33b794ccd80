import { sql, type Kysely } from 'kysely';
import type { Approval } from '../../_kit/access/approvals.js';
import type { Revocation } from '../../_kit/access/revocations.js';

/** What the agencies get: plain JSON with times as text. */
export type PublishedApproval = {
  readonly [Key in keyof Approval]: Approval[Key] extends Date | null ? string | null : Approval[Key];
};

export interface PublishedRevocation extends Omit<Revocation, 'revokedUntil'> {
  readonly revokedUntil: string;
}

export interface PublishedGrant {
  readonly studentId: string;
  readonly canonicalId: string;
  readonly kind: 'GRANT';
  readonly code: string;
  readonly validFrom: string;
  readonly validTo: string;
}

const instant = (column: string) =>
  sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

/** Approvals that are or will be in force; whatever an agency holds beside them ends with the next set. */
export async function publishedApprovals(db: Kysely<unknown>, now: Date): Promise<PublishedApproval[]> {
  const { rows } = await sql<PublishedApproval>`
    select approval.id, level, actor_kind as "actorKind", actor, purpose, data_classes as "dataClasses",
      coalesce(link.canonical_id, approval.student_id) as "studentId", ${instant('valid_from')} as "validFrom",
      ${instant('expires_at')} as "expiresAt", null as "revokedAt"
    from access_approval approval left join student_link link on link.member_id = approval.student_id
    where revoked_at is null and expires_at > ${now.toISOString()}::timestamptz`.execute(db);
  return rows;
}

/** Tokens and accounts that are no longer good; what was lifted or has run out ends with the next set. */
export async function publishedRevocations(db: Kysely<unknown>, now: Date): Promise<PublishedRevocation[]> {
  const { rows } = await sql<PublishedRevocation>`
    select distinct on (kind, holder) kind, holder, ${instant('revoked_until')} as "revokedUntil"
    from token_revocation
    where lifted_at is null and revoked_until > ${now.toISOString()}::timestamptz
    order by kind, holder, revoked_until desc`.execute(db);
  return rows;
}

/** Scopes by which the grants in force open their children, under every id of each child's set. */
export async function publishedGrants(db: Kysely<unknown>, today: string): Promise<PublishedGrant[]> {
  const { rows } = await sql<PublishedGrant>`
    with granted as (
      select coalesce(link.canonical_id, student_id) as canonical_id, grantee_code, valid_from, valid_to
      from access_grant left join student_link link on link.member_id = student_id
      where revoked_at is null and valid_to >= ${today}::date)
    select distinct on (member.id, grantee_code) member.id as "studentId", canonical_id as "canonicalId",
      'GRANT' as kind, grantee_code as code, valid_from::text as "validFrom", valid_to::text as "validTo"
    from granted, lateral (
      select canonical_id as id
      union select link.member_id from student_link link where link.canonical_id = granted.canonical_id) member
    order by member.id, grantee_code, valid_to desc`.execute(db);
  return rows;
}
