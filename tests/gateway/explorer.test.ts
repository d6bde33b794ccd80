import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import type { Persona } from '../../gateway/persona.js';
import type { GatewayOptions } from '../../gateway/server.js';
import { startMiniatureHub, type MiniatureHub } from './support/miniature.hub.js';

const PERSONA: Persona = {
  slug: 'bureau-officer',
  title: { en: 'Education bureau officer', zh: '教育局工作人员' },
  claims: {
    sub: 'bureau-1',
    agency: 'education',
    role: 'bureau-officer',
    scope: 'hub.schema.read',
    jurisdiction: [],
  },
  purposes: ['SUPERVISION', 'CASE_HANDLING'],
};
const PURPOSES = [{ code: 'CASE_HANDLING', title: { en: 'Handling the case of one child', zh: '个案办理' } }];

function page(_: GatewayOptions, directory: string): Partial<GatewayOptions> {
  const explorer = join(directory, 'explorer');
  mkdirSync(join(explorer, 'assets'), { recursive: true });
  writeFileSync(join(explorer, 'index.html'), '<!doctype html><title>Explorer</title>');
  writeFileSync(join(explorer, 'assets', 'app.js'), 'export {};');
  writeFileSync(join(explorer, 'notes.secret'), 'not for the browser');
  writeFileSync(join(directory, 'outside.js'), 'outside');
  mkdirSync(join(directory, 'operations'));
  writeFileSync(
    join(directory, 'operations', 'Picture.graphql'),
    'query Picture($id: ID!) { student(id: $id) { id } }',
  );
  return {
    explorer: {
      directory: explorer,
      purposes: PURPOSES,
      sampleVariables: () =>
        Promise.resolve({ Picture: { id: 'child-1' }, '*': { id: 'any', division: '520625' } }),
    },
    operationsDirectory: join(directory, 'operations'),
    personas: [PERSONA],
  };
}

let hub: MiniatureHub;
afterEach(() => hub.close());

const get = (path: string) => fetch(new URL(path, hub.url));
const askToken = (persona: unknown) =>
  fetch(new URL('explorer/token', hub.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona }),
  });

async function startInDevelopment(): Promise<void> {
  hub = await startMiniatureHub((options, directory, developmentIssuer) => ({
    ...page(options, directory),
    developmentIssuer,
  }));
}

test('the page and its assets are served under a strict content security policy', async () => {
  hub = await startMiniatureHub(page);
  for (const [path, type] of [
    ['explorer', 'text/html'],
    ['explorer/', 'text/html'],
    ['explorer/assets/app.js', 'text/javascript'],
  ] as const) {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain(type);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'; script-src 'self'; ");
    expect(policy).toContain("connect-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  }
});

test('a file is transferred again only when it changed, and compressed', async () => {
  hub = await startMiniatureHub(page);
  const first = await get('explorer/assets/app.js');
  expect(first.headers.get('content-encoding')).toBe('gzip');
  expect(await first.text()).toBe('export {};');
  const headers = { 'if-none-match': first.headers.get('etag') ?? '' };
  const path = new URL('explorer/assets/app.js', hub.url);
  expect((await fetch(path, { headers })).status).toBe(304);
  writeFileSync(join(hub.directory, 'explorer', 'assets', 'app.js'), 'export { changed };');
  expect(await (await fetch(path, { headers })).text()).toBe('export { changed };');
  expect(await (await fetch(path, { headers: { 'accept-encoding': 'identity' } })).text()).toBe(
    'export { changed };',
  );
});

test.each([
  'explorer/none.js',
  'explorer/notes.secret',
  'explorer/assets',
  'explorer/..%2foutside.js',
  'explorer/%2e%2e/outside.js',
  'explorer/assets/..%5c..%5coutside.js',
  'explorer//etc/passwd',
])('%s is not served', async (path) => {
  hub = await startMiniatureHub(page);
  expect((await get(path)).status).toBe(404);
});

test.each(['/explorer/../outside.js', '/explorer/assets/../../outside.js', '/explorer/./../outside.js'])(
  'a path that climbs out of the folder, sent as it is, finds nothing: %s',
  async (path) => {
    hub = await startMiniatureHub(page);
    const { hostname, port } = hub.url;
    const status = await new Promise((resolve, reject) => {
      request({ hostname, port, path }, (response) => resolve(response.resume().statusCode))
        .on('error', reject)
        .end();
    });
    expect(status).toBe(404);
  },
);

test('saved operations come with the variables to start from', async () => {
  hub = await startMiniatureHub(page);
  expect(await (await get('explorer/operations')).json()).toEqual([
    {
      name: 'Picture',
      text: 'query Picture($id: ID!) { student(id: $id) { id } }',
      variables: { id: 'child-1' },
    },
  ]);
});

test('in development a persona is picked and its token works', async () => {
  await startInDevelopment();
  expect(await (await get('explorer/config')).json()).toEqual({
    mode: 'development',
    purposes: PURPOSES,
  });
  expect(await (await get('explorer/personas')).json()).toEqual([
    {
      slug: 'bureau-officer',
      title: PERSONA.title,
      purposes: PERSONA.purposes,
      defaultPurpose: 'SUPERVISION',
    },
  ]);
  const response = await askToken('bureau-officer');
  const { token, expiresIn } = (await response.json()) as { token: string; expiresIn: number };
  expect(expiresIn).toBe(300);
  const answer = await hub.ask('query { student(id: "child-1") { registerEntry { askedBy } } }', { token });
  expect(answer.data).toEqual({ student: { registerEntry: { askedBy: 'bureau-1' } } });
  const jwks = (await (await get('.well-known/jwks.json')).json()) as { keys: Record<string, unknown>[] };
  expect(jwks.keys[0]).toMatchObject({ kty: 'EC', alg: 'ES256', use: 'sig' });
  expect(jwks.keys[0]?.d).toBeUndefined();
});

test.each(['nobody', '__proto__', 1, null, ['bureau-officer']])(
  'there is no token for %j',
  async (persona) => {
    await startInDevelopment();
    expect((await askToken(persona)).status).toBe(400);
  },
);

test('a page of another origin cannot get a token by a simple form post', async () => {
  await startInDevelopment();
  const response = await fetch(new URL('explorer/token', hub.url), {
    method: 'POST',
    body: '{"persona":"bureau-officer"}',
  });
  expect(response.status).toBe(415);
});

test('with a configured issuer there are no personas and no development keys', async () => {
  const oidc = {
    issuer: 'https://id.example.test/realm',
    clientId: 'hub-explorer',
    audience: 'hub',
    scopes: ['openid'],
  };
  hub = await startMiniatureHub((options, directory) => {
    const { explorer, ...rest } = page(options, directory);
    return { ...rest, explorer: explorer && { ...explorer, oidc } };
  });
  expect(await (await get('explorer/config')).json()).toEqual({
    mode: 'oidc',
    ...oidc,
    purposes: PURPOSES,
  });
  expect((await get('explorer')).headers.get('content-security-policy')).toContain(
    "connect-src 'self' https://id.example.test;",
  );
  expect((await get('explorer/personas')).status).toBe(404);
  expect((await askToken('bureau-officer')).status).toBe(404);
  expect((await get('.well-known/jwks.json')).status).toBe(404);
});
