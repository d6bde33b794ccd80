import type { MikroORM } from '@mikro-orm/postgresql';
import type { Kysely } from 'kysely';
import type { PolicyLibrary } from '../../policies/resolve-policy.js';
import { createBatchLevels } from './batch-levels.js';
import type { Caller } from './caller.js';
import type { SubgraphDefinition } from './define-subgraph.js';
import type { ColumnCipher } from './identity/column-cipher.js';
import type { StudentIdentifier } from './identity/student-id.js';
import { createCombinedReader } from './register/combined-reader.js';
import { loadRegisters } from './register/load-registers.js';
import type { KitLoaders, LoaderContext, RequestContext } from './request-context.js';
import { createDivisionLoader } from './schema/division.loader.js';
import { dayInShanghai } from '../../policies/iso-date.js';
import { createStudentLoader } from './student/student.loader.js';

export interface ContextOptions {
  readonly orm: MikroORM;
  readonly cipher: ColumnCipher;
  readonly identifier: StudentIdentifier;
  readonly policies: PolicyLibrary;
  readonly now: () => Date;
}

/** Every request gets its own entity manager and loaders, so nothing is shared between callers. */
export function createContextFactory(
  definition: SubgraphDefinition,
  { orm, now: clock, cipher, identifier, policies }: ContextOptions,
): (caller: Caller, requestId: string) => RequestContext {
  return (caller, requestId) => {
    const em = orm.em.fork();
    const db = em.getKysely() as unknown as Kysely<unknown>;
    const now = clock();
    const today = dayInShanghai(now);
    const createLoader = createBatchLevels();
    const students = createStudentLoader({ db, caller, today, createLoader });
    const readRows = createCombinedReader(db);
    const registers = loadRegisters(readRows);
    const context: LoaderContext = {
      em,
      db,
      caller,
      students,
      createLoader,
      readRows,
      registers,
      cipher,
      identifier,
      policies,
      now,
      today,
    };
    const loaders: KitLoaders = {
      ...definition.loaders(context),
      students,
      divisions: createDivisionLoader({ db, createLoader }),
    };
    return { em, loaders, caller, requestId };
  };
}
