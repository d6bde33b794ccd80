import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { loadPersonas } from '../../cli/processes/personas.js';
import { readCountyManifest } from '../../county/county-manifest.js';
import { loadSettings } from '../../settings/settings.js';
import { agencyNames } from '../../subgraphs/index.js';
import type { GraphqlError } from '../support/graphql-client.js';
import { prepareHubApart, type HubApart } from './support/hub-apart.js';
import { leftoversOf, projectFolder } from './support/hub-process.js';
import { startIdentityProvider, type IdentityProvider } from './support/identity-provider.js';

const CHILDREN = 60;
const START_LIMIT_MS = 180_000;
/** The gateway tries an agency that failed again after a while, and remembers readiness for two seconds. */
const RECOVERY_MS = 30_000;
const STOP_WITHIN_MS = 10_000;

/** What each agency contributes to a child's picture. */
const FIELD_OF: Readonly<Record<string, string>> = {
  education: 'schooling',
  police: 'household',
  'civil-affairs': 'welfare',
  disability: 'disability',
  labour: 'labour',
  poverty: 'poverty',
  coordination: 'registerEntry',
};

interface Picture {
  readonly status: number;
  readonly student: Readonly<Record<string, unknown>>;
  readonly errors: readonly GraphqlError[];
}

let identity: IdentityProvider;
let hub: HubApart;
let askForPicture: () => Promise<Picture>;
/** Asks again until the answer is the one waited for, or too much time has passed; @returns the last answer. */
async function eventually<T>(ask: () => Promise<T>, isIt: (answer: T) => boolean): Promise<T> {
  const deadline = Date.now() + RECOVERY_MS;
  let answer = await ask();
  while (!isIt(answer) && Date.now() < deadline) {
    await delay(250);
    answer = await ask();
  }
  return answer;
}

async function askForReadiness() {
  const response = await fetch(new URL('/health/ready', hub.gatewayUrl));
  const body = (await response.json()) as { status: string; agencies: Record<string, string> };
  return { httpStatus: response.status, ...body };
}

beforeAll(async () => {
  identity = await startIdentityProvider();
  hub = await prepareHubApart(identity.settings);
  expect(await hub.run('migrate')).toMatchObject({ status: 0, stderr: '' });
  expect(await hub.generate(CHILDREN)).toMatchObject({ status: 0, stderr: '' });
  await Promise.all(agencyNames.map((service) => hub.serve(service)));
  expect(await hub.compare().ended).toMatchObject({ status: 0 });
  await hub.serve('gateway');

  const manifest = readCountyManifest(hub.folder);
  const settings = loadSettings({ HUB_DATA_DIR: hub.folder }, agencyNames, { gateway: false, agencies: [] });
  const persona = loadPersonas(settings, manifest).find(({ slug }) => slug === 'coordination-officer');
  if (!persona || !manifest) throw new Error('The county has no child or nobody who may see it.');
  const token = await identity.tokenFor(persona.claims);
  const query = readFileSync(join(projectFolder, 'schema/operations/SupportPicture.graphql'), 'utf8');
  askForPicture = async () => {
    const response = await fetch(new URL('/graphql', hub.gatewayUrl), {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'x-purpose': persona.purposes[0] ?? '',
        'content-type': 'application/json',
      },
      body: JSON.stringify({ query, variables: { id: manifest.sampleStudentId } }),
    });
    const { data, errors = [] } = (await response.json()) as {
      data?: { student: Picture['student'] | null } | null;
      errors?: GraphqlError[];
    };
    return { status: response.status, student: data?.student ?? {}, errors };
  };
}, START_LIMIT_MS);

afterAll(async () => {
  await hub?.remove();
  await identity?.close();
});

test('a picture asked through the gateway has the part of every agency', async () => {
  const { status, student, errors } = await askForPicture();
  expect({ status, errors }).toEqual({ status: 200, errors: [] });
  for (const agency of agencyNames)
    expect({ agency, part: student[FIELD_OF[agency] ?? ''] }).toEqual({ agency, part: expect.any(Object) });
});

test('a killed agency leaves its own part empty and the others as they were, until it is back', async () => {
  const before = await askForPicture();
  const field = FIELD_OF['poverty'] ?? '';
  await hub.served.get('poverty')?.stop('SIGKILL');

  const without = await askForPicture();
  expect(without.status).toBe(200);
  expect(without.student).toEqual({ ...before.student, [field]: null });
  expect(without.errors.length).toBeGreaterThan(0);
  for (const { path, extensions } of without.errors)
    expect({ path, ...extensions }).toMatchObject({
      path: ['student', field],
      code: 'AGENCY_UNAVAILABLE',
      agency: 'poverty',
    });

  const degraded = await eventually(askForReadiness, ({ status }) => status === 'DEGRADED');
  expect(degraded).toEqual({
    httpStatus: 200,
    status: 'DEGRADED',
    agencies: { ...Object.fromEntries(agencyNames.map((name) => [name, 'UP'])), poverty: 'DOWN' },
  });

  await hub.serve('poverty');
  expect(await eventually(askForPicture, ({ errors }) => errors.length === 0)).toEqual(before);
  expect(await eventually(askForReadiness, ({ status }) => status === 'UP')).toMatchObject({ status: 'UP' });
}, 120_000);

test('a stop from outside ends every process cleanly and in time, and leaves nothing running', async () => {
  const started = Date.now();
  const endings = await Promise.all(
    [...hub.served].map(async ([service, each]) => {
      const { status, stderr } = await each.stop('SIGTERM');
      return { service, status, stderr, leftovers: leftoversOf(each.pid, `${hub.folder}/none`) };
    }),
  );
  expect(Date.now() - started).toBeLessThan(STOP_WITHIN_MS);
  for (const { service, ...ending } of endings)
    expect({ service, ...ending }).toEqual({
      service,
      status: 0,
      stderr: '',
      leftovers: { ofItsGroup: false, usingTheFolder: [] },
    });
}, 30_000);
