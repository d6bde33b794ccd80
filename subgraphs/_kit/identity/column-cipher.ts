import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Seals single column values (AES-256-GCM), bound to the column they stand in. */
export interface ColumnCipher {
  seal(plain: string, column: string): string;
  /** @throws when the value was changed, or moved to another column, or sealed with another key. */
  open(sealed: string, column: string): string;
}

/** For an agency that seals no column, and so holds no key that could open another's. */
export const WITHOUT_COLUMN_KEY: ColumnCipher = { seal: refuse, open: refuse };

function refuse(): never {
  throw new Error('This agency was given no column key.');
}

/**
 * @param key at least 32 bytes; every agency derives its own key from it, so no agency opens another's column
 * @param previous the key before it, as long as values sealed with it are about
 */
export function createColumnCipher(key: KeyObject, agency: string, previous?: KeyObject): ColumnCipher {
  const nextIv = createIvSource();
  const own = deriveKey(key, agency);
  const openers = [own, ...(previous ? [deriveKey(previous, agency)] : [])];
  return {
    seal(plain, column) {
      const iv = nextIv();
      const cipher = createCipheriv('aes-256-gcm', own, iv).setAAD(Buffer.from(column));
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return `v1.${Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')}`;
    },
    open(sealed, column) {
      const bytes = Buffer.from(sealed.slice(3), 'base64url');
      for (const [index, opener] of openers.entries()) {
        try {
          return openWith(opener, bytes, column);
        } catch (cause) {
          if (index === openers.length - 1) throw cause;
        }
      }
      throw new Error('There is no key to open the value with.');
    },
  };
}

/** A key object, since Node inspects raw bytes anew, at length, for every value. */
function deriveKey(key: KeyObject, agency: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', key, 'student-support-hub', `column:${agency}`, 32)));
}

function openWith(key: KeyObject, bytes: Buffer, column: string): string {
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES))
    .setAAD(Buffer.from(column))
    .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString(
    'utf8',
  );
}

/** Random bytes are drawn a thousand values at a time: a draw costs the same for twelve bytes and for many. */
function createIvSource(): () => Buffer {
  let pool = Buffer.alloc(0);
  let used = 0;
  return () => {
    if (used === pool.length) {
      pool = randomBytes(IV_BYTES * 1024);
      used = 0;
    }
    used += IV_BYTES;
    return pool.subarray(used - IV_BYTES, used);
  };
}
