import { mkdir, open, readFile, stat } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import {
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  SignJWT,
  type JSONWebKeySet,
  type JWK,
} from 'jose';
import type { TokenIssuer } from '../subgraphs/_kit/trust/access-token.js';
import type { PersonaClaims } from './persona.js';

const KEY_FILE = 'development-issuer.jwk.json';
/** A developer's terminal may keep its token for a day's work; identity providers' tokens last minutes. */
const MAX_AGE_SECONDS = 12 * 3600;

export interface DevelopmentIssuer {
  /** What a verifier in this process needs; the keys are public ones only. */
  readonly tokenIssuer: TokenIssuer & { readonly keys: JSONWebKeySet };
  /** @returns a signed RFC 9068 access token for a persona */
  issueToken(
    claims: PersonaClaims,
    clientClass: 'EXPLORER' | 'PORTAL',
    lifetimeSeconds: number,
  ): Promise<string>;
}

export interface DevelopmentIssuerOptions {
  /** The key pair is made once and kept here as a file that only its owner may read. */
  readonly directory: string;
  readonly issuer: string;
  readonly audience: string;
  readonly production: boolean;
}

/**
 * Stands in for the agencies' identity provider on a laptop and in tests: whoever can ask it becomes any
 * persona.
 *
 * @throws in production, and when others may read the key file
 */
export async function createDevelopmentIssuer(options: DevelopmentIssuerOptions): Promise<DevelopmentIssuer> {
  if (options.production) {
    throw new Error('The development issuer never runs in production: configure OIDC_ISSUER.');
  }
  const privateJwk = await loadOrCreateKey(options.directory);
  const { kty, crv, x, y } = privateJwk;
  const kid = await calculateJwkThumbprint({ kty, crv, x, y });
  const key = await importJWK(privateJwk, 'ES256');
  return {
    tokenIssuer: {
      issuer: options.issuer,
      audience: options.audience,
      maxAgeSeconds: MAX_AGE_SECONDS,
      keys: { keys: [{ kty, crv, x, y, kid, alg: 'ES256', use: 'sig' }] },
    },
    issueToken({ sub, agency, role, scope, jurisdiction }, clientClass, lifetimeSeconds) {
      return new SignJWT({ scope, agency, role, jurisdiction, client_class: clientClass })
        .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid })
        .setIssuer(options.issuer)
        .setAudience(options.audience)
        .setSubject(sub)
        .setJti(randomUUID())
        .setIssuedAt()
        .setExpirationTime(`${lifetimeSeconds}s`)
        .sign(key);
    },
  };
}

async function loadOrCreateKey(directory: string): Promise<JWK> {
  const path = join(directory, KEY_FILE);
  await mkdir(directory, { recursive: true });
  // Two processes may start at once: whoever creates the file wins, the other reads it.
  const created = await open(path, 'wx', 0o600).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'EEXIST') throw cause;
  });
  if (!created) return readKey(path);
  try {
    const { privateKey } = await generateKeyPair('ES256', { extractable: true });
    const jwk = await exportJWK(privateKey);
    await created.writeFile(JSON.stringify(jwk));
    return jwk;
  } finally {
    await created.close();
  }
}

/** @throws without the text, which is a secret even when it is half a key. */
function parseKey(path: string, text: string): JWK {
  try {
    const { kty, crv, x, y, d } = JSON.parse(text) as JWK;
    if (x && y && d) return { kty, crv, x, y, d };
  } catch {
    // Said below, like a key that lacks a part.
  }
  throw new Error(`The signing key ${path} is damaged: delete it, and tokens that it signed end with it.`);
}

async function readKey(path: string): Promise<JWK> {
  const { mode } = await stat(path);
  if (mode & 0o077)
    throw new Error(`Others may read the signing key ${path}: run chmod 600 on it or delete it.`);
  for (let attempt = 0; ; attempt++) {
    const text = await readFile(path, 'utf8');
    if (text) return parseKey(path, text);
    if (attempt === 50) throw new Error(`The signing key ${path} is empty: delete it.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
