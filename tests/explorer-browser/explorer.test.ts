import { readdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { keepPicture, openExplorerWindow, type ExplorerWindow } from '../support/browser.js';
import { startTestHub, type TestHub } from '../support/hub.js';

let hub: TestHub;
let explorer: ExplorerWindow;
let page: Page;

beforeAll(async () => {
  hub = await startTestHub();
  explorer = await openExplorerWindow(hub.url);
  page = explorer.page;
}, 60_000);

afterAll(async () => {
  await explorer?.close();
  await hub?.close();
});

/** The editor loads after the page; until then the button has nothing to run. */
const run = async () => {
  await page.locator('.graphiql-query-editor .view-line').first().waitFor();
  await page.locator('.graphiql-execute-button').click();
};

/** The answer as it stands in the result pane; the editor draws only the lines that fit, so its model is asked. */
const answerShown = () => page.locator('.graphiql-response').innerText();

test('opens with a tab for every saved operation, the support picture first', async () => {
  await page.getByTestId('persona').selectOption('coordination-officer');
  const tabs = page.locator('.graphiql-tab');
  await expect(tabs.first().innerText()).resolves.toContain('SupportPicture');
  const names = readdirSync('schema/operations').map((file) => file.replace('.graphql', ''));
  expect((await tabs.allInnerTexts()).map((text) => text.trim()).toSorted()).toEqual(names.toSorted());
  await page.locator('.graphiql-query-editor .view-line').first().waitFor();
  await keepPicture(page, '1-first-view');
}, 60_000);

test('runs the support picture as a persona and shows the child', async () => {
  await run();
  await page.waitForFunction(
    () => document.querySelector('.graphiql-response')?.textContent?.includes('SUSPECTED') ?? false,
  );
  expect(await answerShown()).toContain('FOUND');
  expect(await page.getByTestId('agency-banner').count()).toBe(0);
  await keepPicture(page, '2-support-picture');
}, 60_000);

test('says which agency did not answer, in English and in Chinese', async () => {
  hub.line('poverty').state = 'REFUSED';
  await run();
  const banner = page.getByTestId('agency-banner');
  await banner.waitFor();
  expect(await banner.innerText()).toMatch(/poverty/i);
  expect(await banner.innerText()).toMatch(/not none/i);
  await keepPicture(page, '3-agency-down');
  await page.getByTestId('language').click();
  expect(await page.getByTestId('state-line').innerText()).toMatch(/当前以.*身份查询/);
  expect(await banner.innerText()).toMatch(/未知/);
  await keepPicture(page, '4-chinese');
  await page.getByTestId('language').click();
  hub.line('poverty').state = 'CONNECTED';
}, 60_000);

test('refuses a child to an analyst', async () => {
  await page.getByTestId('persona').selectOption('analyst');
  await page.locator('.graphiql-tab').first().waitFor();
  await run();
  await page.waitForFunction(
    () => document.querySelector('.graphiql-response')?.textContent?.includes('FORBIDDEN') ?? false,
  );
  await keepPicture(page, '5-analyst');
}, 60_000);

test('reaches no other machine, breaks no policy and keeps no token', async () => {
  expect([...explorer.origins]).toEqual([hub.url.origin]);
  expect(explorer.complaints).toEqual([]);
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(kept).not.toMatch(/eyJ/);
});
