import { readdirSync, readFileSync } from 'node:fs';
import { jest } from '@jest/globals';
import { loadPurposes } from '../../policies/purposes.js';
import { keepPicture } from '../support/browser.js';
import { testPersonas } from '../support/callers.js';
import { askAs, openExplorer, run, waitUntilShown, type OpenExplorer } from '../support/explorer-page.js';
import { unreachableControls } from '../support/unreachable-controls.js';

jest.setTimeout(120_000);

let explorer: OpenExplorer;
beforeAll(async () => {
  explorer = await openExplorer();
});
afterAll(() => explorer?.close());

const stateLine = () => explorer.page.getByTestId('state-line').innerText();
const switchLanguage = () => explorer.page.getByTestId('language').click();

test('opens with a tab for every saved query, the support picture first', async () => {
  const { page } = explorer;
  await askAs(page, 'coordination-officer');
  const tabs = page.locator('.graphiql-tab');
  await expect(tabs.first().innerText()).resolves.toContain('SupportPicture');
  const names = readdirSync('schema/operations')
    .filter((file) => /^query /m.test(readFileSync(`schema/operations/${file}`, 'utf8')))
    .map((file) => file.replace('.graphql', ''));
  expect((await tabs.allInnerTexts()).map((text) => text.trim()).toSorted()).toEqual(names.toSorted());
  await keepPicture(page, 'first-view');
});

test('calls every purpose what the catalogue calls it, in English and in Chinese', async () => {
  const { page } = explorer;
  const offered = new Map<string | undefined, string>();
  for (const { slug, purposes } of testPersonas) {
    if (purposes.every((code) => offered.has(code))) continue;
    await page.getByTestId('persona').selectOption(slug);
    const texts = await page.getByTestId('purpose').locator('option').allInnerTexts();
    texts.forEach((text, index) => offered.set(purposes[index], text));
  }
  const catalogue = [...loadPurposes().values()];
  expect(offered).toEqual(new Map(catalogue.map(({ code, label }) => [code, `${label.en} · ${label.zh}`])));
});

test('says in the chosen language who asks, and for what', async () => {
  const { page } = explorer;
  await askAs(page, 'coordination-officer');
  await page.getByTestId('purpose').selectOption('AID_MATCHING');
  const label = loadPurposes().get('AID_MATCHING')?.label;
  expect(await stateLine()).toContain(`for the purpose: ${label?.en} (AID_MATCHING)`);
  await switchLanguage();
  expect(await stateLine()).toMatch(/当前以.*身份查询/);
  expect(await stateLine()).toContain(`目的：${label?.zh}`);
  await switchLanguage();
});

test('refuses a child to an analyst', async () => {
  const { page } = explorer;
  await askAs(page, 'analyst');
  const { errors } = await run(page, 'SupportPicture');
  expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(['FORBIDDEN']));
  await waitUntilShown(page, 'FORBIDDEN');
  await keepPicture(page, 'analyst');
});

describe.each([
  [390, 844],
  [800, 1000],
  [1400, 900],
])('at %i by %i pixels', (width, height) => {
  beforeAll(async () => {
    const { page, hub } = explorer;
    await page.setViewportSize({ width, height });
    // The longest title of all, an answer, and a warning above it.
    await askAs(page, 'coordination-officer');
    hub.line('disability').state = 'REFUSED';
    await run(page, 'SupportPicture');
    hub.line('disability').state = 'CONNECTED';
    await page.getByTestId('agency-banner').waitFor();
  });

  test('every control can be reached, in English and in Chinese', async () => {
    const { page } = explorer;
    for (const language of ['english', 'chinese']) {
      expect(await unreachableControls(page)).toEqual([]);
      await page.evaluate(() => scrollTo(0, 0));
      await keepPicture(page, `layout-${width}-${language}`);
      await switchLanguage();
    }
  });

  test('the documentation opens beside or above the editor and hides nothing', async () => {
    const { page } = explorer;
    const documentation = page.locator('.graphiql-sidebar button').first();
    await documentation.click();
    await page.locator('.graphiql-doc-explorer').waitFor();
    expect(await unreachableControls(page)).toEqual([]);
    await keepPicture(page, `layout-${width}-documentation`);
    await documentation.click();
  });
});

test('reaches no other machine, breaks no policy and keeps no token', async () => {
  const { page, requests, complaints, hub } = explorer;
  expect([...new Set(requests.map((request) => new URL(request.url()).origin))]).toEqual([hub.url.origin]);
  expect(complaints).toEqual([]);
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(kept).not.toMatch(/eyJ/);
});
