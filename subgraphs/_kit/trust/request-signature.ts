import { createHmac, hash, randomBytes, timingSafeEqual, type KeyObject } from 'node:crypto';

/** How far the clocks of two machines may differ, and how long a signed call stays good. */
const WINDOW_SECONDS = 60;
export const SIGNATURE_HEADER = 'x-hub-signature';

/** All of a call that must not be changed or used again on the way; `body` is final. */
export interface SignedCall {
  readonly method: string;
  readonly path: string;
  readonly body: string | Buffer;
  /** Whom the call is meant for: the same call says nothing to another agency. */
  readonly agency: string;
  readonly authorization: string;
  readonly purpose: string;
  readonly approval: string | undefined;
  readonly requestId: string;
}

/**
 * Signs a call from one part of the hub to another: who calls, for whom, with which body, when, and only once.
 *
 * The engine's own signature covers query and variables alone, so a call could be repeated for ever, under other
 * claims and at other agencies.
 * @param key at least 32 bytes, known to the two sides only
 */
export function signCall(call: SignedCall, key: KeyObject, nowMs: number): string {
  const time = String(Math.floor(nowMs / 1000));
  const nonce = randomBytes(16).toString('base64url');
  return `v1 ${time} ${nonce} ${macOf(call, key, time, nonce).toString('base64url')}`;
}

export interface SignatureVerifier {
  /** @returns whether this very call was signed by a holder of the key, just now, and has not been seen before */
  isGenuine(signature: string | undefined, call: SignedCall): boolean;
}

const SIGNATURE = /^v1 (\d{1,12}) ([\w-]{22}) ([\w-]{43})$/;

/**
 * @param keys the key in use and those still accepted while a new one is handed out
 * @param now milliseconds of real time, never the injected clock: both sides must agree on it
 */
export function createSignatureVerifier(
  keys: readonly KeyObject[],
  now: () => number = Date.now,
): SignatureVerifier {
  const seen = createNonceMemory(2 * WINDOW_SECONDS * 1000, now);
  return {
    isGenuine(signature, call) {
      const [, time, nonce, mac] = SIGNATURE.exec(signature ?? '') ?? [];
      if (!time || !nonce || !mac) return false;
      if (Math.abs(now() / 1000 - Number(time)) > WINDOW_SECONDS) return false;
      const given = Buffer.from(mac, 'base64url');
      const isSigned = keys.some((key) => timingSafeEqual(macOf(call, key, time, nonce), given));
      // Only a genuine call may leave its mark, or anybody could fill the memory.
      return isSigned && seen.isNew(nonce);
    },
  };
}

function macOf(call: SignedCall, key: KeyObject, time: string, nonce: string): Buffer {
  const text = [
    'student-support-hub call v1',
    call.method,
    call.path,
    digest(call.body),
    call.agency,
    digest(call.authorization),
    call.purpose,
    call.approval ?? '',
    call.requestId,
    time,
    nonce,
  ].join('\n');
  return createHmac('sm3', key).update(text).digest();
}

function digest(content: string | Buffer): string {
  return hash('sm3', content, 'base64url');
}

/** Remembers what came within the last period; two generations, so that forgetting costs nothing. */
function createNonceMemory(periodMs: number, now: () => number) {
  let current = new Set<string>();
  let previous = new Set<string>();
  let turnsAt = now() + periodMs;
  return {
    isNew(nonce: string): boolean {
      if (now() >= turnsAt) {
        previous = now() >= turnsAt + periodMs ? new Set() : current;
        current = new Set();
        turnsAt = now() + periodMs;
      }
      if (current.has(nonce) || previous.has(nonce)) return false;
      current.add(nonce);
      return true;
    },
  };
}
