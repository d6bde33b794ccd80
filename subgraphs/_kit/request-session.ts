import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { Caller } from './access/caller.js';
import { callerSession, serviceSession, type SessionVariables } from './student/session-context.js';

/** One request's connection: a transaction under the caller's context, outside of which the database shows nothing. */
export interface RequestSession {
  readonly em: EntityManager;
  commit(): Promise<void>;
  /** Gives the connection back without what was written; does nothing once the session has ended. */
  end(): Promise<void>;
}

/**
 * @param today YYYY-MM-DD in Asia/Shanghai
 * @param onlyStudent canonical id of the only child that the request may reach, if it is bound to one
 */
export type OpenSession = (
  orm: MikroORM,
  caller: Caller,
  today: string,
  onlyStudent?: string,
) => Promise<RequestSession>;

/** Begins a transaction in which row-level security shows what the caller may reach. */
export const openCallerSession: OpenSession = (orm, caller, today, onlyStudent) =>
  begin(orm, callerSession(caller, today, onlyStudent));

/** Begins a transaction for an agency's own work, which sees all of its rows. */
export const openServiceSession = (orm: MikroORM): Promise<RequestSession> => begin(orm, serviceSession);

async function begin(orm: MikroORM, variables: SessionVariables): Promise<RequestSession> {
  const em = orm.em.fork();
  em.setSessionContext({ variables: { ...variables } });
  await em.begin();
  let isOpen = true;
  return {
    em,
    async commit() {
      await em.commit();
      // One that failed is still to be ended, or its connection would never come back.
      isOpen = false;
    },
    async end() {
      if (!isOpen) return;
      isOpen = false;
      await em.rollback();
    },
  };
}
