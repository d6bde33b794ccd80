import { randomUUID } from 'node:crypto';
import { testSettings } from '../support/test-settings.js';
import { signWith } from '../../cli/processes/gateway-process.js';
import { jest } from '@jest/globals';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import type { Page } from 'playwright-core';
import { purposeTitles } from '../../cli/processes/gateway-process.js';
import { loadPurposes } from '../../policies/purposes.js';
import {
  AUDIENCE,
  CLIENT_ID,
  startIdentityProvider,
  type IdentityProvider,
} from '../explorer/support/identity-provider.js';
import { keepPicture } from '../support/browser.js';
import { testCounty, testPersonas } from '../support/callers.js';
import { openExplorer, run, waitUntilShown, type OpenExplorer } from '../support/explorer-page.js';

jest.setTimeout(120_000);

let provider: IdentityProvider;
let explorer: OpenExplorer;
let page: Page;

beforeAll(async () => {
  // The provider warns about its own demonstration settings on the console.
  for (const method of ['warn', 'info'] as const) jest.spyOn(console, method).mockImplementation(() => {});
  const officer = testPersonas.find(({ slug }) => slug === 'coordination-officer');
  const { agency, role, scope, jurisdiction } = officer?.claims ?? {};
  provider = await startIdentityProvider({
    'officer-1': { name: '王主任', claims: { agency, role, scope, jurisdiction, client_class: 'EXPLORER' } },
  });
  const { issuer, keys } = provider;
  explorer = await openExplorer({
    tokenIssuer: { issuer, audience: AUDIENCE, keys },
    developmentIssuer: undefined,
    personas: [],
    explorer: {
      directory: 'explorer/dist',
      oidc: { issuer, clientId: CLIENT_ID, audience: AUDIENCE, scopes: ['openid'] },
      purposes: purposeTitles(loadPurposes()),
    },
  });
  page = explorer.page;
});

afterAll(async () => {
  await explorer?.close();
  await provider?.close();
});

async function logInAtProvider(account: string): Promise<void> {
  await page.getByTestId('panel-action').click();
  await page.waitForURL(`${provider.issuer}/login/*`);
  await page.getByLabel('Account').fill(account);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.waitForURL(`${explorer.hub.url.origin}/explorer`);
}

test('offers a sign-in and nothing else at first', async () => {
  await page.getByTestId('panel-action').waitFor();
  expect(await page.getByTestId('persona').count()).toBe(0);
  await keepPicture(page, 'sign-in');
});

test('says so when the sign-in was declined at the provider', async () => {
  await logInAtProvider('');
  await page.getByText('The identity provider refused: access_denied.').waitFor();
  await page.getByTestId('panel-action').click();
  await page.getByText('Sign in with your agency account.').waitFor();
});

test('signs the officer in by code and challenge, and leaves no code in the address', async () => {
  await logInAtProvider('officer-1');
  expect(await page.getByTestId('state-line').innerText()).toContain('Asking as 王主任');
  expect(page.url()).toBe(`${explorer.hub.url.origin}/explorer`);
  const addresses = explorer.requests.map((request) => new URL(request.url()));
  const asked = addresses.findLast(({ pathname }) => pathname === '/auth')?.searchParams;
  expect(asked?.get('response_type')).toBe('code');
  expect(asked?.get('code_challenge_method')).toBe('S256');
});

test('runs the support picture with the rights of the account and shows the child', async () => {
  await page.locator('.graphiql-editor-tool .view-line').first().click();
  await page.keyboard.insertText(JSON.stringify({ id: testCounty.sampleStudentId }));
  const { data, errors } = await run(page, 'SupportPicture');
  expect(errors).toBeUndefined();
  expect(data).toMatchObject({ student: { registerEntry: { standing: 'SUSPECTED' } } });
  await waitUntilShown(page, 'SUSPECTED');
  await keepPicture(page, 'signed-in');
});

test('carries an access token as in RFC 9068, which every agency accepts by itself', async () => {
  const asked = explorer.requests.findLast(
    (request) => request.url() === new URL('/graphql', explorer.hub.url).href,
  );
  const authorization = asked?.headers()['authorization'] ?? '';
  const token = authorization.replace('Bearer ', '');
  expect(decodeProtectedHeader(token).typ).toBe('at+jwt');
  const claims = decodeJwt(token);
  expect(claims).toMatchObject({
    iss: provider.issuer,
    aud: AUDIENCE,
    sub: 'officer-1',
    client_id: CLIENT_ID,
  });
  for (const claim of ['exp', 'iat', 'jti']) expect(claims).toHaveProperty(claim);
  for (const [agency, { url }] of explorer.hub.agencies) {
    const call = { method: 'POST', path: '/graphql', body: '{"query":"{ __typename }"}' } as const;
    const [purpose, requestId] = ['CASE_HANDLING', randomUUID()];
    const signed = { ...call, agency, authorization, purpose, requestId, approval: undefined };
    const answer = await fetch(new URL(call.path, url), {
      method: call.method,
      headers: {
        authorization,
        'x-purpose': purpose,
        'x-request-id': requestId,
        'content-type': 'application/json',
        ...signWith(testSettings())(signed),
      },
      body: call.body,
    });
    expect(await answer.json()).toEqual({ data: { __typename: 'Query' } });
  }
});

test('keeps no token, so that the page asks again when it is loaded anew', async () => {
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(kept).not.toMatch(/eyJ|verifier/);
  await page.reload();
  await page.getByTestId('panel-action').waitFor();
});

test('reaches the hub and the provider alone, and breaks no policy', async () => {
  const origins = new Set(explorer.requests.map((request) => new URL(request.url()).origin));
  expect([...origins].toSorted()).toEqual([explorer.hub.url.origin, provider.issuer].toSorted());
  expect(explorer.complaints).toEqual([]);
});
