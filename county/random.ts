/**
 * Seeded random numbers that split: each family, and each topic within it, has its own stream that depends on the
 * seed and its labels alone. So the county is the same in whatever order or chunks its families are made, and a
 * draw added to one topic leaves the others as they were.
 */
export interface Random {
  /** Uniform in [0, 1). */
  readonly next: () => number;
  /** Whole number from `min` to `max`, both included. */
  readonly int: (min: number, max: number) => number;
  readonly chance: (probability: number) => boolean;
  /** Throws a RangeError for an empty list. */
  readonly pick: <T>(items: readonly T[]) => T;
  /** An index of `weights`, which need not sum to 1. */
  readonly weightedIndex: (weights: readonly number[]) => number;
  /** An independent stream, which does not depend on what was drawn from this one. */
  readonly split: (label: number) => Random;
}

/** Murmur3's finaliser: every input bit reaches every output bit. */
function scramble(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A 32-bit hash of numbers; same numbers, same hash. */
export function hashOf(...values: readonly number[]): number {
  let hash = 0x9e3779b9;
  for (const value of values) hash = scramble(hash ^ scramble(value + 0x7f4a7c15));
  return hash;
}

/** Generator sfc32 over a key; two halves of the key keep streams of different labels apart. */
function streamOf(high: number, low: number): Random {
  let [a, b, c, counter] = [high, low, 0x2545f491, 1];
  const draw = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 12; round += 1) draw();

  const next = () => draw() / 4294967296;
  return {
    next,
    int: (min, max) => min + Math.floor(next() * (max - min + 1)),
    chance: (probability) => next() < probability,
    pick: (items) => {
      if (items.length === 0) throw new RangeError('Nothing to pick from.');
      return items[Math.floor(next() * items.length)] as (typeof items)[number];
    },
    weightedIndex: (weights) => {
      let rest = next() * weights.reduce((sum, weight) => sum + weight, 0);
      const index = weights.findIndex((weight) => (rest -= weight) < 0);
      return index === -1 ? weights.length - 1 : index;
    },
    split: (label) => streamOf(hashOf(high, label, 1), hashOf(low, label, 2)),
  };
}

export function randomOf(seed: number, ...labels: readonly number[]): Random {
  return streamOf(hashOf(seed, 11, ...labels), hashOf(seed, 12, ...labels));
}

const SQUARE_ROOTS = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37].map((prime) => Math.sqrt(prime) % 1);

/**
 * Evenly spread numbers in [0, 1): over any run of n families the share below p is p to within a few n-ths, where
 * independent draws would miss by the square root of n. Small counties come out calibrated that way.
 * `dimension` 0–11 names the trait; different traits are independent of each other.
 */
export function evenlySpread(seed: number, dimension: number, index: number): number {
  const step = SQUARE_ROOTS[dimension];
  if (step === undefined) throw new RangeError(`No dimension ${dimension}.`);
  return (index * step + hashOf(seed, 77, dimension) / 4294967296) % 1;
}
