import { sql } from 'kysely';
import { withConnection } from '../../../postgres/database-connection.js';
import { kyselyOf } from '../../../subgraphs/_kit/kysely-of.js';
import { openServiceSession, type RequestSession } from '../../../subgraphs/_kit/request-session.js';
import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { testServer } from '../../support/test-server.js';

const CONNECTIONS = 2;

let agency: TestAgency;
beforeAll(async () => {
  agency = await startTestAgency('labour', { poolSize: CONNECTIONS });
});
afterAll(() => agency.close());

/** A session whose connection the database ends, as it does with all of them when it crashes. */
async function lostSession(): Promise<RequestSession> {
  const session = await openServiceSession(agency.orm);
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(kyselyOf(session.em));
  await withConnection(testServer().adminUrl, (admin) =>
    admin.query('select pg_terminate_backend($1, 5000)', [rows[0]?.pid]),
  );
  return session;
}

test.each([
  ['ends', (session: RequestSession) => session.end()],
  [
    'commits',
    async (session: RequestSession) => {
      await expect(session.commit()).rejects.toThrow();
      await session.end();
    },
  ],
])(
  'a request that %s on a connection that was lost leaves its place to the next one',
  async (_how, finish) => {
    for (let lost = 0; lost <= CONNECTIONS; lost += 1) await finish(await lostSession());
    expect(await agency.rows('select 1 as one')).toEqual([{ one: 1 }]);
  },
  15_000,
);
