import pg from 'pg';
import { withConnection } from './database-connection.js';
import { PostgresError } from './postgres-error.js';
import { ADMIN_ROLE, databaseUrlFor, rolePassword } from './server-state.js';

export interface AgencyDatabase {
  readonly database: string;
  /** For migrations: owns the database and everything in it. */
  readonly ownerUrl: string;
  /** For serving: reads and writes rows, subject to row-level security; owns and creates nothing. */
  readonly servingUrl: string;
}

const { escapeIdentifier, escapeLiteral } = pg;

/** Any number that nobody else on the server takes an advisory lock on. */
const SETUP_LOCK = 7_308_122;

/** @returns the names that belong to an agency, e.g. `hub_civil_affairs`, `civil_affairs_owner`, `civil_affairs_serving`. */
export function agencyDatabaseNames(agency: string): { database: string; owner: string; serving: string } {
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(agency)) {
    throw new PostgresError(
      'An agency name has 1 to 40 lower-case letters, digits and hyphens, and starts with a letter.',
    );
  }
  const name = agency.replaceAll('-', '_');
  return { database: `hub_${name}`, owner: `${name}_owner`, serving: `${name}_serving` };
}

async function ensureRole(client: pg.Client, role: string, password: string): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
  const verb = rowCount === 0 ? 'CREATE' : 'ALTER';
  await client.query(
    `${verb} ROLE ${escapeIdentifier(role)} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS
     PASSWORD ${escapeLiteral(password)}`,
  );
}

async function ensureDatabase(
  client: pg.Client,
  names: ReturnType<typeof agencyDatabaseNames>,
): Promise<void> {
  const [database, owner, serving] = [names.database, names.owner, names.serving].map((name) =>
    escapeIdentifier(name),
  );
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [names.database]);
  if (rowCount === 0) await client.query(`CREATE DATABASE ${database} OWNER ${owner} TEMPLATE template0`);
  await client.query(`ALTER DATABASE ${database} OWNER TO ${owner}`);
  await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
  await client.query(`GRANT CONNECT, TEMPORARY ON DATABASE ${database} TO ${serving}`);
}

/** Runs inside the agency's database: schema rights are kept per database. */
async function ensureSchemaRights(
  client: pg.Client,
  names: ReturnType<typeof agencyDatabaseNames>,
): Promise<void> {
  const [owner, serving] = [names.owner, names.serving].map((name) => escapeIdentifier(name));
  const defaults = `ALTER DEFAULT PRIVILEGES FOR ROLE ${owner} IN SCHEMA public`;
  await client.query(`
    ALTER SCHEMA public OWNER TO ${owner};
    REVOKE ALL ON SCHEMA public FROM PUBLIC;
    GRANT USAGE ON SCHEMA public TO ${serving};
    ${defaults} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${serving};
    ${defaults} GRANT USAGE ON SEQUENCES TO ${serving};
  `);
}

/**
 * Makes, for each agency, its database, its owner role and its serving role on the embedded server, with the rights of
 * each, and takes from everyone else the right to connect. Changes nothing that is as it should be.
 *
 * @param adminUrl the superuser's address; the roles' passwords are derived from its password.
 * @returns the addresses by agency name.
 */
export async function ensureAgencyDatabases(
  adminUrl: string,
  agencies: readonly string[],
): Promise<Readonly<Record<string, AgencyDatabase>>> {
  const adminPassword = decodeURIComponent(new URL(adminUrl).password);
  const all = agencies.map((agency) => ({ agency, ...agencyDatabaseNames(agency) }));
  await withConnection(adminUrl, async (client) => {
    // Held until the connection closes: two processes that start at once would otherwise both create the same role.
    await client.query('SELECT pg_advisory_lock($1)', [SETUP_LOCK]);
    await client.query('REVOKE CONNECT ON DATABASE postgres, template1 FROM PUBLIC');
    for (const names of all) {
      for (const role of [names.owner, names.serving])
        await ensureRole(client, role, rolePassword(adminPassword, role));
      await ensureDatabase(client, names);
      await withConnection(databaseUrlFor(adminUrl, names.database, ADMIN_ROLE), (inside) =>
        ensureSchemaRights(inside, names),
      );
    }
  });
  return Object.fromEntries(
    all.map(({ agency, database, owner, serving }) => [
      agency,
      {
        database,
        ownerUrl: databaseUrlFor(adminUrl, database, owner),
        servingUrl: databaseUrlFor(adminUrl, database, serving),
      },
    ]),
  );
}
