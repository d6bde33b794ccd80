import { LRUCache } from 'lru-cache';

const WINDOW_MS = 60_000;

/** @returns whether this subject may ask now; a bucket per subject that refills evenly over a minute */
export function createRequestRate(perMinute: number, clock: () => number): (subject: string) => boolean {
  const buckets = new LRUCache<string, { left: number; at: number }>({ max: 50_000 });
  return (subject) => {
    const now = clock();
    const bucket = buckets.get(subject) ?? { left: perMinute, at: now };
    bucket.left = Math.min(perMinute, bucket.left + ((now - bucket.at) * perMinute) / WINDOW_MS);
    bucket.at = now;
    buckets.set(subject, bucket);
    if (bucket.left < 1) return false;
    bucket.left -= 1;
    return true;
  };
}
