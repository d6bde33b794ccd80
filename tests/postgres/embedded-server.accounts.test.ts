import { createHash } from 'node:crypto';
import {
  appendFileSync,
  chownSync,
  cpSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { withConnection } from '../../postgres/database-connection.js';
import { acquireEmbeddedPostgres } from '../../postgres/embedded-server.js';
import { prepareServerFolder } from '../../postgres/data-directory.js';
import { findServerBinaries } from '../../postgres/server-binaries.js';
import { resolveServerUser } from '../../postgres/server-user.js';
import { installOwnerProgram, startOwner } from '../support/server-owner-process.js';
import { makeTemporaryFolder } from '../support/temporary-folder.js';

/** Under root these tests also play an ordinary account, `nobody`; otherwise this account is the ordinary one. */
const isRoot = process.getuid?.() === 0;
const nobody = () => {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((account) => account.startsWith('nobody:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  return { uid: Number(uid), gid: Number(gid) };
};

let folder: string;
beforeEach(() => {
  folder = makeTemporaryFolder('hub-accounts-');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const answer = (adminUrl: string) =>
  withConnection(
    adminUrl,
    async (client) => (await client.query<{ one: number }>('SELECT 1 AS one')).rows[0]?.one,
  );

test('an ordinary account runs the server itself, as the owner of all its files', async () => {
  const program = await installOwnerProgram(folder, 'copied');
  const dataDir = join(folder, 'own');
  mkdirSync(dataDir, { mode: 0o700 });
  const ids = isRoot ? nobody() : undefined;
  if (ids) chownSync(dataDir, ids.uid, ids.gid);
  const owner = await startOwner(program, dataDir, { ids });
  expect(owner.server.error).toBeUndefined();
  expect(owner.server.relocated).toBeUndefined();
  expect(await answer(owner.server.adminUrl)).toBe(1);
  expect(statSync(join(dataDir, 'postgres', 'cluster')).uid).toBe(ids?.uid ?? process.getuid?.());
  expect(await owner.say('release')).toBe(0);
});

test('root hands the server to an account without rights, which owns nothing but the cluster', async () => {
  const server = await acquireEmbeddedPostgres({ dataDir: folder, durable: false, log: () => undefined });
  const serverUid = resolveServerUser().ids?.uid ?? process.getuid?.();
  expect(serverUid).not.toBe(0);
  expect(statSync(join(server.folder, 'cluster')).uid).toBe(serverUid);
  expect(statSync(join(server.folder, 'server.json')).uid).toBe(process.getuid?.());
  await server.release();
});

test('project and data below a closed folder: the server runs, and says where its files went', async () => {
  const closed = join(folder, 'closed');
  mkdirSync(closed, { mode: 0o700 });
  const program = await installOwnerProgram(closed, 'copied');
  const owner = await startOwner(program, join(closed, '.hub'));
  try {
    expect(owner.server.error).toBeUndefined();
    expect(await answer(owner.server.adminUrl)).toBe(1);
    expect(await owner.say('release')).toBe(0);
    if (isRoot) {
      expect(owner.server.folder).toMatch(/^\/var\/tmp\/student-support-hub-0-[0-9a-f]{12}$/);
      expect(owner.server.relocated).toContain(owner.server.folder);
      expect(readdirSync(owner.server.folder)).toContain('binaries-18.4.0-beta.17');
    } else {
      expect(owner.server.folder).toBe(join(closed, '.hub', 'postgres'));
    }
  } finally {
    if (owner.server.relocated) rmSync(owner.server.folder, { recursive: true, force: true });
  }
});

test('library links that the package manager did not make are made', async () => {
  const user = resolveServerUser();
  const installed = findServerBinaries(user, folder).postgres.replace(/\/bin\/postgres$/, '');
  const bare = join(folder, 'package', 'native');
  cpSync(join(installed, '..', 'package.json'), join(folder, 'package', 'package.json'));
  cpSync(installed, bare, { recursive: true, filter: (path) => !lstatSync(path).isSymbolicLink() });
  const found = findServerBinaries(user, folder, bare);
  expect(found.postgres).toBe(join(bare, 'bin', 'postgres'));
  expect(found.major).toBe('18');
});

test('a link that waits under the name of the folder to which the database would move is not followed', () => {
  const closed = join(folder, 'closed');
  mkdirSync(closed, { mode: 0o700 });
  const hash = createHash('sha256').update(closed).digest('hex').slice(0, 12);
  mkdirSync(join(folder, 'elsewhere'));
  symlinkSync(join(folder, 'elsewhere'), join(folder, `student-support-hub-${process.getuid?.()}-${hash}`));
  const user = { name: 'nobody', ids: nobody() };
  expect(() => prepareServerFolder(closed, user, folder)).toThrow(
    /not a folder that belongs to this user alone/,
  );
  expect(readdirSync(join(folder, 'elsewhere'))).toEqual([]);
});

test('root uses the account nobody where there is no postgres, and is told what to do where there is neither', () => {
  const passwd = join(folder, 'passwd');
  writeFileSync(passwd, 'root:x:0:0:root:/root:/bin/sh\n');
  appendFileSync(passwd, 'nobody:x:65534:65533:nobody:/nonexistent:/usr/sbin/nologin\n');
  expect(resolveServerUser(passwd).ids).toEqual(isRoot ? { uid: 65534, gid: 65533 } : undefined);
  writeFileSync(passwd, 'root:x:0:0:root:/root:/bin/sh\npostgres:x:0:0:an alias of root:/:/bin/sh\n');
  if (isRoot) expect(() => resolveServerUser(passwd)).toThrow(/Start the hub as an ordinary user/);
  else expect(resolveServerUser(passwd).ids).toBeUndefined();
});
