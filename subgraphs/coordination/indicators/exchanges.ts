import type { DivisionNode } from './division-tree.js';

/** Children alike in every count that is shown, with and without the count asked about. */
export type Signatures = Map<bigint, { in: number; out: number }>;
type ReadonlySignatures = ReadonlyMap<bigint, { readonly in: number; readonly out: number }>;

/**
 * Children who are in no count at all, of whom nothing is published, so that there may be any number anywhere: in place
 * of one of them a child can be imagined in another division.
 */
const UNCOUNTED = 1_000_000;

export function signaturesOf(divisions: readonly DivisionNode[], mask: bigint, bit: bigint): Signatures {
  const found: Signatures = new Map();
  for (const division of divisions) {
    for (const [key, { in: within, out }] of signaturesIn(division, mask, bit)) {
      const signature = found.get(key) ?? { in: 0, out: 0 };
      signature.in += within;
      signature.out += out;
      found.set(key, signature);
    }
  }
  return found;
}

/** By division, mask and bit: each division is asked for the same again while others beside it are hidden. */
const remembered = new WeakMap<DivisionNode, Map<bigint, Map<bigint, ReadonlySignatures>>>();

function signaturesIn(division: DivisionNode, mask: bigint, bit: bigint): ReadonlySignatures {
  const byMask = remembered.get(division) ?? new Map<bigint, Map<bigint, ReadonlySignatures>>();
  remembered.set(division, byMask);
  const byBit = byMask.get(mask) ?? new Map<bigint, ReadonlySignatures>();
  byMask.set(mask, byBit);
  const known = byBit.get(bit);
  if (known) return known;
  const found: Signatures = new Map([[0n, { in: 0, out: UNCOUNTED }]]);
  for (const [key, children] of division.classes) {
    const signature = found.get(key & mask) ?? { in: 0, out: 0 };
    signature[key & bit ? 'in' : 'out'] += children;
    found.set(key & mask, signature);
  }
  byBit.set(bit, found);
  return found;
}

/** How far a count can go up and down by exchanges between children of the same signature. */
export function reachOf(own: Signatures, others: Signatures): number {
  let reach = 0;
  for (const [key, { in: within, out }] of own) {
    const beyond = others.get(key);
    if (beyond) reach += Math.min(out, beyond.in) + Math.min(within, beyond.out);
  }
  return reach;
}

export function without(all: Signatures, own: Signatures): Signatures {
  const rest: Signatures = new Map();
  for (const [key, { in: within, out }] of all) {
    const part = own.get(key) ?? { in: 0, out: 0 };
    rest.set(key, { in: within - part.in, out: out - part.out });
  }
  return rest;
}

/**
 * Shown counts that have to stay as they are when something of a child is exchanged: those that look at any of it, and,
 * since what they look at is then exchanged with it, those that look at any of that.
 * @param aspects of each count, by the position of its bit.
 */
export function linkedCounts(
  exchanged: readonly string[],
  shown: bigint,
  aspects: readonly ReadonlySet<string>[],
): bigint {
  const all = new Set(exchanged);
  let linked = 0n;
  for (let size = -1; size !== all.size;) {
    size = all.size;
    aspects.forEach((about, index) => {
      const own = 1n << BigInt(index);
      if (!(shown & own) || ![...about].some((aspect) => all.has(aspect))) return;
      linked |= own;
      for (const aspect of about) all.add(aspect);
    });
  }
  return linked;
}

/** Signatures of which children with and without the count are known: where no sum is published, one may be the other. */
export function interchangeable(all: Signatures): ReadonlySet<bigint> {
  return new Set([...all].filter(([, { in: within, out }]) => within > 0 && out > 0).map(([key]) => key));
}

/** Signatures of divisions, those who may as well be the other standing on both sides. */
export function eitherWay(
  divisions: readonly DivisionNode[],
  mask: bigint,
  bit: bigint,
  isEither: (key: bigint) => boolean,
): Signatures {
  const found = signaturesOf(divisions, mask, bit);
  for (const { classes } of divisions) {
    for (const [key, children] of classes) {
      const signature = found.get(key & mask);
      if (signature && isEither(key)) signature[key & bit ? 'out' : 'in'] += children;
    }
  }
  return found;
}
