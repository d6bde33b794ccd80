import { createHmac, randomUUID } from 'node:crypto';
import { exportSPKI, generateKeyPair, importJWK, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import type { SigningKey } from '../processes/support/identity-provider.js';

/** What a forger may know: everything but the private key, which only those attacks use that the issuer could make. */
export interface Forgery {
  readonly key: SigningKey;
  readonly issuer: string;
  readonly audience: string;
  /** Claims that are accepted in a token of the issuer's. */
  readonly claims: JWTPayload;
}

/** An attack: what is sent as `authorization`; several values are several headers. */
type Attack = (forgery: Forgery) => Promise<string | readonly string[]>;

const seconds = () => Math.floor(Date.now() / 1000);
const encoded = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

interface Change {
  readonly header?: Readonly<Record<string, unknown>>;
  readonly claims?: JWTPayload;
  /** Signs instead of the issuer's key. */
  readonly privateKey?: SigningKey['privateKey'];
}

/** A token as the issuer makes it, with what the attack changes; a claim that is undefined is left out. */
export async function signed(
  { key, issuer, audience, claims }: Forgery,
  change: Change = {},
): Promise<string> {
  const now = seconds();
  const payload = { iss: issuer, aud: audience, iat: now, exp: now + 300, jti: randomUUID(), ...claims };
  return new SignJWT({ ...payload, ...change.claims })
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: key.kid, ...change.header })
    .sign(change.privateKey ?? key.privateKey, { crit: { 'urn:hub:unknown': true } });
}

const bearer = (token: Promise<string>) => token.then((text) => `Bearer ${text}`);
const withHeader =
  (header: Change['header']): Attack =>
  (forgery) =>
    bearer(signed(forgery, { header }));
const withClaims =
  (claims: () => JWTPayload): Attack =>
  (forgery) =>
    bearer(signed(forgery, { claims: claims() }));

/** Signed with HMAC, the text of a public key as its secret: what a verifier that trusts `alg` would accept. */
async function signedWithPublicKey(
  { key, issuer, audience, claims }: Forgery,
  secret: string,
): Promise<string> {
  const now = seconds();
  const text = `${encoded({ alg: 'HS256', typ: 'at+jwt', kid: key.kid })}.${encoded({ iss: issuer, aud: audience, iat: now, exp: now + 300, ...claims })}`;
  return `Bearer ${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}

async function ownKey() {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  return { privateKey, publicKey };
}

/** A header parameter twice: parsers differ in which of them they see. */
async function withRepeatedHeader(forgery: Forgery): Promise<string> {
  const [, payload, signature] = (await signed(forgery)).split('.');
  const header = `{"alg":"ES256","typ":"at+jwt","kid":"${forgery.key.kid}","alg":"none"}`;
  return `Bearer ${encoded(header)}.${payload}.${signature}`;
}

const altered =
  (change: (parts: [string, string, string]) => string): Attack =>
  async (forgery) => {
    const [header = '', payload = '', signature = ''] = (await signed(forgery)).split('.');
    return `Bearer ${change([header, payload, signature])}`;
  };

/** T11, JWT confusion: none of these is a token of the issuer's. */
export const ATTACKS: Readonly<Record<string, Attack>> = {
  'without a signature, alg none': async ({ issuer, audience, claims }) =>
    `Bearer ${new UnsecuredJWT({ iss: issuer, aud: audience, iat: seconds(), exp: seconds() + 300, ...claims }).encode()}`,
  'alg NONE in capitals': altered(([header, payload]) => {
    const told = JSON.parse(Buffer.from(header, 'base64url').toString()) as object;
    return `${encoded({ ...told, alg: 'NONE' })}.${payload}.AA`;
  }),
  'signed by HMAC with the public key as JWK': (forgery) =>
    signedWithPublicKey(forgery, JSON.stringify(forgery.key.publicJwk)),
  'signed by HMAC with the public key as PEM': async (forgery) => {
    const key = await importJWK(forgery.key.publicJwk, 'ES256', { extractable: true });
    return signedWithPublicKey(forgery, await exportSPKI(key as CryptoKey));
  },
  'signed with another key under the same kid': async (forgery) =>
    bearer(signed(forgery, { privateKey: (await ownKey()).privateKey })),
  'with a kid that is a path': withHeader({ kid: '../../../../dev/null' }),
  'with a kid that is SQL': withHeader({ kid: "x' union select 'secret' --" }),
  'with its own key in the header': async (forgery) => {
    const { privateKey, publicKey } = await ownKey();
    const jwk = await crypto.subtle.exportKey('jwk', publicKey);
    return bearer(signed(forgery, { privateKey, header: { jwk, kid: undefined } }));
  },
  'with the address of its own keys (jku)': async (forgery) =>
    bearer(
      signed(forgery, {
        privateKey: (await ownKey()).privateKey,
        header: { jku: 'http://127.0.0.1:9/jwks', kid: 'forged' },
      }),
    ),
  'with the address of its own certificate (x5u)': async (forgery) =>
    bearer(
      signed(forgery, {
        privateKey: (await ownKey()).privateKey,
        header: { x5u: 'http://127.0.0.1:9/cert.pem', kid: 'forged' },
      }),
    ),
  'for another audience': withClaims(() => ({ aud: 'another-hub' })),
  'for no audience': withClaims(() => ({ aud: undefined })),
  'of another issuer': withClaims(() => ({ iss: 'https://login.example.org' })),
  expired: withClaims(() => ({ iat: seconds() - 200, exp: seconds() - 1 })),
  'not yet valid': withClaims(() => ({ nbf: seconds() + 120 })),
  'issued in the future': withClaims(() => ({ iat: seconds() + 120, exp: seconds() + 300 })),
  'without an end': withClaims(() => ({ exp: undefined })),
  'without an issuing time': withClaims(() => ({ iat: undefined })),
  'without a subject': withClaims(() => ({ sub: undefined })),
  'that is an ID token': withHeader({ typ: 'JWT' }),
  'without a type': withHeader({ typ: undefined }),
  'issued longer ago than five minutes': withClaims(() => ({ iat: seconds() - 400, exp: seconds() + 300 })),
  'with an end that is a text': withClaims(() => JSON.parse(`{ "exp": "${seconds() + 300}" }`) as JWTPayload),
  'with a critical header that nobody knows': withHeader({
    crit: ['urn:hub:unknown'],
    'urn:hub:unknown': true,
  }),
  'with a division of everything': withClaims(() => ({ jurisdiction: [{ kind: 'DIVISION', code: '%' }] })),
  'with areas in one code': withClaims(() => ({ jurisdiction: [{ kind: 'SCHOOL', code: 'a,b' }] })),
  'with an area of no kind': withClaims(() => ({ jurisdiction: [{ kind: 'COUNTRY', code: '52' }] })),
  'without an agency': withClaims(() => ({ agency: undefined })),
  'with one header parameter twice': withRepeatedHeader,
  'of 9,000 characters': withClaims(() => ({ padding: 'a'.repeat(9000) })),
  'cut off': altered(([header, payload, signature]) => `${header}.${payload}.${signature.slice(0, -4)}`),
  'without its last part': altered(([header, payload]) => `${header}.${payload}`),
  'with one bit of its claims changed': altered(([header, payload, signature]) => {
    const bytes = Buffer.from(payload, 'base64url');
    bytes[20] = (bytes[20] ?? 0) ^ 1;
    return `${header}.${bytes.toString('base64url')}.${signature}`;
  }),
  'with claims that are no base64': altered(([header, , signature]) => `${header}.!!!.${signature}`),
  'with claims that are no JSON': async (forgery) => {
    const [header] = (await signed(forgery)).split('.');
    return `Bearer ${header}.${encoded('{"sub":')}.AAAA`;
  },
  'as an encrypted token of five parts': async (forgery) =>
    `Bearer ${(await signed(forgery)).split('.')[0]}.a.b.c.d`,
  'with two tokens in one header': async (forgery) =>
    `Bearer ${await signed(forgery)}, Bearer ${await signed(forgery)}`,
  'in two headers': async (forgery) => [`Bearer ${await signed(forgery)}`, 'Bearer a.b.c'],
  'under another scheme': async (forgery) => `Basic ${await signed(forgery)}`,
  'of nothing': () => Promise.resolve('Bearer '),
};
