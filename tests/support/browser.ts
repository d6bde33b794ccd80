import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page, type Request } from 'playwright-core';

const CHROMIUM = '/usr/bin/chromium';
/** For a busy machine; nothing here is about speed. */
const ACTION_PATIENCE_MS = 60_000;

export interface ExplorerWindow {
  readonly page: Page;
  /** Every request of the page, in order; workers' blobs and inlined data are none. */
  readonly requests: readonly Request[];
  /** What the browser complained about: script errors, refused loads, policy violations. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** A missing browser is a failure: the explorer would go untried. */
async function launch(): Promise<Browser> {
  if (!existsSync(CHROMIUM))
    throw new Error(`${CHROMIUM} is missing. Install Debian's packages chromium and fonts-noto-cjk.`);
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // No test leaves the machine, whatever a page asks for.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
}

/** Opens the explorer as a person would, and watches where the page reaches. */
export async function openExplorerWindow(hub: URL): Promise<ExplorerWindow> {
  const browser = await launch();
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  context.setDefaultTimeout(ACTION_PATIENCE_MS);
  const page = await context.newPage();
  const requests: Request[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    if (!/^(?:blob|data):/.test(request.url())) requests.push(request);
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(new URL('/explorer', hub).href);
  return { page, requests, complaints, close: () => browser.close() };
}

/** Keeps a picture for people to look at, when asked for by HUB_SCREENSHOTS. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = process.env['HUB_SCREENSHOTS'];
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
