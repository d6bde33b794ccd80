import { agencyNames } from '../../subgraphs/index.js';
import { withConnection } from '../../postgres/database-connection.js';
import { copyDatabase, type DatabaseCopy } from '../support/database-copy.js';

/** Tables with rows whose text in any column matches; read past all rights, the access log included. */
async function tablesThatHold(database: DatabaseCopy, pattern: string): Promise<string[]> {
  return withConnection(database.urlFor(), async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      "select table_name as name from information_schema.tables where table_schema = 'public'",
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const { rowCount } = await client.query(`select from "${name}" where "${name}"::text ~ $1 limit 1`, [
        pattern,
      ]);
      if (rowCount) found.push(name);
    }
    return found;
  });
}

describe.each(agencyNames)('the database of %s', (name) => {
  let database: DatabaseCopy;
  beforeAll(async () => {
    database = await copyDatabase(name);
  });
  afterAll(() => database.drop());

  test('holds no resident ID number in plain text', async () => {
    expect(await tablesThatHold(database, '\\m99[0-9]{15}[0-9Xx]\\M')).toEqual([]);
  });

  test('holds no telephone number in plain text', async () => {
    expect(await tablesThatHold(database, '\\m100[0-9]{8}\\M')).toEqual([]);
  });

  test('is searched in its text, so that these searches can find something', async () => {
    expect(await tablesThatHold(database, '520625')).toContain('student_scope');
  });
});
