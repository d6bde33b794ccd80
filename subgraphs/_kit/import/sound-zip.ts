import { crc32 } from 'node:zlib';
import { openPromise, type Entry, type LocalFileHeader, type ZipFile } from 'yauzl';
import { ImportFileError } from './import-error.js';

/** Of a part's flags: its sizes follow its data, in a descriptor of 16 bytes. */
const HAS_DESCRIPTOR = 0x08;
const DESCRIPTOR_BYTES = 16;

/**
 * Unpacks every part once and counts (what a zip says of its own sizes may be a lie), and holds what a reader from
 * front to back would meet against the zip's own directory: one that goes by damaged headers waits for ever.
 * @throws {ImportFileError} WORKBOOK_TOO_LARGE, or WORKBOOK_UNREADABLE for a zip that is damaged
 */
export async function assertSoundZip(path: string, mostUnpackedBytes: number): Promise<void> {
  try {
    const zip = await openPromise(path, { autoClose: false });
    try {
      await assertSoundParts(zip, mostUnpackedBytes);
    } finally {
      zip.close();
    }
  } catch (cause) {
    throw cause instanceof ImportFileError
      ? cause
      : new ImportFileError('WORKBOOK_UNREADABLE', '', { cause });
  }
}

async function assertSoundParts(zip: ZipFile, mostUnpackedBytes: number): Promise<void> {
  const parts: { from: number; until: number }[] = [];
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    const header = await zip.readLocalFileHeaderPromise(entry);
    if (!isSaidTwice(entry, header)) throw new ImportFileError('WORKBOOK_UNREADABLE');
    const from = entry.relativeOffsetOfLocalHeader;
    const until = header.fileDataStart + entry.compressedSize + (isDescribed(header) ? DESCRIPTOR_BYTES : 0);
    parts.push({ from, until });
    let checksum = 0;
    for await (const bytes of await zip.openReadStreamPromise(entry)) {
      unpacked += bytes.length;
      if (unpacked > mostUnpackedBytes) throw new ImportFileError('WORKBOOK_TOO_LARGE');
      checksum = crc32(bytes, checksum);
    }
    if (checksum !== entry.crc32) throw new ImportFileError('WORKBOOK_UNREADABLE');
  }
  parts.sort((one, other) => one.from - other.from);
  if (parts.some(({ from }, index) => from !== (parts[index - 1]?.until ?? 0)))
    throw new ImportFileError('WORKBOOK_UNREADABLE');
}

function isDescribed({ generalPurposeBitFlag }: LocalFileHeader): boolean {
  return (generalPurposeBitFlag & HAS_DESCRIPTOR) !== 0;
}

/** Before its data a part is named, and sized where it can be, as in the directory. */
function isSaidTwice(entry: Entry, header: LocalFileHeader): boolean {
  return (
    header.fileName.equals(entry.fileNameRaw) &&
    header.compressionMethod === entry.compressionMethod &&
    header.generalPurposeBitFlag === entry.generalPurposeBitFlag &&
    (isDescribed(header) ||
      (header.compressedSize === entry.compressedSize && header.uncompressedSize === entry.uncompressedSize))
  );
}
