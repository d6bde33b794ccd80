import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { isReason } from '../../_kit/command/reason.js';
import { runOnce } from '../../_kit/command/run-once.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { mutationError } from '../../_kit/schema/mutation-error.js';
import { selectRows } from '../../_kit/select-rows.js';
import { raiseVersion } from './publication.js';
import {
  LiftRevocationErrorEnum,
  RevokeTokenErrorEnum,
  type LiftRevocationErrorCode,
  type RevokeTokenErrorCode,
} from './token-revocation.enums.js';
import { TokenRevocationEntity, type TokenRevocation } from './token-revocation.entity.js';
import type {
  LiftRevocationInput,
  LiftRevocationPayload,
  RevokeTokenInput,
  RevokeTokenPayload,
  TokenRevocationType,
} from './token-revocation.type.js';

const DAY_MS = 24 * 60 * 60_000;
/** No token lives as long as a day, not even the development issuer's; an account is looked at within a month. */
const DEFAULT_DAYS = { TOKEN: 1, SUBJECT: 30 } as const;
const MOST_DAYS = 366;

/** Makes tokens useless; the agencies know of it at the publisher's next round. */
export function revokeToken(context: LoaderContext, input: RevokeTokenInput): Promise<RevokeTokenPayload> {
  return runOnce(context, { name: 'revokeToken', input }, async () => {
    const { caller, now, today } = context;
    const { kind, holder, reason } = input;
    const untilMs = input.revokedUntil?.getTime() ?? now.getTime() + DEFAULT_DAYS[kind] * DAY_MS;
    const faults: readonly (readonly [boolean, RevokeTokenErrorCode, string])[] = [
      [!/^[\w:.@|+/=-]{2,256}$/.test(holder), 'HOLDER_INVALID', 'holder'],
      [kind === 'SUBJECT' && holder === caller.subject, 'SELF_REVOCATION', 'holder'],
      [await isRevoked(context, input), 'ALREADY_REVOKED', 'holder'],
      [untilMs <= now.getTime(), 'PERIOD_INVALID', 'revokedUntil'],
      [untilMs - now.getTime() > MOST_DAYS * DAY_MS, 'PERIOD_TOO_LONG', 'revokedUntil'],
      [!isReason(reason), 'TEXT_INVALID', 'reason'],
    ];
    const errors = faults.flatMap(([isFault, code, field]) =>
      isFault ? [mutationError(RevokeTokenErrorEnum, code, field)] : [],
    );
    if (errors.length > 0) return { revocation: null, errors };
    const revocation: TokenRevocation = {
      id: randomUUID(),
      kind,
      holder,
      revokedUntil: new Date(untilMs),
      revokedAt: now,
      revokedOn: today,
      revokedBy: caller.subject,
      reason: reason.trim(),
      liftedAt: null,
      liftedBy: null,
      liftReason: null,
    };
    await context.em.insert(TokenRevocationEntity, revocation);
    await raiseVersion(context.db, 'REVOCATIONS');
    return { revocation: asType(revocation), errors: [] };
  });
}

/** An agency holds one end for each holder. */
async function isRevoked({ db, now }: LoaderContext, { kind, holder }: RevokeTokenInput): Promise<boolean> {
  const { rows } = await sql`
    select from token_revocation
    where kind = ${kind} and holder = ${holder} and lifted_at is null
      and revoked_until > ${now.toISOString()}::timestamptz`.execute(db);
  return rows.length > 0;
}

export function liftRevocation(
  context: LoaderContext,
  input: LiftRevocationInput,
): Promise<LiftRevocationPayload> {
  return runOnce(context, { name: 'liftRevocation', input }, async () => {
    const { em, db, caller, now } = context;
    const revocation = await selectRows(em, TokenRevocationEntity)
      .where('id', '=', input.revocationId)
      .forUpdate()
      .executeTakeFirst();
    const refuse = (code: LiftRevocationErrorCode, field: string) => ({
      revocation: null,
      errors: [mutationError(LiftRevocationErrorEnum, code, field)],
    });
    if (!isReason(input.reason)) return refuse('TEXT_INVALID', 'reason');
    if (!revocation) return refuse('NOT_FOUND', 'revocationId');
    if (revocation.liftedAt !== null) return refuse('ALREADY_LIFTED', 'revocationId');
    const lift = { liftedAt: now, liftedBy: caller.subject, liftReason: input.reason.trim() };
    await em.nativeUpdate(TokenRevocationEntity, { id: revocation.id }, lift);
    await raiseVersion(db, 'REVOCATIONS');
    return { revocation: asType({ ...revocation, ...lift }), errors: [] };
  });
}

/** Columns hold codes as text; those that were written are the enums' own. */
function asType(revocation: TokenRevocation): TokenRevocationType {
  return revocation as TokenRevocationType;
}
