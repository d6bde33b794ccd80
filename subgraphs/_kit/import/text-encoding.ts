import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { ImportFileError } from './import-error.js';

export const TEXT_ENCODINGS = ['utf-8', 'gb18030', 'utf-16le'] as const;
export type TextEncoding = (typeof TEXT_ENCODINGS)[number];

export interface FileContents {
  /** SHA-256 of the bytes, hexadecimal. */
  readonly digest: string;
  readonly bytes: number;
  /** Null for a file that is no text. */
  readonly encoding: TextEncoding | null;
}

const CHUNK_BYTES = 1 << 20;

/**
 * Reads a file once from end to end: its digest, and the encoding in which all of it can be read. Windows offices
 * write GB18030 without a mark, so what is not UTF-8 throughout is tried as that.
 * @throws {ImportFileError} when a text is readable in no encoding
 */
export async function inspectFile(path: string, isText: boolean): Promise<FileContents> {
  const hash = createHash('sha256');
  if (!isText) {
    const { digest, bytes } = await read(path, hash, []);
    return { digest, bytes, encoding: null };
  }
  const readers = (['utf-8', 'gb18030'] as const).map((encoding) => ({
    encoding: encoding as TextEncoding,
    decoder: new TextDecoder(encoding, { fatal: true }),
  }));
  const found = await read(path, hash, readers);
  const encoding = found.start === '\uFFFE' ? 'utf-16le' : readers[0]?.encoding;
  if (!encoding) throw new ImportFileError('ENCODING_UNREADABLE');
  return { digest: found.digest, bytes: found.bytes, encoding };
}

interface Reader {
  readonly encoding: TextEncoding;
  readonly decoder: TextDecoder;
}

/** Takes out of `readers` those that fail. */
async function read(path: string, hash: Hash, readers: Reader[]) {
  let bytes = 0;
  let start = '';
  const keepReadable = (decode: (reader: Reader) => unknown) => {
    for (const reader of [...readers]) {
      try {
        decode(reader);
      } catch {
        readers.splice(readers.indexOf(reader), 1);
      }
    }
  };
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
    const part = chunk as Buffer;
    if (bytes === 0 && part[0] === 0xff && part[1] === 0xfe) start = '\uFFFE';
    hash.update(part);
    bytes += part.length;
    keepReadable(({ decoder }) => decoder.decode(part, { stream: true }));
  }
  keepReadable(({ decoder }) => decoder.decode());
  return { digest: hash.digest('hex'), bytes, start };
}

/** The text of a file, part by part, without a byte order mark. */
export async function* textOf(path: string, encoding: TextEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
    const text = decoder.decode(chunk as Buffer, { stream: true });
    if (text) yield text;
  }
  const rest = decoder.decode();
  if (rest) yield rest;
}
