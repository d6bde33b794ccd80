import type { IncomingMessage } from 'node:http';
import {
  IncompatibleRightsError,
  InvalidTokenError,
  type TokenVerifier,
} from '../../subgraphs/_kit/trust/access-token.js';
import { authorizationOf } from '../../subgraphs/_kit/trust/authorization-header.js';
import { IssuerUnavailableError } from '../../subgraphs/_kit/trust/issuer-keys.js';
import type { Caller, TokenClaims } from '../../subgraphs/_kit/access/caller.js';
import { Refusal } from './refusal.js';

/** Same form as a purpose or approval code anywhere in the hub; anything else is not forwarded. */
const APPROVAL = /^[\w:.-]{1,128}$/;

export interface AuthenticatedCaller extends Caller {
  /** The header as it came: subgraphs verify the same token again. */
  readonly authorization: string;
}

/**
 * Who asks and why.
 *
 * @throws {Refusal} UNAUTHENTICATED, RIGHTS_INCOMPATIBLE, IDENTITY_UNAVAILABLE, PURPOSE_REQUIRED, BAD_USER_INPUT (malformed `x-approval`)
 */
export async function authenticate(
  request: IncomingMessage,
  verifier: TokenVerifier,
  purposes: ReadonlySet<string>,
): Promise<AuthenticatedCaller> {
  const { headers } = request;
  const claims = await callerOf(request, verifier);
  const purpose = single(headers['x-purpose']);
  if (purpose === undefined || !purposes.has(purpose)) throw new Refusal('PURPOSE_REQUIRED');
  const approval = single(headers['x-approval']);
  if (approval !== undefined && !APPROVAL.test(approval)) throw new Refusal('BAD_USER_INPUT');
  return { ...claims, purpose, approval, authorization: authorizationOf(request) };
}

/**
 * Who asks, where nothing is asked for a purpose.
 * @throws {Refusal} UNAUTHENTICATED, RIGHTS_INCOMPATIBLE, IDENTITY_UNAVAILABLE
 */
export function callerOf(request: IncomingMessage, verifier: TokenVerifier): Promise<TokenClaims> {
  return verifier.verify(authorizationOf(request)).catch((cause: unknown) => {
    throw refusalOf(cause);
  });
}

function refusalOf(cause: unknown): unknown {
  if (cause instanceof InvalidTokenError) return new Refusal('UNAUTHENTICATED');
  if (cause instanceof IncompatibleRightsError) return new Refusal('RIGHTS_INCOMPATIBLE');
  return cause instanceof IssuerUnavailableError ? new Refusal('IDENTITY_UNAVAILABLE') : cause;
}

function single(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? undefined : header;
}
