import {
  createHash,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { z } from 'zod';

/** How far a chain had come at one moment. */
export interface ChainHead {
  readonly writer: string;
  readonly seq: number;
  readonly hash: string;
}

const hex64 = z.string().regex(/^[0-9a-f]{64}$/);
const base64url = z.string().regex(/^[\w-]{40,100}$/);

export const signedHeadSchema = z.strictObject({
  agency: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  writer: z.uuid(),
  seq: z.int().min(1),
  hash: hex64,
  at: z.iso.datetime(),
  /** Start of the digest of the public key: what an operator compares. */
  keyId: z.string().regex(/^[0-9a-f]{16}$/),
  publicKey: base64url,
  /** Ed25519, over everything above. */
  signature: base64url,
});
export type SignedHead = z.infer<typeof signedHeadSchema>;

export interface HeadSigner {
  readonly keyId: string;
  sign(head: ChainHead, at: Date): SignedHead;
}

/** DER in front of the 32 bytes of an Ed25519 private key (RFC 8410). */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

/** @param key the agency's own; the signing key comes from it. */
export function createHeadSigner(key: KeyObject, agency: string): HeadSigner {
  const seed = Buffer.from(hkdfSync('sha256', key, 'student-support-hub', `audit-head:${agency}`, 32));
  const der = Buffer.concat([PKCS8_PREFIX, seed]);
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(privateKey).export({ format: 'jwk' }).x ?? '';
  const keyId = keyIdOf(publicKey);
  return {
    keyId,
    sign(head, at) {
      const unsigned = { agency, ...head, at: at.toISOString(), keyId, publicKey };
      return { ...unsigned, signature: sign(null, signedText(unsigned), privateKey).toString('base64url') };
    },
  };
}

/** @returns whether the head was signed by the key that it names; whose key that is, the key id has to say. */
export function isSignedHead(head: SignedHead): boolean {
  if (keyIdOf(head.publicKey) !== head.keyId) return false;
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: head.publicKey }, format: 'jwk' });
    return verify(null, signedText(head), key, Buffer.from(head.signature, 'base64url'));
  } catch {
    return false;
  }
}

function keyIdOf(publicKey: string): string {
  return createHash('sha256').update(Buffer.from(publicKey, 'base64url')).digest('hex').slice(0, 16);
}

function signedText({ agency, writer, seq, hash, at, keyId }: Omit<SignedHead, 'signature'>): Buffer {
  return Buffer.from(['student-support-hub audit head v1', agency, writer, seq, hash, at, keyId].join('\n'));
}
