import { chmod, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDevelopmentIssuer } from '../../gateway/development-issuer.js';
import { createTokenVerifier } from '../../subgraphs/_kit/trust/access-token.js';

let directory: string;
beforeEach(async () => {
  directory = join(await mkdtemp(join(tmpdir(), 'issuer-')), 'keys');
});
afterEach(() => rm(join(directory, '..'), { recursive: true }));

const issue = { issuer: 'http://issuer.test', audience: 'hub', production: false };
const claims = {
  sub: 'officer',
  agency: 'police',
  role: 'police-officer',
  scope: 'a.b.read c.d.read',
  jurisdiction: [{ kind: 'DIVISION', code: '520625' }],
} as const;

test('a token of a persona is accepted by the verifier, with its claims', async () => {
  const issuer = await createDevelopmentIssuer({ directory, ...issue });
  const token = await issuer.issueToken(claims, 'PORTAL', 60);
  const verified = await createTokenVerifier(issuer.tokenIssuer).verify(`Bearer ${token}`);
  expect(verified).toMatchObject({
    subject: 'officer',
    agency: 'police',
    role: 'police-officer',
    scopes: new Set(['a.b.read', 'c.d.read']),
    jurisdiction: claims.jurisdiction,
    clientClass: 'PORTAL',
  });
});

test('it never runs in production', async () => {
  await expect(createDevelopmentIssuer({ directory, ...issue, production: true })).rejects.toThrow(
    'never runs in production',
  );
});

test('the key is made once, kept for its owner alone, and only its public half is published', async () => {
  const [first, second] = await Promise.all([
    createDevelopmentIssuer({ directory, ...issue }),
    createDevelopmentIssuer({ directory, ...issue }),
  ]);
  const token = await first.issueToken(claims, 'EXPLORER', 60);
  await expect(createTokenVerifier(second.tokenIssuer).verify(`Bearer ${token}`)).resolves.toBeDefined();
  const [file, ...others] = await readdir(directory);
  expect(others).toEqual([]);
  const path = join(directory, String(file));
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  const secret = (JSON.parse(await readFile(path, 'utf8')) as { d: string }).d;
  expect(secret).toBeTruthy();
  expect(JSON.stringify(first.tokenIssuer.keys)).not.toContain(secret);
});

test('a key file that others may read is refused', async () => {
  await createDevelopmentIssuer({ directory, ...issue });
  await chmod(join(directory, String((await readdir(directory))[0])), 0o644);
  await expect(createDevelopmentIssuer({ directory, ...issue })).rejects.toThrow('chmod 600');
});

test('tokens of another key, issuer or audience are not accepted', async () => {
  const issuer = await createDevelopmentIssuer({ directory, ...issue });
  const verifier = createTokenVerifier(issuer.tokenIssuer);
  const others = await Promise.all([
    createDevelopmentIssuer({ ...issue, directory: join(directory, 'other') }),
    createDevelopmentIssuer({ ...issue, directory, issuer: 'http://elsewhere.test' }),
    createDevelopmentIssuer({ ...issue, directory, audience: 'another' }),
  ]);
  for (const other of others) {
    await expect(
      verifier.verify(`Bearer ${await other.issueToken(claims, 'EXPLORER', 60)}`),
    ).rejects.toThrow();
  }
});
