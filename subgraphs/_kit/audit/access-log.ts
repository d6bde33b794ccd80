import type { AccessSummary } from '../access/access-trail.js';
import type { Caller } from '../access/caller.js';

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
