import { sql } from 'kysely';
import type { LoaderContext } from '../../_kit/request-context.js';
import { connectionOf, pageRequest, type Connection, type PageArgs } from '../../_kit/schema/connection.js';
import { selectRows } from '../../_kit/select-rows.js';
import { AccessApprovalEntity, type AccessApproval } from './access-approval.entity.js';
import type { AccessApprovalFilter } from './access-approval.type.js';
import { AccessGrantEntity, type AccessGrant } from './access-grant.entity.js';
import { TokenRevocationEntity, type TokenRevocation } from './token-revocation.entity.js';

/** Approvals, the latest first; those about a child only when it is within reach. */
export async function listApprovals(
  { em, now }: LoaderContext,
  { actor, level, isInForce }: AccessApprovalFilter,
  page: PageArgs,
): Promise<Connection<AccessApproval>> {
  const { limit, after } = pageRequest(page, ['date', 'text']);
  const at = now.toISOString();
  const rows = await selectRows(em, AccessApprovalEntity)
    .$if(actor != null, (query) => query.where(sql<boolean>`actor = ${actor}`))
    .$if(level != null, (query) => query.where(sql<boolean>`level = ${level}`))
    .$if(isInForce != null, (query) =>
      query.where(
        sql<boolean>`(revoked_at is null and valid_from <= ${at}::timestamptz and expires_at > ${at}::timestamptz) = ${isInForce}`,
      ),
    )
    .$if(Boolean(after), (query) =>
      query.where(sql<boolean>`(approved_on, id) < (${after?.[0]}::date, ${after?.[1]})`),
    )
    .orderBy('approved_on', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  return connectionOf(rows, limit, ({ approvedOn, id }) => [approvedOn, id]);
}

/** Revocations of tokens, the latest first. */
export async function listRevocations(
  { em }: LoaderContext,
  page: PageArgs,
): Promise<Connection<TokenRevocation>> {
  const { limit, after } = pageRequest(page, ['date', 'text']);
  const rows = await selectRows(em, TokenRevocationEntity)
    .$if(Boolean(after), (query) =>
      query.where(sql<boolean>`(revoked_on, id) < (${after?.[0]}::date, ${after?.[1]})`),
    )
    .orderBy('revoked_on', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  return connectionOf(rows, limit, ({ revokedOn, id }) => [revokedOn, id]);
}

/** Grants of children within reach, the latest first. */
export async function listGrants({ em }: LoaderContext, page: PageArgs): Promise<Connection<AccessGrant>> {
  const { limit, after } = pageRequest(page, ['date', 'text']);
  const rows = await selectRows(em, AccessGrantEntity)
    .$if(Boolean(after), (query) =>
      query.where(sql<boolean>`(approved_on, id) < (${after?.[0]}::date, ${after?.[1]})`),
    )
    .orderBy('approved_on', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  return connectionOf(rows, limit, ({ approvedOn, id }) => [approvedOn, id]);
}
