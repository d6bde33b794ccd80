import { sql } from 'kysely';
import type { LoaderContext } from '../request-context.js';
import { SERVICE, SESSION } from './session-context.js';

/**
 * The agency's own work inside the transaction of a caller's mutation, which is kept or undone with it: what no caller
 * may write by itself, such as the change feed. Hand nothing that it reads on to the caller.
 *
 * When it fails, the transaction can only be undone, so the caller's context need not come back.
 */
export async function asService<Result>(
  { db }: Pick<LoaderContext, 'db'>,
  work: () => Promise<Result>,
): Promise<Result> {
  const enter = (context: string) => sql`select set_config(${SESSION.context}, ${context}, true)`.execute(db);
  await enter(SERVICE);
  const result = await work();
  await enter('CALLER');
  return result;
}
