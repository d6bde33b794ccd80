import type { IncomingHttpHeaders } from 'node:http';
import { InvalidTokenError, type TokenVerifier } from '../subgraphs/_kit/trust/access-token.js';
import type { Caller } from '../subgraphs/_kit/access/caller.js';
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
 * @throws {Refusal} UNAUTHENTICATED, PURPOSE_REQUIRED, BAD_USER_INPUT (malformed `x-approval`)
 */
export async function authenticate(
  headers: IncomingHttpHeaders,
  verifier: TokenVerifier,
  purposes: ReadonlySet<string>,
): Promise<AuthenticatedCaller> {
  const { authorization = '' } = headers;
  const claims = await verifier.verify(authorization).catch((cause: unknown) => {
    throw cause instanceof InvalidTokenError ? new Refusal('UNAUTHENTICATED') : cause;
  });
  const purpose = single(headers['x-purpose']);
  if (purpose === undefined || !purposes.has(purpose)) throw new Refusal('PURPOSE_REQUIRED');
  const approval = single(headers['x-approval']);
  if (approval !== undefined && !APPROVAL.test(approval)) throw new Refusal('BAD_USER_INPUT');
  return { ...claims, purpose, approval, authorization };
}

function single(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? undefined : header;
}
