import { serviceAccountToken } from '../../cli/processes/service-account.js';
import { createRosterClient, type RosterClient } from '../../subgraphs/_kit/roster/roster-client.js';
import { createServiceClient, ServiceCallError } from '../../subgraphs/_kit/trust/service-client.js';
import type { TestAgency } from './agency.js';
import { testIssuer } from './callers.js';
import { testSettings } from './test-settings.js';

const settings = testSettings();
const accessToken = serviceAccountToken(settings, testIssuer, 'coordination');
if (!settings.serviceKey || !accessToken) throw new Error('The tests have no service account.');

/** Calls `/kit/` paths as coordination's own process does. */
export const { postToAgency, streamFromAgency } = createServiceClient({
  key: settings.serviceKey,
  accessToken,
  timeoutMs: 2000,
});

/** @returns the answer, or the status of a refusal */
export async function tell(
  agency: TestAgency,
  path: `/kit/${string}`,
  body: object,
): Promise<Readonly<Record<string, unknown>> | number | undefined> {
  try {
    return (await postToAgency({ url: agency.url, agency: agency.name, path, body })) as Record<
      string,
      unknown
    >;
  } catch (cause) {
    if (cause instanceof ServiceCallError) return cause.status;
    throw cause;
  }
}

/** Reads the agencies' rosters as a comparison run does. */
export function rosterClientOf(...agencies: readonly Pick<TestAgency, 'name' | 'url'>[]): RosterClient {
  const urls = new Map(agencies.map(({ name, url }) => [name, url]));
  return createRosterClient({ agencies: urls, postToAgency, streamFromAgency });
}

let last = Date.now() + 60_000;
/** A version beyond every one that was published before. */
export const nextVersion = (): number => (last += 1);
