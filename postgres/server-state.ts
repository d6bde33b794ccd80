import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import { PostgresError } from './postgres-error.js';

export const ADMIN_ROLE = 'hub_admin';

const stateSchema = z.object({
  port: z.number().int().min(1).max(65_535).optional(),
  adminPassword: z.string().min(20),
});

/** What `server.json` (readable by its owner alone) keeps between starts. */
export type ServerState = z.output<typeof stateSchema>;

/**
 * @returns the state of the server in `folder`, new when there is no cluster yet.
 * @throws {PostgresError} when a cluster is there without the password that opens it.
 */
export function readServerState(folder: string): ServerState {
  const file = join(folder, 'server.json');
  if (!existsSync(file)) {
    if (!existsSync(join(folder, 'cluster', 'PG_VERSION')))
      return { adminPassword: randomBytes(24).toString('base64url') };
    throw new PostgresError(
      `${file} with the password of the database in ${join(folder, 'cluster')} is missing. Restore it from a backup, or move ${folder} away to start with an empty database.`,
    );
  }
  const parsed = z.string().transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue('not JSON');
      return z.NEVER;
    }
  });
  const state = parsed.pipe(stateSchema).safeParse(readFileSync(file, 'utf8'));
  if (state.success) return state.data;
  throw new PostgresError(
    `${file} is damaged. Restore it from a backup, or move ${folder} away to start with an empty database.`,
  );
}

export function writeServerState(folder: string, state: ServerState): void {
  const draft = join(folder, 'server.json.draft');
  writeFileSync(draft, `${JSON.stringify(state)}\n`, { mode: 0o600, flush: true });
  renameSync(draft, join(folder, 'server.json'));
}

/**
 * The password of a role on a server whose administrator's password is given. Derived, so that it need not be kept, and
 * one role's password tells nothing about another's.
 */
export function rolePassword(adminPassword: string, role: string): string {
  return role === ADMIN_ROLE
    ? adminPassword
    : createHmac('sha256', adminPassword).update(role).digest('base64url');
}

/** @returns the superuser's address. */
export function adminUrlFor(state: ServerState, port: number): string {
  return `postgres://${ADMIN_ROLE}:${state.adminPassword}@127.0.0.1:${port}/postgres`;
}

/** @returns the address of `database` as `role` on the server of `adminUrl`. */
export function databaseUrlFor(adminUrl: string, database: string, role: string): string {
  const url = new URL(adminUrl);
  const password = rolePassword(decodeURIComponent(url.password), role);
  return `postgres://${role}:${password}@${url.host}/${database}`;
}

/** @returns whether nothing listens on this port of the loopback address; 0 asks for any free port. */
export async function claimPort(port: number): Promise<number | undefined> {
  const server = createServer();
  const listening = Promise.withResolvers<number | undefined>();
  server.once('error', () => listening.resolve(undefined));
  server.listen(port, '127.0.0.1', () => {
    const address = server.address();
    const claimed = address !== null && typeof address === 'object' ? address.port : undefined;
    server.close(() => listening.resolve(claimed));
  });
  return listening.promise;
}
