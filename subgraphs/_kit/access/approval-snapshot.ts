import { sql, type Kysely } from 'kysely';
import type { Logger } from '../log.js';
import type { Approval, PublishedApprovals } from './approvals.js';

const RENEW_EVERY_MS = 1000;

export interface ApprovalSnapshot {
  /** What the agency held when it was last looked at, at most about a second ago. */
  current(): PublishedApprovals;
  close(): Promise<void>;
}

/**
 * Keeps the agency's approvals in memory and follows its table, so that a revocation that reached any replica is known
 * to all of them; asking the table at every request would cost each of them a statement.
 *
 * @param apart a connection beside those of the requests: a busy pool must not make a revocation late
 */
export async function followApprovals(apart: Kysely<unknown>, log: Logger): Promise<ApprovalSnapshot> {
  let held: PublishedApprovals & { readonly version: string | undefined } = {
    version: undefined,
    approvals: [],
    heardAt: new Date(0),
  };

  async function renew(): Promise<void> {
    const { rows } = await sql<{ version: string; heardAt: Date }>`
      select version, heard_at as "heardAt" from publication_state where topic = 'APPROVALS'`.execute(apart);
    const [state] = rows;
    if (!state) return;
    const approvals = state.version === held.version ? held.approvals : await readApprovals(apart);
    held = { ...state, approvals };
  }

  await renew();
  let underWay: Promise<void> | undefined;
  const timer = setInterval(() => {
    underWay ??= renew()
      // A database that is away answers no request either; the next look repairs what was missed.
      .catch(() => log.warn('approvals could not be renewed'))
      .finally(() => (underWay = undefined));
  }, RENEW_EVERY_MS);
  timer.unref();
  return {
    current: () => held,
    async close() {
      clearInterval(timer);
      await underWay;
    },
  };
}

async function readApprovals(db: Kysely<unknown>): Promise<Approval[]> {
  const { rows } = await sql<Approval>`
    select id, level, actor_kind as "actorKind", actor, purpose, data_classes as "dataClasses",
      child_id as "studentId", valid_from as "validFrom", expires_at as "expiresAt", revoked_at as "revokedAt"
    from approval`.execute(db);
  return rows;
}
