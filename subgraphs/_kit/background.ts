import type { MikroORM } from '@mikro-orm/postgresql';
import type { Kysely } from 'kysely';
import type { Logger } from './log.js';
import type { ServiceClient } from './trust/service-client.js';

/** What an agency's own loops get, which run beside its server. */
export interface BackgroundContext {
  readonly orm: MikroORM;
  /** Beside the requests' connections, without a session context. */
  readonly apart: Kysely<unknown>;
  /** Where every agency answers, this one included. */
  readonly agencies: ReadonlyMap<string, URL>;
  readonly postToAgency: ServiceClient['postToAgency'];
  readonly streamFromAgency: ServiceClient['streamFromAgency'];
  readonly now: () => Date;
  readonly log: Logger;
}

export interface Background {
  /** Resolves when nothing is under way any more. */
  close(): Promise<void>;
}
