import { sql, type Kysely } from 'kysely';
import type { TokenClaims } from './caller.js';

/** One stolen token by its `jti`, or all that an account has or gets, an officer's or a service's, by its `sub`. */
export const REVOKED_KINDS = ['TOKEN', 'SUBJECT'] as const;
export type RevokedKind = (typeof REVOKED_KINDS)[number];

export interface Revocation {
  readonly kind: RevokedKind;
  readonly holder: string;
  readonly revokedUntil: Date;
}

export interface Revocations {
  covers(claims: TokenClaims, now: Date): boolean;
}

/** @param published what the agency holds now; asked for each time, since it is renewed while the agency runs. */
export function createRevocations(published: () => readonly Revocation[]): Revocations {
  return {
    covers: ({ tokenId, subject }, now) =>
      published().some(
        ({ kind, holder, revokedUntil }) =>
          holder === (kind === 'TOKEN' ? tokenId : subject) && now < revokedUntil,
      ),
  };
}

export async function readRevocations(db: Kysely<unknown>): Promise<Revocation[]> {
  const { rows } = await sql<Revocation>`
    select kind, holder, revoked_until as "revokedUntil" from revocation`.execute(db);
  return rows;
}
