import type { AccessSummary } from '../access/access-trail.js';
import type { Caller } from '../access/caller.js';

/** Rows that left in bulk, in place of the children they name: a roster holds all of them. */
export interface BulkDelivery {
  /** What was asked for, without naming anybody. */
  readonly question: Readonly<Record<string, string>>;
  readonly rows: number;
  /** SHA-256 of the lines, in hexadecimal: it shows which rows they were. */
  readonly digest: string;
  /** False when the answer was broken off after these rows. */
  readonly isComplete: boolean;
}

/** One subgraph call, as it is to be recorded. */
export interface AccessRecord {
  readonly requestId: string;
  readonly at: Date;
  readonly caller: Caller;
  /** Approvals under which the call ran. */
  readonly approvalIds: readonly string[];
  readonly operation: {
    readonly kind: 'QUERY' | 'MUTATION' | 'SERVICE';
    /** Digest of the operation's text, or the path of a service call. */
    readonly digest: string;
  };
  readonly access: AccessSummary;
  readonly bulk?: BulkDelivery | undefined;
}

/** Where an agency records who read what, before any of it leaves. */
export interface AccessLog {
  /**
   * Resolves when the entry is durable.
   * @throws {HubError} AUDIT_UNAVAILABLE when it can't be made so in time; then nothing may be answered.
   */
  append(record: AccessRecord): Promise<void>;
  /** Whether entries can be made, as far as is known; never waits. Asking has the log look again, for the next time. */
  isWritable(): boolean;
  close(): Promise<void>;
}
