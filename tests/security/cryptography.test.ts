import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
} from 'node:crypto';
import { createColumnCipher, WITHOUT_COLUMN_KEY } from '../../subgraphs/_kit/identity/column-cipher.js';
import { createStudentIdentifier } from '../../subgraphs/_kit/identity/student-id.js';

const hex = (text: string) => Buffer.from(text, 'hex');
const KEY = 'a-key-of-the-tests-with-thirty-two-bytes-or-more';
const secret = createSecretKey(KEY, 'utf8');

/** GB/T 32905-2016, appendix A. */
test.each([
  ['abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
  ['abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
])('SM3 of "%s" is that of the standard', (text, digest) => {
  expect(createHash('sm3').update(text).digest('hex')).toBe(digest);
});

/** GM/T 0042-2015, appendix D.3. */
test.each([
  [
    '0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20',
    Buffer.from('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq'.repeat(2)),
    'ca05e144ed05d1857840d1f318a4a8669e559fc8391f414485bfdf7bb408963a',
  ],
  [
    '0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425',
    Buffer.alloc(50, 0xcd),
    '220bf579ded555393f0159f66c99877822a3ecf610d1552154b41d44b94db3ae',
  ],
  [
    '0b'.repeat(32),
    Buffer.from('Hi There'),
    'c0ba18c68b90c88bc07de794bfc7d2c8d19ec31ed8773bc2b390c9604e0be11e',
  ],
])('HMAC-SM3 under %s is that of the standard', (key, text, digest) => {
  expect(createHmac('sm3', hex(key)).update(text).digest('hex')).toBe(digest);
});

/** McGrew and Viega, The Galois/Counter Mode of Operation, test cases 14 and 16. */
test.each([
  {
    key: '00'.repeat(32),
    iv: '00'.repeat(12),
    aad: '',
    plain: '00'.repeat(16),
    sealed: 'cea7403d4d606b6e074ec5d3baf39d18',
    tag: 'd0d1c8a799996bf0265b98b5d48ab919',
  },
  {
    key: 'feffe9928665731c6d6a8f9467308308'.repeat(2),
    iv: 'cafebabefacedbaddecaf888',
    aad: 'feedfacedeadbeeffeedfacedeadbeefabaddad2',
    plain:
      'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39',
    sealed:
      '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662',
    tag: '76fc6ece0f4e1768cddf8853bb2d551b',
  },
])('AES-256-GCM under $key is that of the paper', ({ key, iv, aad, plain, sealed, tag }) => {
  const cipher = createCipheriv('aes-256-gcm', hex(key), hex(iv)).setAAD(hex(aad));
  expect(Buffer.concat([cipher.update(hex(plain)), cipher.final()]).toString('hex')).toBe(sealed);
  expect(cipher.getAuthTag().toString('hex')).toBe(tag);
});

/** HMAC as RFC 2104 writes it, over nothing but the hash. */
function hmacSm3(key: Buffer, text: string): Buffer {
  const block = Buffer.alloc(64);
  key.copy(block);
  const sm3 = (...parts: Buffer[]) => createHash('sm3').update(Buffer.concat(parts)).digest();
  const padded = (byte: number) => Buffer.from(block.map((each) => each ^ byte));
  return sm3(padded(0x5c), sm3(padded(0x36), Buffer.from(text)));
}

function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups
    .map((group) => 'abcdefghijklmnopqrstuvwxyz234567'[parseInt(group.padEnd(5, '0'), 2)])
    .join('');
}

test('the id of a child is the first 128 bits of HMAC-SM3 of its number, in base32', () => {
  const expected = base32(hmacSm3(Buffer.from(KEY), 'number:990625201301010011').subarray(0, 16));
  expect(createStudentIdentifier(secret).ofNumber('990625201301010011')).toBe(expected);
});

describe('a sealed column', () => {
  const column = 'resident.phone_sealed';
  const sealed = createColumnCipher(secret, 'police').seal('13900000000', column);

  test('is AES-256-GCM under a key of its agency, bound to the column', () => {
    const bytes = Buffer.from(sealed.slice('v1.'.length), 'base64url');
    const key = Buffer.from(hkdfSync('sha256', Buffer.from(KEY), 'student-support-hub', 'column:police', 32));
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
      .setAAD(Buffer.from(column))
      .setAuthTag(bytes.subarray(12, 28));
    const opened = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
    expect(opened.toString()).toBe('13900000000');
  });

  test.each([...'0123'].map((quarter) => Number(quarter)))(
    'does not open with a bit changed in quarter %i',
    (quarter) => {
      const bytes = Buffer.from(sealed.slice('v1.'.length), 'base64url');
      const at = Math.floor((bytes.length * quarter) / 4);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      const changed = `v1.${bytes.toString('base64url')}`;
      expect(() => createColumnCipher(secret, 'police').open(changed, column)).toThrow();
    },
  );

  test('never looks the same twice', () => {
    const cipher = createColumnCipher(secret, 'police');
    const texts = Array.from({ length: 3000 }, () => cipher.seal('13900000000', column));
    expect(new Set(texts.map((text) => text.slice(0, 19))).size).toBe(3000);
  });

  test('is not for an agency that was given no column key', () => {
    expect(() => WITHOUT_COLUMN_KEY.seal('13900000000', column)).toThrow('no column key');
    expect(() => WITHOUT_COLUMN_KEY.open(sealed, column)).toThrow('no column key');
  });
});
