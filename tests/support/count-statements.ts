import pg from 'pg';

const CONTROL = /^\s*(begin|commit|rollback|set|select set_config|insert into access_log)/i;
/** Agencies look for new approvals all the time, whoever asks what. */
const BACKGROUND = /\bpublication_state\b/;

/**
 * Counts the SQL statements that this process sends while an action runs. Transaction control and the entry in the
 * access log, one for each call, are left out: the question is how the work grows with the number of children.
 */
export async function countStatements(action: () => Promise<unknown>): Promise<number> {
  const original = pg.Client.prototype.query as (...args: unknown[]) => unknown;
  let count = 0;
  pg.Client.prototype.query = function counted(this: pg.Client, ...args: unknown[]) {
    const [first] = args;
    const text = typeof first === 'string' ? first : (first as { text?: string } | undefined)?.text;
    if (text && !CONTROL.test(text) && !BACKGROUND.test(text)) count += 1;
    return original.apply(this, args);
  } as typeof pg.Client.prototype.query;
  try {
    await action();
  } finally {
    pg.Client.prototype.query = original as typeof pg.Client.prototype.query;
  }
  return count;
}
