import type { Page } from 'playwright-core';
import { agencyTitle, inBoth } from '../../explorer/wording.js';
import { agencyNames } from '../../subgraphs/index.js';
import { keepPicture, openExplorerWindow, type ExplorerWindow } from '../support/browser.js';
import { askAs, run } from '../support/explorer-page.js';
import { startTestHub, type TestHub } from '../support/hub.js';
import type { LineState } from '../support/agency-line.js';

let hub: TestHub;
let explorer: ExplorerWindow;
let page: Page;

beforeAll(async () => {
  hub = await startTestHub({ subgraphTimeoutMs: 30_000 });
  explorer = await openExplorerWindow(hub.url);
  page = explorer.page;
  await askAs(page, 'coordination-officer');
}, 120_000);

afterAll(async () => {
  await explorer?.close();
  await hub?.close();
});

/** Runs the picture while the line to one agency is broken. @returns the banner's text and the hub's error codes. */
async function bannerWhile(agency: string, state: LineState) {
  hub.line(agency).state = state;
  const { errors = [] } = await run(page, 'SupportPicture');
  hub.line(agency).state = 'CONNECTED';
  const banner = page.getByTestId('agency-banner').filter({ hasText: inBoth(agencyTitle(agency)) });
  await banner.waitFor();
  return { text: await banner.innerText(), codes: new Set(errors.map(({ extensions }) => extensions.code)) };
}

test.each(agencyNames)(
  'says that %s did not answer, and that its records are unknown',
  async (agency) => {
    const { text, codes } = await bannerWhile(agency, 'REFUSED');
    expect([...codes]).toEqual(['AGENCY_UNAVAILABLE']);
    expect(text).toContain('Unknown, not none / 未知，并非没有');
    const [, named] = text.split(': ');
    expect(named).toBe(inBoth(agencyTitle(agency)));
    expect(named).toMatch(/^[A-Z][^\p{Script=Han}]* \p{Script=Han}+$/u);
    await keepPicture(page, `down-${agency}`);
  },
  30_000,
);

test('says the same of an agency that cannot record the access and so answers nothing', async () => {
  const { text, codes } = await bannerWhile('civil-affairs', 'UNRECORDED');
  expect([...codes]).toEqual(['AUDIT_UNAVAILABLE']);
  expect(text).toContain('Unknown, not none / 未知，并非没有');
  expect(text.split(': ')[1]).toBe(inBoth(agencyTitle('civil-affairs')));
}, 60_000);

test('keeps the warning in both languages when the page is Chinese', async () => {
  await page.getByTestId('language').click();
  const { text } = await bannerWhile('poverty', 'REFUSED');
  expect(text).toContain('Unknown, not none / 未知，并非没有');
  await keepPicture(page, 'down-chinese');
}, 60_000);

test('says nothing any more once all agencies answer', async () => {
  expect((await run(page, 'SupportPicture')).errors).toBeUndefined();
  await page.getByTestId('agency-banner').waitFor({ state: 'detached' });
}, 60_000);
