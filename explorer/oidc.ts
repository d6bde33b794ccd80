import type { Grant } from './session.js';

/** How this page is registered with the identity provider. */
export type OidcClient = {
  readonly issuer: string;
  readonly clientId: string;
  readonly audience?: string;
  readonly scopes?: string | readonly string[];
  /** Where the provider sends the browser back to; must be registered there exactly. */
  readonly redirectUri: string;
};

/** Where the three secrets of one sign-in wait while the browser is at the provider: sessionStorage. */
export type SignInMemory = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export type SignedIn = Grant & { readonly refreshToken?: string; readonly name?: string };

/** Why a sign-in did not succeed, in words that name no person and no secret. */
export class SignInError extends Error {}

type Provider = { issuer: string; authorization_endpoint: string; token_endpoint: string };
type Attempt = { state: string; nonce: string; verifier: string };
type TokenAnswer = { access_token?: string; expires_in?: number; refresh_token?: string; id_token?: string };
type IdToken = {
  iss?: string;
  aud?: string | string[];
  azp?: string;
  exp?: number;
  nonce?: string;
  name?: string;
};

const MEMORY_KEY = 'student-support-hub.sign-in';
/** Seconds two honest clocks may differ. */
const CLOCK_SKEW_S = 60;
/** RFC 6749 5.1 lets a provider leave `expires_in` out; five minutes is what the hub's own tokens live. */
const DEFAULT_LIFETIME_S = 300;

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
const secret = (): string => base64url(crypto.getRandomValues(new Uint8Array(32)));

async function discover(issuer: string): Promise<Provider> {
  const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  if (!response.ok) throw new SignInError(`The identity provider answered HTTP ${response.status}.`);
  const provider = (await response.json()) as Provider;
  // OpenID Connect Discovery 1.0, 4.3: another issuer's document would send codes and tokens elsewhere.
  if (provider.issuer !== issuer) throw new SignInError('The identity provider names another issuer.');
  return provider;
}

/** RFC 8707 takes an absolute URI; providers with plain names for their APIs know `audience` instead. */
function addAudience(parameters: URLSearchParams, audience: string | undefined): void {
  if (audience) parameters.set(URL.canParse(audience) ? 'resource' : 'audience', audience);
}

/** Stores this attempt's secrets and returns the address to send the browser to. */
export async function beginSignIn(client: OidcClient, memory: SignInMemory): Promise<string> {
  const provider = await discover(client.issuer);
  const attempt: Attempt = { state: secret(), nonce: secret(), verifier: secret() };
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(attempt.verifier));
  memory.setItem(MEMORY_KEY, JSON.stringify(attempt));
  const scopes = new Set(['openid', ...[client.scopes ?? []].flat().flatMap((scope) => scope.split(' '))]);
  const address = new URL(provider.authorization_endpoint);
  const parameters = {
    response_type: 'code',
    client_id: client.clientId,
    redirect_uri: client.redirectUri,
    scope: [...scopes].filter(Boolean).join(' '),
    state: attempt.state,
    nonce: attempt.nonce,
    code_challenge: base64url(new Uint8Array(digest)),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
  addAudience(address.searchParams, client.audience);
  return address.href;
}

/** Whether the provider has just sent the browser back, with a code or with a refusal. */
export const isSignInAnswer = ({ searchParams }: URL): boolean =>
  searchParams.has('state') && (searchParams.has('code') || searchParams.has('error'));

async function askForTokens(client: OidcClient, provider: Provider, grant: Record<string, string>) {
  const body = new URLSearchParams({ client_id: client.clientId, ...grant });
  addAudience(body, client.audience);
  const response = await fetch(provider.token_endpoint, { method: 'POST', body, credentials: 'omit' });
  if (!response.ok) throw new SignInError(`The identity provider gave no token (HTTP ${response.status}).`);
  return (await response.json()) as TokenAnswer;
}

function signedIn({ access_token, expires_in, refresh_token }: TokenAnswer, name?: string): SignedIn {
  if (!access_token) throw new SignInError('The identity provider gave no access token.');
  return {
    token: access_token,
    expiresIn: expires_in ?? DEFAULT_LIFETIME_S,
    refreshToken: refresh_token,
    name,
  };
}

/**
 * OpenID Connect Core 1.0, 3.1.3.7. The signature is not checked: the token came straight from the token
 * endpoint (item 6), and it is used for nothing but these checks and the name on the page.
 */
function readIdToken(idToken: string | undefined, client: OidcClient, nonce: string): IdToken {
  const payload = idToken?.split('.')[1];
  if (!payload) throw new SignInError('The identity provider gave no ID token.');
  const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (c) =>
    c.charCodeAt(0),
  );
  const claims = JSON.parse(new TextDecoder().decode(bytes)) as IdToken;
  const audiences = [claims.aud ?? []].flat();
  const isOurs =
    audiences.includes(client.clientId) && (audiences.length === 1 || claims.azp === client.clientId);
  if (claims.iss !== client.issuer || !isOurs)
    throw new SignInError('The ID token is meant for another page.');
  if ((claims.exp ?? 0) + CLOCK_SKEW_S < Date.now() / 1000)
    throw new SignInError('The ID token has expired.');
  if (claims.nonce !== nonce) throw new SignInError('The ID token belongs to another sign-in.');
  return claims;
}

/**
 * Turns the provider's answer in the page's address into tokens. The attempt's secrets are used once and
 * removed first, whatever comes of it.
 */
export async function completeSignIn(
  client: OidcClient,
  address: URL,
  memory: SignInMemory,
): Promise<SignedIn> {
  const stored = memory.getItem(MEMORY_KEY);
  memory.removeItem(MEMORY_KEY);
  const attempt = stored ? (JSON.parse(stored) as Attempt) : undefined;
  const answer = address.searchParams;
  if (!attempt || answer.get('state') !== attempt.state) {
    throw new SignInError('This sign-in was not started here, or it was used before.');
  }
  // RFC 9207: an answer that names its issuer must name ours.
  if (answer.has('iss') && answer.get('iss') !== client.issuer) {
    throw new SignInError('The answer comes from another identity provider.');
  }
  const code = answer.get('code');
  if (!code) {
    const reason = answer.get('error') ?? '';
    throw new SignInError(
      `The identity provider refused: ${/^[a-z_]{1,40}$/.test(reason) ? reason : 'no reason'}.`,
    );
  }
  const tokens = await askForTokens(client, await discover(client.issuer), {
    grant_type: 'authorization_code',
    code,
    redirect_uri: client.redirectUri,
    code_verifier: attempt.verifier,
  });
  return signedIn(tokens, readIdToken(tokens.id_token, client, attempt.nonce).name);
}

/** Rejects when the provider has ended the sign-in. A provider that rotates refresh tokens sends the next one. */
export async function renewSignIn(client: OidcClient, refreshToken: string): Promise<SignedIn> {
  const grant = { grant_type: 'refresh_token', refresh_token: refreshToken };
  const tokens = await askForTokens(client, await discover(client.issuer), grant);
  return signedIn({ refresh_token: refreshToken, ...tokens });
}
