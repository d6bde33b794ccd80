import type { EntityManager } from '@mikro-orm/postgresql';
import type { Kysely } from 'kysely';
import type { Purpose } from '../../policies/purposes.js';
import type { PolicyLibrary } from '../../policies/resolve-policy.js';
import type { CreateLoader } from './batch-levels.js';
import type { AccessDecision } from './access/access-decision.js';
import type { AccessTrail } from './access/access-trail.js';
import type { Caller } from './access/caller.js';
import type { AccessReader } from './audit/access-reader.js';
import type { ColumnCipher } from './identity/column-cipher.js';
import type { StudentIdentifier } from './identity/student-id.js';
import type { OverAllRows } from './over-all-rows.js';
import type { ReadRows } from './register/combined-reader.js';
import type { Register } from './register/register.entity.js';
import type { DivisionType } from './schema/division.type.js';
import type { Usage } from './usage/usage.js';
import type { WorkListType } from './work/work.type.js';
import type { StudentIdentity } from './student/student-identity.js';
import type DataLoader from 'dataloader';

/** What a resolver gets: `loaders` are the agency's own, made anew for each request. */
export interface RequestContext<Loaders = object> {
  readonly em: EntityManager;
  readonly loaders: Loaders & KitLoaders;
  readonly caller: Caller;
  /** What purpose and approval let the request read; the gate asks it. */
  readonly access: AccessDecision;
  /** What the request has read so far, for the access log; the gate writes it. */
  readonly trail: AccessTrail;
  readonly requestId: string;
}

export interface KitLoaders {
  /** By any id of a child; null when it is unknown or out of reach. */
  readonly students: DataLoader<string, StudentIdentity | null>;
  readonly divisions: DataLoader<string, DivisionType>;
  readonly accesses: AccessReader;
  /** @param items most of each kind */
  readonly work: (items: number) => Promise<WorkListType>;
}

/** What an agency builds its loaders from. */
export interface LoaderContext {
  readonly em: EntityManager;
  /** Plain-row access within the request's connection and session context. */
  readonly db: Kysely<unknown>;
  /** For counts that must not depend on who asks. */
  readonly overAllRows: OverAllRows;
  readonly caller: Caller;
  readonly students: KitLoaders['students'];
  /** Every loader of a request is made with this one. */
  readonly createLoader: CreateLoader;
  /** Rows of the registers; all that is asked for at one moment goes in one statement. */
  readonly readRows: ReadRows;
  /** The registers loaded so far, by code; read once per request. */
  readonly registers: () => Promise<ReadonlyMap<string, Register>>;
  readonly cipher: ColumnCipher;
  readonly identifier: StudentIdentifier;
  readonly policies: PolicyLibrary;
  readonly purposes: ReadonlyMap<string, Purpose>;
  readonly usage: Usage;
  readonly now: Date;
  /** YYYY-MM-DD of `now` in Asia/Shanghai. */
  readonly today: string;
}
