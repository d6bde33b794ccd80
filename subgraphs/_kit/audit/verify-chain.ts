import { isSignedHead, type SignedHead } from './audit-head.js';
import { CHAIN_START, type UnhashedEntry } from './entry-hash.js';

/** A row as it is checked: the place that it claims in its chain, and the hash that its content really has. */
export interface ChainRow extends Pick<UnhashedEntry, 'writer' | 'seq' | 'previousHash' | 'at'> {
  readonly hash: string;
  /** Computed anew (`entryHash`). */
  readonly contentHash: string;
  content(): UnhashedEntry;
}

/** A head with the place that it was kept in. */
export interface KeptHead extends SignedHead {
  readonly keptIn: 'FILE' | 'OTHER_AGENCY';
}

export interface VerifyOptions {
  /** Whether a key id is the agency's. */
  readonly isOwnKey: (keyId: string) => boolean;
  /** Entries up to a head that was signed before this may have been deleted. */
  readonly expiredBefore: Date;
}

export interface Finding {
  readonly writer: string;
  /** Place in the chain; 0 for what concerns the chain as a whole. */
  readonly seq: number;
  readonly kind:
    | 'EDITED'
    | 'MISSING'
    | 'OUT_OF_ORDER'
    | 'NOT_LINKED'
    | 'DIFFERS_FROM_SIGNED'
    | 'CUT_OFF'
    | 'UNSIGNED'
    | 'BAD_HEAD';
  readonly words: string;
}

/** Entries of the last moments of a process that was killed could not be signed any more. */
const UNSIGNED_MS = 10_000;

/**
 * Checks one chain, row by row in the order of `seq`, against itself and against what was signed of it.
 *
 * The chain shows edited, missing, inserted and reordered entries. The heads show what a chain can't: an end that was
 * cut off, and a chain that somebody wrote anew with hashes that fit.
 */
export class ChainCheck {
  readonly #writer: string;
  readonly #heads: ReadonlyMap<number, readonly KeptHead[]>;
  readonly #lastSigned: number;
  readonly #report: (finding: Finding) => void;
  /** Heads from so long ago that what they vouch for may be gone, the latest first. */
  readonly #expired: readonly KeptHead[];
  #seq = 0;
  #hash = CHAIN_START;
  /** Times of the first and the last entry behind the last head. */
  #unsigned: { readonly seq: number; readonly from: string; to: string } | undefined;

  constructor(
    writer: string,
    heads: readonly KeptHead[],
    { isOwnKey, expiredBefore }: VerifyOptions,
    report: (finding: Finding) => void,
  ) {
    this.#writer = writer;
    this.#report = report;
    const trusted = heads.filter(({ keyId }) => isOwnKey(keyId));
    if (trusted.length < heads.length)
      this.#find(0, 'BAD_HEAD', `${heads.length - trusted.length} heads are signed with another key`);
    this.#heads = Map.groupBy(trusted, ({ seq }) => seq);
    this.#expired = trusted
      .filter(({ at }) => at < expiredBefore.toISOString())
      .toSorted((left, right) => right.seq - left.seq);
    this.#lastSigned = 0;
    for (const head of lastOfEach(trusted)) {
      if (isSignedHead(head)) this.#lastSigned = Math.max(this.#lastSigned, head.seq);
      else this.#find(head.seq, 'BAD_HEAD', `the signature of the head at ${head.seq} is wrong`);
    }
  }

  check(row: ChainRow): void {
    const { seq } = row;
    if (this.#seq === 0 && seq > 1) this.#beginAfterExpired(seq);
    if (seq <= this.#seq) {
      this.#find(seq, 'OUT_OF_ORDER', `entry ${seq} stands behind entry ${this.#seq}`);
      return;
    }
    if (seq > this.#seq + 1) {
      const [from, to] = [this.#seq + 1, seq - 1];
      this.#find(
        from,
        'MISSING',
        from === to ? `entry ${from} is missing` : `entries ${from} to ${to} are missing`,
      );
    } else if (row.previousHash !== this.#hash) {
      this.#find(seq, 'NOT_LINKED', `entry ${seq} does not follow on the entry before it`);
    }
    if (row.contentHash !== row.hash)
      this.#find(seq, 'EDITED', `entry ${seq} was changed after it was written`);
    for (const head of this.#heads.get(seq) ?? []) this.#compare(head, row.contentHash);
    this.#seq = seq;
    this.#hash = row.hash;
    if (seq <= this.#lastSigned) return;
    if (this.#unsigned) this.#unsigned.to = row.at;
    else this.#unsigned = { seq, from: row.at, to: row.at };
  }

  finish(): void {
    if (this.#seq === 0) this.#beginAfterExpired(Infinity);
    if (this.#lastSigned > this.#seq) {
      const rest = this.#lastSigned - this.#seq;
      const what = this.#seq === 0 ? 'the whole chain is gone' : `the chain ends at entry ${this.#seq}`;
      this.#find(this.#seq + 1, 'CUT_OFF', `${what}; at least ${rest} signed entries are cut off`);
    }
    const { seq, from, to } = this.#unsigned ?? { seq: 0, from: '', to: '' };
    if (seq > 0 && Date.parse(to) - Date.parse(from) > UNSIGNED_MS)
      this.#find(
        seq,
        'UNSIGNED',
        `entries ${seq} to ${this.#seq} were never signed, though they span more than 10 s`,
      );
  }

  /** What was deleted after its time ends at a head that vouches for it; whatever else is missing, is missing. */
  #beginAfterExpired(seq: number): void {
    const head = this.#expired.find((each) => each.seq < seq && isSignedHead(each));
    if (head) [this.#seq, this.#hash] = [head.seq, head.hash];
  }

  #compare(head: KeptHead, hash: string): void {
    if (head.hash === hash) return;
    const { seq } = head;
    if (isSignedHead(head)) {
      const where = head.keptIn === 'FILE' ? 'in the file of heads' : 'with the other agency';
      this.#find(
        seq,
        'DIFFERS_FROM_SIGNED',
        `entry ${seq} is not the one whose head was signed and kept ${where}`,
      );
    } else this.#find(seq, 'BAD_HEAD', `the signature of the head at ${seq} is wrong`);
  }

  #find(seq: number, kind: Finding['kind'], words: string): void {
    this.#report({ writer: this.#writer, seq, kind, words });
  }
}

/** The heads on which it depends that nothing was cut off: the last one of each place. */
function lastOfEach(heads: readonly KeptHead[]): KeptHead[] {
  const last = new Map<string, KeptHead>();
  for (const head of heads) {
    const known = last.get(head.keptIn);
    if (!known || head.seq >= known.seq) last.set(head.keptIn, head);
  }
  return [...last.values()];
}
