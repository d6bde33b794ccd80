import type { MikroORM } from '@mikro-orm/postgresql';
import type { Kysely } from 'kysely';
import type { PolicyLibrary } from '../../policies/resolve-policy.js';
import type { ColumnCipher } from './identity/column-cipher.js';
import type { StudentIdentifier } from './identity/student-id.js';
import type { Logger } from './log.js';
import type { ServiceClient } from './trust/service-client.js';

/** What an agency's own loops get, which run beside its server. */
export interface BackgroundContext {
  readonly orm: MikroORM;
  /** Of its database, as the serving role. */
  readonly databaseUrl: string;
  /** Beside the requests' connections, without a session context. */
  readonly apart: Kysely<unknown>;
  /** Where every agency answers, this one included. */
  readonly agencies: ReadonlyMap<string, URL>;
  readonly postToAgency: ServiceClient['postToAgency'];
  readonly streamFromAgency: ServiceClient['streamFromAgency'];
  /** Between two looks at the other agencies' change feeds; without it, nobody looks. */
  readonly changesEveryMs?: number;
  readonly policies: PolicyLibrary;
  readonly identifier: StudentIdentifier;
  /** By which a column of an agency is opened or sealed; undefined where the process holds no column key. */
  readonly cipherOf: (agency: string) => ColumnCipher | undefined;
  readonly now: () => Date;
  readonly log: Logger;
}

export interface Background {
  /** Resolves when nothing is under way any more. */
  close(): Promise<void>;
}
