import { withConnection } from '../../postgres/database-connection.js';
import { testServer } from '../support/test-server.js';

test('every Jest worker reaches the one server of the run', async () => {
  const { rows } = await withConnection(testServer().adminUrl, (client) =>
    client.query<{ setting: string }>("SELECT setting FROM pg_settings WHERE name = 'listen_addresses'"),
  );
  expect(rows).toEqual([{ setting: '127.0.0.1' }]);
});
