import { hash } from 'node:crypto';
import { createLocalJWKSet, jwtVerify, type JSONWebKeySet, type JWTPayload } from 'jose';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { administrationsOf } from '../access/administrations.js';
import { JURISDICTION_KINDS, type TokenClaims } from '../access/caller.js';
import { followIssuerKeys, IssuerUnavailableError } from './issuer-keys.js';

/** Verified tokens are remembered by digest for at most this long (or until `exp`), so a revoked key counts soon. */
const CACHE_SECONDS = 60;
/** Access tokens are short-lived, since a stolen one works for whoever has it. */
const MAX_AGE_SECONDS = 300;
/** The issuer's clock and this machine's may differ by this much. */
const CLOCK_TOLERANCE_SECONDS = 30;
const DIVISION_CODE_LENGTHS = [2, 4, 6, 9, 12];
/** Rights and areas of one officer take a few hundred bytes; more is not looked at. */
const MAX_TOKEN_LENGTH = 8192;
/** No comma: the database gets an officer's codes as one list. */
const CODE = /^[^,\s]{1,40}$/;

export interface TokenIssuer {
  readonly issuer: string;
  readonly audience: string;
  /** Where the issuer publishes its keys, or the keys themselves when issuer and verifier share a process. */
  readonly keys: URL | JSONWebKeySet;
  /** A token older than this is refused even if its issuer made it last longer. Default: five minutes. */
  readonly maxAgeSeconds?: number;
}

export interface TokenVerifier {
  /**
   * @returns the claims
   * @throws {InvalidTokenError} for every token that is not acceptable, without saying why
   * @throws {IncompatibleRightsError}
   * @throws {IssuerUnavailableError} when the issuer's keys are not known
   */
  verify(authorization: string | undefined): Promise<TokenClaims>;
}

export class InvalidTokenError extends Error {
  constructor() {
    super('The access token is not acceptable.');
  }
}

/** A genuine token that must never have been issued: it administers two of system, security and audit. */
export class IncompatibleRightsError extends Error {
  constructor() {
    super('The access token holds rights that nobody may hold together.');
  }
}

const claimsSchema = z.object({
  sub: z.string().min(1),
  jti: z.string().optional(),
  exp: z.number(),
  scope: z.string().default(''),
  agency: z.string().min(1),
  role: z.string().min(1),
  jurisdiction: z
    .array(z.object({ kind: z.enum(JURISDICTION_KINDS), code: z.string().regex(CODE) }))
    .refine((areas) =>
      areas.every(
        ({ kind, code }) =>
          kind !== 'DIVISION' || (/^\d+$/.test(code) && DIVISION_CODE_LENGTHS.includes(code.length)),
      ),
    ),
  client_class: z.enum(['EXPLORER', 'PORTAL']).default('PORTAL'),
});

function toClaims(payload: JWTPayload): TokenClaims {
  const claims = claimsSchema.parse(payload);
  return {
    subject: claims.sub,
    tokenId: claims.jti,
    agency: claims.agency,
    role: claims.role,
    scopes: new Set(claims.scope.split(' ').filter(Boolean)),
    jurisdiction: claims.jurisdiction,
    expiresAt: claims.exp,
    clientClass: claims.client_class,
  };
}

/**
 * Verifies RFC 9068 access tokens: `typ: at+jwt`, asymmetric algorithms only, fixed issuer and audience.
 * Keys come from the configured place alone; `jku`, `jwk` and `x5u` headers are never followed.
 *
 * @param now milliseconds of real time, by which the issuer's keys grow old
 */
export function createTokenVerifier(
  { issuer, audience, keys, maxAgeSeconds = MAX_AGE_SECONDS }: TokenIssuer,
  now: () => number = Date.now,
): TokenVerifier {
  const keySet = keys instanceof URL ? followIssuerKeys(keys, now) : createLocalJWKSet(keys);
  const verified = new LRUCache<string, TokenClaims>({ max: 10_000 });
  return {
    async verify(authorization) {
      const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization ?? '')?.[1];
      if (!token || token.length > MAX_TOKEN_LENGTH) throw new InvalidTokenError();
      const digest = hash('sha256', token, 'base64');
      const known = verified.get(digest);
      if (known && known.expiresAt * 1000 > Date.now()) return known;
      try {
        const { payload } = await jwtVerify(token, keySet, {
          issuer,
          audience,
          typ: 'at+jwt',
          algorithms: ['ES256', 'ES384', 'RS256', 'PS256', 'EdDSA'],
          requiredClaims: ['exp', 'iat', 'sub'],
          maxTokenAge: maxAgeSeconds,
          clockTolerance: CLOCK_TOLERANCE_SECONDS,
        });
        const claims = toClaims(payload);
        // The tolerance is for clocks that run ahead, not for tokens that have run out.
        if (claims.expiresAt * 1000 <= Date.now()) throw new InvalidTokenError();
        if (administrationsOf(claims.scopes).length > 1) throw new IncompatibleRightsError();
        verified.set(digest, claims, {
          ttl: Math.min(CACHE_SECONDS * 1000, claims.expiresAt * 1000 - Date.now()),
        });
        return claims;
      } catch (cause) {
        if (cause instanceof IssuerUnavailableError || cause instanceof IncompatibleRightsError) throw cause;
        throw new InvalidTokenError();
      }
    },
  };
}
