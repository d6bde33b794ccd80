import { randomUUID } from 'node:crypto';
import { agencyDatabaseNames } from '../../postgres/agency-databases.js';
import { cloneDatabase, dropDatabase } from '../../postgres/database-clone.js';
import { testServer } from './test-server.js';

export interface DatabaseCopy {
  /** @returns its address as one of its roles, or as the superuser. */
  urlFor(role?: string): string;
  drop(): Promise<void>;
}

/** An agency's generated database for a test of its own: the original is copied from, so nobody may be connected to it. */
export async function copyDatabase(agency: string): Promise<DatabaseCopy> {
  const { adminUrl, urlFor } = testServer();
  const name = `copy_${randomUUID().replaceAll('-', '').slice(0, 20)}`;
  await cloneDatabase(adminUrl, agencyDatabaseNames(agency).database, name);
  return { urlFor: (role) => urlFor(name, role), drop: () => dropDatabase(adminUrl, name) };
}
