import { createHash, hash, type Hash } from 'node:crypto';
import { ComparisonError } from '../comparison-error.js';

/** Leading characters of the canonical id that make a bucket: 1,024 buckets, which ranges are cut between. */
export const BUCKET_CHARACTERS = 2;

export interface BucketDigest {
  readonly bucket: string;
  readonly results: number;
  /** SHA-256, hexadecimal. */
  readonly digest: string;
}

/** Digests the results of one range as they come, in the order of canonical ids. */
export interface ResultDigest {
  /**
   * @param result plain data, put together in one way: the order of its properties counts as that of its lists does.
   * @returns the digest of this result alone (SHA-256, hexadecimal)
   */
  add(canonicalId: string, result: unknown): string;
  /** Closes the last bucket; nothing may be added afterwards. */
  buckets(): BucketDigest[];
}

export function createResultDigest(): ResultDigest {
  const closed: BucketDigest[] = [];
  let open: { readonly bucket: string; readonly hash: Hash; results: number } | null = null;

  function close(): void {
    if (open) closed.push({ bucket: open.bucket, results: open.results, digest: open.hash.digest('hex') });
    open = null;
  }

  return {
    add(canonicalId, result) {
      const bucket = canonicalId.slice(0, BUCKET_CHARACTERS);
      if (open?.bucket !== bucket) {
        close();
        open = { bucket, hash: createHash('sha256'), results: 0 };
      }
      open.results += 1;
      const digest = hash('sha256', JSON.stringify([canonicalId, result]), 'hex');
      open.hash.update(`${digest}\n`);
      return digest;
    },
    buckets() {
      close();
      return closed;
    },
  };
}

/**
 * The digest of a whole run. It depends on the results alone, not on how the run was cut into ranges or on which
 * range was done first, as long as ranges are cut between buckets.
 *
 * @throws ComparisonError RANGES_OVERLAP when two ranges hold the same bucket.
 */
export function combineDigests(ranges: readonly (readonly BucketDigest[])[]): string {
  const buckets = ranges.flat().sort((a, b) => (a.bucket < b.bucket ? -1 : 1));
  const whole = createHash('sha256');
  let before = '';
  for (const { bucket, results, digest } of buckets) {
    if (bucket === before) throw new ComparisonError('RANGES_OVERLAP', bucket);
    before = bucket;
    whole.update(`${bucket} ${results} ${digest}\n`);
  }
  return whole.digest('hex');
}
