import { readdirSync, readFileSync } from 'node:fs';
import { jest } from '@jest/globals';
import { agencyTitle, inBoth } from '../../explorer/wording.js';
import type { GatewayLog } from '../../gateway/server.js';
import { agencyNames } from '../../subgraphs/index.js';
import type { LineState } from '../support/agency-line.js';
import { keepPicture } from '../support/browser.js';
import { testCounty } from '../support/callers.js';
import {
  askAs,
  openExplorer,
  openTab,
  run,
  waitUntilShown,
  type OpenExplorer,
} from '../support/explorer-page.js';

jest.setTimeout(120_000);

/** Of synthetic children alone: their numbers begin with 99. */
const RESIDENT_ID_NUMBER = /99\d{15}[\dX]/;
const saved = readdirSync('schema/operations').map((file) => ({
  name: file.replace('.graphql', ''),
  text: readFileSync(`schema/operations/${file}`, 'utf8'),
}));
/** Asks for the number of a document, which stands on paper; `tests/cli/export-order` asks it. */
const OF_A_DOCUMENT = 'OrderDocument';
const operations = saved
  .filter(({ name, text }) => /^query /m.test(text) && name !== OF_A_DOCUMENT)
  .map(({ name }) => name);
/** Queries that nobody who works with children may run. */
const PERSONA_OF: Readonly<Record<string, string>> = { WhoLookedAt: 'auditor' };

const logged: string[] = [];
const keep = (details: object, message: string) => void logged.push(JSON.stringify([details, message]));
const log: GatewayLog = { info: keep, warn: keep, error: keep };

let explorer: OpenExplorer;
beforeAll(async () => {
  explorer = await openExplorer({ log });
  await askAs(explorer.page, 'coordination-officer');
});
afterAll(() => explorer?.close());

describe('a saved operation', () => {
  test.each(operations)('%s is answered, and the page shows it', async (operation) => {
    const { page } = explorer;
    await askAs(page, PERSONA_OF[operation] ?? 'coordination-officer');
    await openTab(page, operation);
    const { data, errors } = await run(page, operation);
    expect(errors).toBeUndefined();
    const [field = '', value] = Object.entries(data ?? {})[0] ?? [];
    expect(value).toEqual(expect.anything());
    await waitUntilShown(page, `"${field}"`);
    expect(await page.locator('.notice').count()).toBe(0);
    await keepPicture(page, `operation-${operation}`);
  });

  test('finds the sample child by the number that the development hub offers', async () => {
    const { page, requests } = explorer;
    await askAs(page, 'coordination-officer');
    await openTab(page, 'FindStudent');
    const { data } = await run(page, 'FindStudent');
    expect(data).toMatchObject({ findStudent: { id: testCounty.sampleStudentId } });
    expect(requests.findLast((request) => request.method() === 'POST')?.postData()).toMatch(
      RESIDENT_ID_NUMBER,
    );
  });

  test('puts the number into no address and no line of the log, even when the search fails', async () => {
    const { page, hub, requests } = explorer;
    hub.line('coordination').state = 'SERVER_ERROR';
    expect((await run(page, 'FindStudent')).errors).toBeDefined();
    hub.line('coordination').state = 'CONNECTED';
    expect(logged.length).toBeGreaterThan(0);
    expect(logged.filter((line) => RESIDENT_ID_NUMBER.test(line))).toEqual([]);
    const addresses = [page.url(), ...requests.map((request) => request.url())];
    expect(addresses.filter((address) => RESIDENT_ID_NUMBER.test(address))).toEqual([]);
  });
});

describe('an agency that does not answer', () => {
  beforeAll(() => openTab(explorer.page, 'SupportPicture'));

  /** Runs the picture while the line to one agency is broken. @returns the warning's text and the error codes. */
  async function warningWhile(agency: string, state: LineState) {
    const { page, hub } = explorer;
    hub.line(agency).state = state;
    const { errors = [] } = await run(page, 'SupportPicture');
    hub.line(agency).state = 'CONNECTED';
    const banner = page.getByTestId('agency-banner').filter({ hasText: inBoth(agencyTitle(agency)) });
    await banner.waitFor();
    const [advice = '', agencies = ''] = (await banner.innerText()).split(': ');
    return { advice, agencies, codes: new Set(errors.map(({ extensions }) => extensions.code)) };
  }

  test.each(agencyNames)('is said to be %s, whose records are unknown', async (agency) => {
    const { advice, agencies, codes } = await warningWhile(agency, 'REFUSED');
    expect([...codes]).toEqual(['AGENCY_UNAVAILABLE']);
    expect(advice).toContain('Unknown, not none / 未知，并非没有');
    expect(agencies).toBe(inBoth(agencyTitle(agency)));
    expect(agencies).toMatch(/^[A-Z][^\p{Script=Han}]* \p{Script=Han}+$/u);
    await keepPicture(explorer.page, `down-${agency}`);
  });

  test('is warned of in the same words when it cannot record the access', async () => {
    const { advice, agencies, codes } = await warningWhile('civil-affairs', 'UNRECORDED');
    expect([...codes]).toEqual(['AUDIT_UNAVAILABLE']);
    expect(advice).toContain('Unknown, not none / 未知，并非没有');
    expect(agencies).toBe(inBoth(agencyTitle('civil-affairs')));
    await keepPicture(explorer.page, 'down-unrecorded');
  });

  test('is warned of in both languages on the Chinese page too', async () => {
    await explorer.page.getByTestId('language').click();
    const { advice } = await warningWhile('poverty', 'REFUSED');
    expect(advice).toContain('Unknown, not none / 未知，并非没有');
    await keepPicture(explorer.page, 'down-chinese');
  });

  test('is warned of no longer once it answers', async () => {
    expect((await run(explorer.page, 'SupportPicture')).errors).toBeUndefined();
    await explorer.page.getByTestId('agency-banner').waitFor({ state: 'detached' });
  });
});
