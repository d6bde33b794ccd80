/** An access token and how many seconds it lives from now. */
export type Grant = { readonly token: string; readonly expiresIn: number };

export type Session = {
  readonly purpose: string;
  /** Applies from the next request on; a request under way keeps the purpose it was sent with. */
  choosePurpose(purpose: string): void;
  /** The headers every request to the hub must carry. Rejects when no token can be had. */
  headers(): Promise<{ readonly authorization: string; readonly 'x-purpose': string }>;
  /** The hub refused the token: the next request asks for a new one. */
  forgetToken(): void;
};

export type SessionOptions = {
  readonly purpose: string;
  readonly obtainGrant: () => Promise<Grant>;
  /** Milliseconds; injected by tests. */
  readonly now?: () => number;
};

/** A token this close to its end may expire on the way to the last agency asked. */
const RENEW_BEFORE_EXPIRY_MS = 30_000;

/**
 * Keeps one caller's token and purpose in memory only, so that closing the page ends it.
 * Requests that start together wait for one and the same grant.
 */
export function createSession({ purpose, obtainGrant, now = Date.now }: SessionOptions): Session {
  let chosen = purpose;
  let granted: { token: string; renewAt: number } | undefined;
  let obtaining: Promise<string> | undefined;

  async function obtain(): Promise<string> {
    const askedAt = now();
    const { token, expiresIn } = await obtainGrant();
    const lifetime = expiresIn * 1000;
    // A token that lives for less than a minute is renewed at half its life, not on every request.
    granted = { token, renewAt: askedAt + Math.max(lifetime - RENEW_BEFORE_EXPIRY_MS, lifetime / 2) };
    return token;
  }

  async function currentToken(): Promise<string> {
    if (granted && now() < granted.renewAt) return granted.token;
    obtaining ??= obtain().finally(() => (obtaining = undefined));
    return obtaining;
  }

  return {
    get purpose() {
      return chosen;
    },
    choosePurpose(code) {
      chosen = code;
    },
    async headers() {
      const sent = chosen;
      return { authorization: `Bearer ${await currentToken()}`, 'x-purpose': sent };
    },
    forgetToken() {
      granted = undefined;
    },
  };
}
