import { readdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { loadPurposes } from '../../policies/purposes.js';
import { keepPicture, openExplorerWindow, type ExplorerWindow } from '../support/browser.js';
import { testPersonas } from '../support/callers.js';
import { askAs, run, waitUntilShown } from '../support/explorer-page.js';
import { startTestHub, type TestHub } from '../support/hub.js';

let hub: TestHub;
let explorer: ExplorerWindow;
let page: Page;

beforeAll(async () => {
  hub = await startTestHub({ subgraphTimeoutMs: 30_000 });
  explorer = await openExplorerWindow(hub.url);
  page = explorer.page;
}, 120_000);

afterAll(async () => {
  await explorer?.close();
  await hub?.close();
});

test('opens with a tab for every saved operation, the support picture first', async () => {
  await askAs(page, 'coordination-officer');
  const tabs = page.locator('.graphiql-tab');
  await expect(tabs.first().innerText()).resolves.toContain('SupportPicture');
  const names = readdirSync('schema/operations').map((file) => file.replace('.graphql', ''));
  expect((await tabs.allInnerTexts()).map((text) => text.trim()).toSorted()).toEqual(names.toSorted());
  await keepPicture(page, 'first-view');
}, 120_000);

test('runs the support picture as a persona and shows the child', async () => {
  const { errors } = await run(page, 'SupportPicture');
  expect(errors).toBeUndefined();
  await waitUntilShown(page, 'SUSPECTED');
  await waitUntilShown(page, 'FOUND');
  expect(await page.getByTestId('agency-banner').count()).toBe(0);
  await keepPicture(page, 'support-picture');
}, 120_000);

test('calls every purpose what the catalogue calls it, in English and in Chinese', async () => {
  const purposes = loadPurposes();
  const offered = new Map<string, string>();
  for (const { slug, purposes: codes } of testPersonas) {
    await page.getByTestId('persona').selectOption(slug);
    const texts = await page.getByTestId('purpose').locator('option').allInnerTexts();
    texts.forEach((text, index) => offered.set(codes[index] ?? '', text));
  }
  const expected = [...purposes.values()].map(
    ({ code, label }) => [code, `${label.en} · ${label.zh}`] as const,
  );
  expect(offered).toEqual(new Map(expected));
}, 120_000);

test('says in the chosen language who asks, and for what', async () => {
  await askAs(page, 'coordination-officer');
  await page.getByTestId('purpose').selectOption('AID_MATCHING');
  const { en, zh } = loadPurposes().get('AID_MATCHING')?.label ?? {};
  expect(await page.getByTestId('state-line').innerText()).toContain(`for the purpose: ${en}`);
  await page.getByTestId('language').click();
  expect(await page.getByTestId('state-line').innerText()).toMatch(/当前以.*身份查询/);
  expect(await page.getByTestId('state-line').innerText()).toContain(`目的：${zh}`);
  await keepPicture(page, 'chinese');
  await page.getByTestId('language').click();
}, 120_000);

test('refuses a child to an analyst', async () => {
  await askAs(page, 'analyst');
  const { errors } = await run(page, 'SupportPicture');
  expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(['FORBIDDEN']));
  await waitUntilShown(page, 'FORBIDDEN');
  await keepPicture(page, 'analyst');
}, 120_000);

test('reaches no other machine, breaks no policy and keeps no token', async () => {
  const origins = new Set(explorer.requests.map((request) => new URL(request.url()).origin));
  expect([...origins]).toEqual([hub.url.origin]);
  expect(explorer.complaints).toEqual([]);
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(kept).not.toMatch(/eyJ/);
});
