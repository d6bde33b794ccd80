import pg from 'pg';
import { agencyDatabaseNames } from '../../postgres/agency-databases.js';
import type { AgencyProcess } from '../../cli/processes/agency-process.js';
import { testServer } from './test-server.js';

/** @returns the address of an agency's own database as a role, by default as its owner */
export function databaseOf(agency: AgencyProcess, role = agencyDatabaseNames(agency.name).owner): string {
  const serving = new URL(agency.orm.config.get('clientUrl') ?? '');
  return testServer().urlFor(serving.pathname.slice(1), role);
}

/** Opens a connection by which a test looks at what the serving role may not read, or breaks it. */
export async function connectAsOwner(agency: AgencyProcess): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: databaseOf(agency) });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}
