import type { EntityManager } from '@mikro-orm/postgresql';
import type { Kysely } from 'kysely';

/** Plain-row access within an entity manager's connection and session context; statements name their own rows. */
export function kyselyOf(em: EntityManager): Kysely<unknown> {
  return em.getKysely<unknown>();
}
