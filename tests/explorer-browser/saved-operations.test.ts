import { readdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { GatewayLog } from '../../gateway/server.js';
import { openExplorerWindow, keepPicture, type ExplorerWindow } from '../support/browser.js';
import { testCounty } from '../support/callers.js';
import { askAs, openTab, run, waitUntilShown } from '../support/explorer-page.js';
import { startTestHub, type TestHub } from '../support/hub.js';

/** Of synthetic children alone: their numbers begin with 99. */
const RESIDENT_ID_NUMBER = /99\d{15}[\dX]/;
const operations = readdirSync('schema/operations').map((file) => file.replace('.graphql', ''));

const logged: string[] = [];
const keep = (details: object, message: string) => void logged.push(JSON.stringify([details, message]));
const log: GatewayLog = { info: keep, warn: keep, error: keep };

let hub: TestHub;
let explorer: ExplorerWindow;
let page: Page;

beforeAll(async () => {
  hub = await startTestHub({ subgraphTimeoutMs: 30_000, log });
  explorer = await openExplorerWindow(hub.url);
  page = explorer.page;
  await askAs(page, 'coordination-officer');
}, 120_000);

afterAll(async () => {
  await explorer?.close();
  await hub?.close();
});

test.each(operations)(
  '%s answers at the first click, and the page shows it',
  async (operation) => {
    await openTab(page, operation);
    const { data, errors } = await run(page, operation);
    expect(errors).toBeUndefined();
    const [field = '', value] = Object.entries(data ?? {})[0] ?? [];
    expect(value).toEqual(expect.anything());
    await waitUntilShown(page, `"${field}"`);
    expect(await page.locator('.notice').count()).toBe(0);
    await keepPicture(page, `operation-${operation}`);
  },
  30_000,
);

test('FindStudent finds the sample child by the number that the development hub offers', async () => {
  await openTab(page, 'FindStudent');
  const { data } = await run(page, 'FindStudent');
  expect(data).toMatchObject({ findStudent: { id: testCounty.sampleStudentId } });
  const sent = explorer.requests.filter((request) => RESIDENT_ID_NUMBER.test(request.postData() ?? ''));
  expect(sent.map((request) => request.url())).toContain(new URL('/graphql', hub.url).href);
}, 60_000);

test('a resident ID number stands in no address and no line of the log, even when the search fails', async () => {
  hub.line('coordination').state = 'SERVER_ERROR';
  await openTab(page, 'FindStudent');
  expect((await run(page, 'FindStudent')).errors).toBeDefined();
  hub.line('coordination').state = 'CONNECTED';
  expect(logged.length).toBeGreaterThan(0);
  expect(logged.filter((line) => RESIDENT_ID_NUMBER.test(line))).toEqual([]);
  const addresses = [page.url(), ...explorer.requests.map((request) => request.url())];
  expect(addresses.filter((address) => RESIDENT_ID_NUMBER.test(address))).toEqual([]);
}, 60_000);
