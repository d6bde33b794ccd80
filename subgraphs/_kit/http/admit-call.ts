import type { Caller } from '../access/caller.js';
import type { Revocations } from '../access/revocations.js';
import type { AccessLog } from '../audit/access-log.js';
import { HubError } from '../errors.js';
import type { TokenVerifier } from '../trust/access-token.js';
import { authorizationOf } from '../trust/authorization-header.js';
import { SIGNATURE_HEADER, type SignatureVerifier } from '../trust/request-signature.js';
import type { Call } from './call.js';

export interface AdmissionOptions {
  readonly agency: string;
  readonly revocations: Revocations;
  /** Where the use of a revoked token is recorded. */
  readonly accessLog: AccessLog;
  readonly now: () => Date;
  readonly signatures: SignatureVerifier;
  readonly tokens: TokenVerifier;
  readonly purposes: { has(code: string): boolean };
}

/**
 * Whether a call may be answered at all: signed by the part of the hub that may send it, on behalf of somebody whose
 * token is verified here again, for a registered purpose. Not one statement is sent before.
 *
 * @param body as it came, since it is what was signed
 * @throws {HubError} UNAUTHENTICATED for a call that was not signed for this agency just now, {InvalidTokenError},
 *   PURPOSE_REQUIRED, FORBIDDEN for a revoked token
 */
export async function admitCall(
  { request, requestId }: Call,
  body: string,
  options: AdmissionOptions,
): Promise<Caller> {
  const { agency, signatures, tokens, purposes } = options;
  const { [SIGNATURE_HEADER]: signature } = request.headers;
  const authorization = authorizationOf(request);
  const purpose = single(request.headers['x-purpose']);
  const approval = single(request.headers['x-approval']);
  const isGenuine = signatures.isGenuine(single(signature), {
    method: request.method ?? '',
    path: request.url ?? '',
    body,
    agency,
    authorization,
    purpose: purpose ?? '',
    approval,
    requestId,
  });
  if (!isGenuine) throw new HubError('UNAUTHENTICATED');
  const claims = await tokens.verify(authorization);
  if (purpose === undefined || !purposes.has(purpose)) throw new HubError('PURPOSE_REQUIRED');
  const caller = { ...claims, purpose, approval };
  await refuseRevoked(caller, { ...options, requestId, path: request.url ?? '' });
  return caller;
}

/** A token that was revoked has no right left; FORBIDDEN, which the gateway passes on, says so at every field. */
async function refuseRevoked(
  caller: Caller,
  options: AdmissionOptions & { readonly requestId: string; readonly path: string },
): Promise<void> {
  const now = options.now();
  if (!options.revocations.covers(caller, now)) return;
  await options.accessLog.append({
    requestId: options.requestId,
    at: now,
    caller,
    approvalIds: [],
    operation: { kind: 'SERVICE', digest: options.path },
    access: { children: [], fields: [], deniedFields: ['*'] },
  });
  throw new HubError('FORBIDDEN');
}

function single(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : undefined;
}
