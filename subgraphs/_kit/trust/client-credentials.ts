import type { KeyObject } from 'node:crypto';
import { request } from 'undici';
import { z } from 'zod';

const TIMEOUT_MS = 5000;
/** A token is renewed this long before it ends, so that none runs out on the way. */
const MARGIN_MS = 30_000;

const answerSchema = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });

export interface ClientCredentials {
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: KeyObject;
  readonly audience: string;
  readonly scope: string;
}

/** @returns a supplier of a service account's access token (RFC 6749, 4.4), which is kept until shortly before its end */
export function createClientCredentials(account: ClientCredentials): () => Promise<string> {
  let held: { readonly token: string; readonly until: number } | undefined;
  let underWay: Promise<string> | undefined;

  async function renew(): Promise<string> {
    const { access_token: token, expires_in: seconds } = await askForToken(account);
    held = { token, until: Date.now() + seconds * 1000 - MARGIN_MS };
    return token;
  }

  return async () => {
    if (held && Date.now() < held.until) return held.token;
    underWay ??= renew().finally(() => (underWay = undefined));
    return underWay;
  };
}

async function askForToken({ tokenUrl, clientId, clientSecret, audience, scope }: ClientCredentials) {
  const form = new URLSearchParams({ grant_type: 'client_credentials', scope, audience });
  // Providers that follow RFC 8707 issue a token for a resource, which is named by a URI.
  if (URL.canParse(audience)) form.set('resource', audience);
  const secret = clientSecret.export().toString('utf8');
  const basic = `${encodeURIComponent(clientId)}:${encodeURIComponent(secret)}`;
  const answer = await request(tokenUrl, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(basic).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: form.toString(),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const body: unknown = await answer.body.json();
  if (answer.statusCode !== 200)
    throw new Error(`The identity provider refused the service account (${answer.statusCode}).`);
  return answerSchema.parse(body);
}
