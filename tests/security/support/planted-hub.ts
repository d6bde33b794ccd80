import { loadPersonas } from '../../../cli/processes/personas.js';
import { readCountyManifest, type CountyManifest } from '../../../county/county-manifest.js';
import { loadSettings } from '../../../settings/settings.js';
import { agencyNames } from '../../../subgraphs/index.js';
import { prepareHubApart, type HubApart } from '../../processes/support/hub-apart.js';
import { startIdentityProvider } from '../../processes/support/identity-provider.js';
import { createPersonFinder, type FindPersons } from './planted.js';

const CHILDREN = 60;

export interface Question {
  readonly query: string;
  readonly variables?: object;
  /** In place of those that the persona sends. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Persona; a police officer by default. */
  readonly as?: string;
}

/** The whole hub in processes of its own, each at the most talkative level. */
export interface PlantedHub {
  readonly hub: HubApart;
  readonly county: CountyManifest;
  readonly personsIn: FindPersons;
  headersOf(persona: string): Promise<Record<string, string>>;
  /** @returns head and body of the gateway's answer */
  ask(question: Question): Promise<string>;
  close(): Promise<void>;
}

export async function startPlantedHub(): Promise<PlantedHub> {
  const identity = await startIdentityProvider();
  const hub = await prepareHubApart({ ...identity.settings, HUB_LOG_LEVEL: 'trace' });
  async function close(): Promise<void> {
    await hub.remove();
    await identity.close();
  }
  try {
    expect(await hub.run('migrate')).toMatchObject({ status: 0 });
    expect(await hub.generate(CHILDREN)).toMatchObject({ status: 0 });
    await Promise.all(agencyNames.map((service) => hub.serve(service)));
    expect(await hub.compare().ended).toMatchObject({ status: 0 });
    await hub.serve('gateway');
  } catch (cause) {
    await close();
    throw cause;
  }
  const county = readCountyManifest(hub.folder);
  if (!county?.sampleStudentId) throw new Error('The county has no child.');
  const settings = loadSettings({ HUB_DATA_DIR: hub.folder }, agencyNames, { gateway: false, agencies: [] });
  const personas = loadPersonas(settings, county);

  async function headersOf(slug: string): Promise<Record<string, string>> {
    const persona = personas.find((each) => each.slug === slug);
    if (!persona) throw new Error(`There is no persona ${slug}.`);
    return {
      authorization: `Bearer ${await identity.tokenFor(persona.claims)}`,
      'x-purpose': persona.purposes[0] ?? '',
      'content-type': 'application/json',
    };
  }
  return {
    hub,
    county,
    personsIn: createPersonFinder(county),
    headersOf,
    ask: async ({ query, variables, headers = {}, as = 'police-officer' }) =>
      send(new URL('/graphql', hub.gatewayUrl), {
        method: 'POST',
        headers: { ...(await headersOf(as)), ...headers },
        body: JSON.stringify({ query, variables }),
      }),
    close,
  };
}

/** @returns head and body of the answer */
export async function send(url: URL, init: RequestInit): Promise<string> {
  const response = await fetch(url, init);
  return JSON.stringify([...response.headers]) + (await response.text());
}
