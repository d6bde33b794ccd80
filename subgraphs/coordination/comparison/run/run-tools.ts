import type { Kysely } from 'kysely';
import type { PolicyLibrary } from '../../../../policies/resolve-policy.js';
import type { ColumnCipher } from '../../../_kit/identity/column-cipher.js';
import type { StudentIdentifier } from '../../../_kit/identity/student-id.js';
import type { Logger } from '../../../_kit/log.js';
import type { RosterClient } from '../../../_kit/roster/roster-client.js';
import type { ServiceCall } from '../../../_kit/trust/service-client.js';
import { serviceTransaction } from '../../../_kit/student/service-transaction.js';

/** What the jobs of a run work with. */
export interface RunTools {
  /** Connections without a session context. */
  readonly apart: Kysely<unknown>;
  readonly agencies: ReadonlyMap<string, URL>;
  readonly rosters: RosterClient;
  readonly postToAgency: (call: ServiceCall) => Promise<unknown>;
  readonly policies: PolicyLibrary;
  readonly identifier: StudentIdentifier;
  /** An agency's cipher; undefined where this process holds no column key. */
  readonly cipherOf: (agency: string) => ColumnCipher | undefined;
  readonly now: () => Date;
  readonly log: Logger;
}

export const inService = <Result>(
  { apart }: Pick<RunTools, 'apart'>,
  work: (db: Kysely<unknown>) => Promise<Result>,
): Promise<Result> => serviceTransaction(apart, work);
