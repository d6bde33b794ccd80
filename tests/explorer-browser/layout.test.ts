import type { Page } from 'playwright-core';
import { keepPicture, openExplorerWindow, type ExplorerWindow } from '../support/browser.js';
import { askAs, run } from '../support/explorer-page.js';
import { startTestHub, type TestHub } from '../support/hub.js';
import { unreachableControls } from '../support/unreachable-controls.js';

let hub: TestHub;
let explorer: ExplorerWindow;
let page: Page;

beforeAll(async () => {
  hub = await startTestHub({ subgraphTimeoutMs: 30_000 });
  explorer = await openExplorerWindow(hub.url);
  page = explorer.page;
  // The longest title of all, a long purpose, an answer, and a warning above it.
  await askAs(page, 'coordination-officer');
  await page.getByTestId('purpose').selectOption('AID_MATCHING');
  hub.line('disability').state = 'REFUSED';
  await run(page, 'SupportPicture');
  await page.getByTestId('agency-banner').waitFor();
}, 120_000);

afterAll(async () => {
  await explorer?.close();
  await hub?.close();
});

describe.each([
  [390, 844],
  [800, 1000],
  [1400, 900],
])('at %i by %i pixels', (width, height) => {
  beforeAll(() => page.setViewportSize({ width, height }));

  test('every control can be reached, in English and in Chinese', async () => {
    for (const language of ['english', 'chinese']) {
      expect(await unreachableControls(page)).toEqual([]);
      await page.evaluate(() => scrollTo(0, 0));
      await keepPicture(page, `layout-${width}-${language}`);
      await page.getByTestId('language').click();
    }
  }, 60_000);

  test('the documentation opens beside or above the editor and hides nothing', async () => {
    const documentation = page.locator('.graphiql-sidebar button').first();
    await documentation.click();
    await page.locator('.graphiql-doc-explorer').waitFor();
    expect(await unreachableControls(page)).toEqual([]);
    await keepPicture(page, `layout-${width}-documentation`);
    await documentation.click();
  }, 60_000);
});
