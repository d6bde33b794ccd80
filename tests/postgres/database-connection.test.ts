import { withConnection } from '../../postgres/database-connection.js';
import { PostgresError } from '../../postgres/postgres-error.js';

test.each([
  [
    'an unreachable server',
    'postgres://clerk:hunter2@127.0.0.1:1/hub',
    /127\.0\.0\.1:1\/hub as clerk.*nothing listens/,
  ],
  ['an unknown host', 'postgres://clerk:hunter2@no-such-host.invalid/hub', /no-such-host\.invalid/],
  ['no address at all', 'hunter2', /not a URL/],
])('the error about %s says where, but not the password', async (_what, url, message) => {
  const error: unknown = await withConnection(url, () => Promise.resolve()).catch(
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(PostgresError);
  expect(String(error)).toMatch(message);
  expect(String(error)).not.toContain('hunter2');
  expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('hunter2');
});
