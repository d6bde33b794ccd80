import { defineEntity, p } from '@mikro-orm/postgresql';

/**
 * Who read what, entry by entry. No row-level security: nobody but the owner reads the table itself, and the serving
 * role may only add to it (`audit-rights.ts`).
 *
 * `students` and `actor` repeat what the entry says, to be found by; the hash covers them too.
 */
export const AccessLogEntity = defineEntity({
  name: 'AccessLogEntity',
  tableName: 'access_log',
  properties: {
    /** One run of one process; begins a chain of its own. */
    writer: p.uuid().primary(),
    /** From 1, without gaps. */
    seq: p.bigint().primary(),
    at: p.datetime(3),
    /** JSON with sorted keys; exactly the text that was hashed. */
    entry: p.text(),
    /** Digests of the children's ids, never the ids. */
    students: p.array().columnType('text[]'),
    actor: p.text(),
    previousHash: p.text(),
    hash: p.text(),
  },
  indexes: [
    { properties: ['students'], type: 'gin' },
    { properties: ['actor', 'at'] },
    { properties: ['at'] },
  ],
});

/** Heads of other agencies' chains, kept where those agencies can't change them; only ever added to. */
export const AuditHeadEntity = defineEntity({
  name: 'AuditHeadEntity',
  tableName: 'audit_head',
  properties: {
    agency: p.text().primary(),
    writer: p.uuid().primary(),
    seq: p.bigint().primary(),
    hash: p.text(),
    at: p.datetime(3),
    keyId: p.text(),
    publicKey: p.text(),
    signature: p.text(),
    receivedAt: p.datetime(3).defaultRaw('now()'),
  },
});

/** Tables that outlive everything else: no job and no generator may empty them. */
export const AUDIT_TABLES: readonly string[] = ['access_log', 'audit_head'];
