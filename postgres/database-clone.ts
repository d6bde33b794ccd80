import pg from 'pg';
import { withConnection } from './database-connection.js';

const { escapeIdentifier } = pg;

interface DatabaseRights {
  readonly owner: string;
  readonly grants: ReadonlyArray<{ grantee: string; privilege: string }>;
}

async function readRights(client: pg.Client, database: string): Promise<DatabaseRights> {
  const owner = await client.query<{ owner: string }>(
    'SELECT pg_get_userbyid(datdba) AS owner FROM pg_database WHERE datname = $1',
    [database],
  );
  const grants = await client.query<{ grantee: string; privilege: string }>(
    `SELECT pg_get_userbyid(acl.grantee) AS grantee, acl.privilege_type AS privilege
     FROM pg_database, aclexplode(datacl) AS acl WHERE datname = $1 AND acl.grantee <> 0`,
    [database],
  );
  return { owner: owner.rows[0]?.owner ?? '', grants: grants.rows };
}

/**
 * Copies a database with its rows, owner and rights to connect, which `CREATE DATABASE … TEMPLATE` alone leaves behind.
 * Nobody may be connected to the template meanwhile. Files are copied rather than logged: a test's copy need not
 * survive a crash.
 */
export async function cloneDatabase(adminUrl: string, template: string, name: string): Promise<void> {
  const [source, copy] = [escapeIdentifier(template), escapeIdentifier(name)];
  await withConnection(adminUrl, async (client) => {
    const { owner, grants } = await readRights(client, template);
    await client.query(
      `CREATE DATABASE ${copy} TEMPLATE ${source} OWNER ${escapeIdentifier(owner)} STRATEGY file_copy`,
    );
    await client.query(`REVOKE ALL ON DATABASE ${copy} FROM PUBLIC`);
    for (const { grantee, privilege } of grants) {
      await client.query(`GRANT ${privilege} ON DATABASE ${copy} TO ${escapeIdentifier(grantee)}`);
    }
  });
}

/** Removes a database, ending the connections to it; does nothing when it is not there. */
export async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  await withConnection(adminUrl, (client) =>
    client.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`),
  );
}
