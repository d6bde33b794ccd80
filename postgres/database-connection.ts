import pg from 'pg';
import { errorCode, PostgresError } from './postgres-error.js';

/** For system errors and PostgreSQL's connection errors (appendix A of its manual), what an operator should look at. */
const CAUSES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'the host is unknown',
  EAI_AGAIN: 'the host name could not be looked up',
  ETIMEDOUT: 'it did not answer in time',
  '28P01': 'the password is wrong',
  '28000': 'this role may not log in',
  '3D000': 'there is no such database',
  '42501': 'this role may not connect to that database',
  '53300': 'it has no free connection',
  '57P03': 'it is starting or stopping',
};

function withoutPassword(databaseUrl: string): string {
  if (!URL.canParse(databaseUrl)) return 'an address that is not a URL';
  const url = new URL(databaseUrl);
  return `${url.host}${url.pathname} as ${decodeURIComponent(url.username) || 'nobody in particular'}`;
}

/**
 * Opens one connection for `use` and closes it afterwards.
 *
 * @throws {PostgresError} when it can't be opened: says where, as whom and why, never with the password. Errors of
 *   `use` pass unchanged.
 */
export async function withConnection<T>(
  databaseUrl: string,
  use: (client: pg.Client) => Promise<T>,
): Promise<T> {
  let client: pg.Client;
  try {
    client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5000 });
    // A connection that is lost between two statements is reported by the next one; unheard, it would end the process.
    client.on('error', () => undefined);
    await client.connect();
  } catch (error) {
    const code = errorCode(error);
    const cause = (code !== undefined && CAUSES[code]) || code || 'it did not answer';
    throw new PostgresError(`The database at ${withoutPassword(databaseUrl)} can't be used: ${cause}.`);
  }
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
