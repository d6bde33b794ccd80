import { randomUUID } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import { dayInShanghai } from '../../../../policies/iso-date.js';
import type { PolicyLibrary } from '../../../../policies/resolve-policy.js';
import { HubError } from '../../../_kit/errors.js';
import { addJob } from '../../../_kit/jobs/add-job.js';
import { TASKS } from './tasks.js';
import { findRunUnderWay, insertRun, lockRequests } from './run-record.js';

export interface RequestedRun {
  readonly runId: string;
  /** False when somebody had asked before, and that run is still under way. */
  readonly isNew: boolean;
}

/** Asks for a comparison of the county's registers as of today, within the transaction of `db`. */
export async function requestRun(
  db: Kysely<unknown>,
  {
    requestedBy,
    policies,
    now,
  }: { readonly requestedBy: string; readonly policies: PolicyLibrary; readonly now: Date },
): Promise<RequestedRun> {
  await lockRequests(db);
  const underWay = await findRunUnderWay(db);
  if (underWay !== undefined) return { runId: underWay, isNew: false };
  const countyCode = await countyOf(db);
  const today = dayInShanghai(now);
  const runId = `run-${randomUUID()}`;
  const policyVersion = policies.policyFor(countyCode, today).versions.join(' ');
  await insertRun(db, { runId, countyCode, today, requestedBy, policyVersion }, now);
  await addJob(db, TASKS.pin, { runId });
  return { runId, isNew: true };
}

/** @returns six digits of the county whose children the hub is about */
export async function countyOf(db: Kysely<unknown>): Promise<string> {
  const { rows } = await sql<{ code: string }>`
    select left(code, 6) as code from division where level = 'COUNTY' limit 1`.execute(db);
  const [county] = rows;
  if (!county) throw new HubError('BAD_USER_INPUT', 'No divisions are loaded yet.');
  return county.code;
}
