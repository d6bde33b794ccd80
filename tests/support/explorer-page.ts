import { setTimeout } from 'node:timers/promises';
import type { Page, Request } from 'playwright-core';
import type { GatewayOptions } from '../../gateway/server.js';
import { openExplorerWindow, type ExplorerWindow } from './browser.js';
import { startTestHub, type TestHub } from './hub.js';

/** A busy machine must not look like a silent agency: in these tests agencies are down on purpose alone. */
const PATIENCE_MS = 60_000;
const CLICK_AGAIN_MS = 2_000;

export interface OpenExplorer extends ExplorerWindow {
  readonly hub: TestHub;
}

/** What the hub answered to the page, as it came over the wire. */
export interface AnswerOnTheWire {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly extensions: { readonly code: string; readonly agency?: string } }[];
}

/** A whole hub and a browser that looks at its explorer. */
export async function openExplorer(options: Partial<GatewayOptions> = {}): Promise<OpenExplorer> {
  const hub = await startTestHub({
    subgraphTimeoutMs: PATIENCE_MS,
    limits: { requestMs: PATIENCE_MS },
    ...options,
  });
  const window = await openExplorerWindow(hub.url).catch(async (cause: unknown) => {
    await hub.close();
    throw cause;
  });
  return {
    ...window,
    hub,
    async close() {
      await window.close();
      await hub.close();
    },
  };
}

export async function askAs(page: Page, persona: string): Promise<void> {
  await page.getByTestId('persona').selectOption(persona);
  await page.locator('.graphiql-query-editor .view-line').first().waitFor();
}

export async function openTab(page: Page, operation: string): Promise<void> {
  await page.locator(`.graphiql-tab-button[title="${operation}"]`).click();
}

/**
 * Presses the button and waits for the hub's answer. The editor loads after the page, and notices some time after its
 * text which operation it holds; a click that comes before runs something else, or nothing, and is repeated.
 */
export async function run(page: Page, operation: string): Promise<AnswerOnTheWire> {
  await page.locator('.graphiql-query-editor .view-line').filter({ hasText: operation }).first().waitFor();
  const answered = page.waitForResponse(
    (response) => response.url().endsWith('/graphql') && sentOperation(response.request()) === operation,
    { timeout: PATIENCE_MS },
  );
  const sent = page
    .waitForRequest((request) => sentOperation(request) === operation, { timeout: PATIENCE_MS })
    .then(() => true);
  for (let isSent = false; !isSent;) {
    await page.locator('.graphiql-execute-button').click();
    isSent = await Promise.race([sent, setTimeout(CLICK_AGAIN_MS, false)]);
  }
  return (await (await answered).json()) as AnswerOnTheWire;
}

function sentOperation(request: Request): string | undefined {
  if (!request.url().endsWith('/graphql') || request.method() !== 'POST') return undefined;
  return (request.postDataJSON() as { operationName?: string } | null)?.operationName;
}

/** Waits until the result pane shows `text`; the editor draws only the lines that fit, from the first one on. */
export async function waitUntilShown(page: Page, text: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.querySelector('.graphiql-response')?.textContent?.includes(wanted) ?? false,
    text,
  );
}
