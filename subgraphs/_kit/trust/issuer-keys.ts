import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';

/** A key that the issuer has withdrawn is accepted for at most this long after it was last fetched. */
const RENEW_AFTER_MS = 60_000;
/** The issuer is asked at most this often, however many tokens name keys that it does not have. */
const ASK_EVERY_MS = 5000;
/** While the issuer is away its known keys go on for this long: its restart must not stop casework. */
const KEYS_LAST_MS = 60 * 60_000;
const TIMEOUT_MS = 3000;

/** The issuer's keys could not be fetched: the hub's trouble, not the caller's, and no bad token. */
export class IssuerUnavailableError extends Error {
  constructor(options?: ErrorOptions) {
    super("The identity provider's keys could not be fetched.", options);
  }
}

/**
 * Follows the keys that an issuer publishes, so that it can change them while the hub runs.
 *
 * The library's own cache keeps a withdrawn key for ten minutes, and none at all when the issuer is away then.
 * @param now milliseconds of real time, never the injected clock
 */
export function followIssuerKeys(url: URL, now: () => number = Date.now): JWTVerifyGetKey {
  const keys = createRemoteJWKSet(url, {
    timeoutDuration: TIMEOUT_MS,
    cacheMaxAge: Infinity,
    cooldownDuration: Infinity,
  });
  let fetchedAt = -Infinity;
  let askedAt = -Infinity;
  let underWay: Promise<void> | undefined;

  /** @returns when nothing is under way any more; asks only when it is time to. */
  async function renew(): Promise<void> {
    if (!underWay && now() - askedAt < ASK_EVERY_MS) return;
    underWay ??= fetchKeys().finally(() => (underWay = undefined));
    await underWay;
  }

  let failure: unknown;
  async function fetchKeys(): Promise<void> {
    askedAt = now();
    try {
      await keys.reload();
      fetchedAt = askedAt;
    } catch (cause) {
      failure = cause;
    }
  }

  return async (header, token) => {
    if (now() - fetchedAt >= RENEW_AFTER_MS) await renew();
    if (now() - fetchedAt >= KEYS_LAST_MS) throw new IssuerUnavailableError({ cause: failure });
    try {
      return await keys(header, token);
    } catch (cause) {
      if (!(cause instanceof errors.JWKSNoMatchingKey)) throw cause;
      await renew();
      return keys(header, token);
    }
  };
}
