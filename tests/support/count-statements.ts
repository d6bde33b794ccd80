import pg from 'pg';
import { SIDE_CONNECTION_NAME } from '../../subgraphs/_kit/side-connection.js';

const CONTROL = /^\s*(begin|commit|rollback|set|select set_config|insert into access_log)/i;

/** What the driver keeps of how it connected; its types don't tell. */
interface Connected {
  readonly application_name?: string;
}

/**
 * Counts the SQL statements that this process sends while an action runs. Transaction control and the entry in the
 * access log, one for each call, are left out: the question is how the work grows with the number of children. So is what goes over the side connections, which
 * look for news every second whether anybody asks or not.
 */
export async function countStatements(action: () => Promise<unknown>): Promise<number> {
  const original = pg.Client.prototype.query as (...args: unknown[]) => unknown;
  let count = 0;
  pg.Client.prototype.query = function counted(this: pg.Client, ...args: unknown[]) {
    const [first] = args;
    const text = typeof first === 'string' ? first : (first as { text?: string } | undefined)?.text;
    const { application_name: name } = Reflect.get(this, 'connectionParameters') as Connected;
    if (text && !CONTROL.test(text) && name !== SIDE_CONNECTION_NAME) count += 1;
    return original.apply(this, args);
  } as typeof pg.Client.prototype.query;
  try {
    await action();
  } finally {
    pg.Client.prototype.query = original as typeof pg.Client.prototype.query;
  }
  return count;
}
