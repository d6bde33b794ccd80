import type { EntityManager } from '@mikro-orm/postgresql';
import { dayInShanghai } from '../../policies/iso-date.js';
import type { Purpose } from '../../policies/purposes.js';
import type { PolicyLibrary } from '../../policies/resolve-policy.js';
import type { AccessDecision } from './access/access-decision.js';
import { createAccessTrail } from './access/access-trail.js';
import type { Caller } from './access/caller.js';
import { createAccessReader } from './audit/access-log.reader.js';
import { createBatchLevels } from './batch-levels.js';
import type { SubgraphDefinition } from './define-subgraph.js';
import type { ColumnCipher } from './identity/column-cipher.js';
import type { StudentIdentifier } from './identity/student-id.js';
import { createCombinedReader } from './register/combined-reader.js';
import type { OverAllRows } from './over-all-rows.js';
import { loadRegisters } from './register/load-registers.js';
import type { KitLoaders, LoaderContext, RequestContext } from './request-context.js';
import { createDivisionLoader } from './schema/division.loader.js';
import { workList } from './work/read-work.js';
import { createStudentLoader } from './student/student.loader.js';
import type { Usage } from './usage/usage.js';
import { kyselyOf } from './kysely-of.js';

export interface ContextOptions {
  readonly cipher: ColumnCipher;
  readonly identifier: StudentIdentifier;
  readonly policies: PolicyLibrary;
  readonly purposes: ReadonlyMap<string, Purpose>;
  readonly usage: Usage;
  readonly overAllRows: OverAllRows;
}

/** What the layers before the gate have found out about a request. */
export interface AdmittedRequest {
  /** Within the transaction that carries the caller's session context. */
  readonly em: EntityManager;
  readonly caller: Caller;
  readonly access: AccessDecision;
  readonly requestId: string;
  readonly now: Date;
}

/** Every request gets its own entity manager and loaders, so nothing is shared between callers. */
export function createContextFactory(
  definition: SubgraphDefinition,
  { cipher, identifier, policies, purposes, usage, overAllRows }: ContextOptions,
): (request: AdmittedRequest) => RequestContext {
  return ({ em, caller, access, requestId, now }) => {
    const db = kyselyOf(em);
    const createLoader = createBatchLevels();
    const students = createStudentLoader({ db, caller, createLoader });
    const readRows = createCombinedReader(db);
    const context: LoaderContext = {
      em,
      db,
      overAllRows,
      caller,
      students,
      createLoader,
      readRows,
      registers: loadRegisters(readRows),
      cipher,
      identifier,
      policies,
      purposes,
      usage,
      now,
      today: dayInShanghai(now),
    };
    const own = definition.loaders(context);
    const loaders: KitLoaders = {
      ...own,
      students,
      divisions: createDivisionLoader({ db, createLoader }),
      accesses: createAccessReader(context),
      work: (items) => workList(definition.work?.(own, context) ?? [], { ...context, access }, items),
    };
    return { em, loaders, caller, access, trail: createAccessTrail(), requestId };
  };
}
