import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { sampleVariables } from '../../cli/processes/sample-variables.js';
import { readCountyManifest } from '../../county/county-manifest.js';
import { agencyNames } from '../../subgraphs/index.js';
import type { HubProcess } from '../processes/support/hub-process.js';
import type { GraphqlError } from '../support/graphql-client.js';
import { english } from '../readme/readme-commands.js';
import { startJoiningHub, type JoiningHub } from './joining-hub.js';

const PROOF_LIMIT_MS = 300_000;
const SERVED_WITHIN_MS = 60_000;
const VACCINE = '麻腮风疫苗';

let joining: JoiningHub;
beforeAll(async () => {
  joining = await startJoiningHub('health');
}, PROOF_LIMIT_MS);
afterAll(() => joining?.remove());

/** What the README asks of whoever joins, word by word. */
const [SENTENCE = ''] = /\*\*A new agency\*\*.*/.exec(english) ?? [];
const NAMED = [...SENTENCE.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name.replace('<name>', 'health'));
const COMMANDS = NAMED.filter((name) => /^np[mx] /.test(name));
/** Files that it names beside the outline, with what is written there. */
const EDITS: Readonly<Record<string, readonly [text: string, becomes: string]>> = {
  'subgraphs/index.ts': [
    '  coordination: () =>',
    "  health: () => import('./health/index.js').then(({ health }) => health),\n  coordination: () =>",
  ],
  'policies/national-2024.yaml': [
    '    coordination.schoolAgeRegister:',
    '    health.vaccinations: { value: 100, source: *quarterly }\n    coordination.schoolAgeRegister:',
  ],
  'policies/purposes.yaml': ['agencies: [education', 'agencies: [health, education'],
  'cli/personas.yaml': ['  wholeChild:\n    [\n', '  wholeChild:\n    [\n      health.record.read,\n'],
};

test('the README names the files and the commands by which an agency joins, and no other', () => {
  expect(NAMED.filter((name) => /^(subgraphs|policies|cli)\//.test(name))).toEqual([
    'subgraphs/labour',
    ...Object.keys(EDITS),
  ]);
  expect(COMMANDS).toEqual([
    'npm run build',
    'npx hub migrate --generate initial --agency health',
    'npx hub schema',
  ]);
});

interface Answer {
  readonly data: {
    readonly student: {
      readonly registerEntry: {
        readonly name: string;
        readonly residenceDivision: { readonly code: string };
      };
      readonly schooling: object;
      readonly health: {
        readonly vaccinations: { readonly register: { readonly state: string }; readonly records: object[] };
      } | null;
    };
  };
  readonly errors?: readonly GraphqlError[];
}
const PICTURE = `query ($id: ID!) { student(id: $id) {
  registerEntry { name residenceDivision { code } }
  schooling { studentStatus { register { state } } }
  health { vaccinations { register { state freshness } records { vaccine givenOn } } } } }`;

async function ask(query: string, variables: object = {}): Promise<Answer> {
  const token = (await joining.hub('token', 'coordination-officer')).trim();
  const response = await fetch(new URL('graphql', joining.gatewayUrl), {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'x-purpose': 'CASE_HANDLING',
      'content-type': 'application/json',
    },
    body: JSON.stringify({ query, variables }),
  });
  expect(response.status).toBe(200);
  return (await response.json()) as Answer;
}

/** Waits until the gateway finds every agency as it is to be. */
async function untilReady(
  expected: Readonly<Record<string, string>>,
  { ended, stop }: HubProcess,
): Promise<void> {
  const deadline = Date.now() + SERVED_WITHIN_MS;
  let found: Readonly<Record<string, string>> = {};
  while (Date.now() < deadline) {
    const response = await fetch(new URL('health/ready', joining.gatewayUrl)).catch(() => undefined);
    if (response) ({ agencies: found } = (await response.json()) as { agencies: Record<string, string> });
    if (Object.entries(expected).every(([name, health]) => found[name] === health)) return;
    const ending = await Promise.race([ended, delay(250)]);
    if (ending) throw new Error(`It ended: ${ending.stderr}`);
  }
  const { stdout, stderr } = await stop('SIGTERM');
  throw new Error(`The gateway finds ${JSON.stringify(found)}.\n${stdout}${stderr}`);
}

test(
  'one folder, one line: the agency is composed, migrated, filled, asked beside the others, and down without a word of none',
  async () => {
    joining.addFolder('health');
    for (const [file, change] of Object.entries(EDITS)) joining.edit(file, change);
    const said = [];
    for (const command of COMMANDS)
      if (command === 'npm run build') joining.build();
      else said.push(await joining.hub(...command.replace('npx hub ', '').split(' ')));
    expect(said).toEqual([
      expect.stringMatching(/^health: wrote Migration\d+_initial\.ts$/m),
      expect.stringMatching(/^Wrote (?=.*supergraph\.graphql).*subgraphs\/health\.graphql/m),
    ]);
    // As `npm start` does: a migration was written.
    joining.build();
    expect(await joining.hub('schema', '--check')).toContain('up to date');
    expect(await joining.hub('migrate', '--check', '--agency', 'health')).toContain('agree');

    await joining.hub('generate');
    await joining.hub('compare');
    const served = joining.serve('gateway', ...agencyNames);
    const up = Object.fromEntries(agencyNames.map((name) => [name, 'UP']));
    await untilReady({ ...up, health: 'DOWN' }, served);
    const health = joining.serve('health');
    await untilReady({ ...up, health: 'UP' }, health);

    // Loaded it is not yet: nobody may take that for "none".
    const id = readCountyManifest(joining.folder)?.sampleStudentId ?? '';
    const empty = await ask(PICTURE, { id });
    expect(empty.errors).toBeUndefined();
    expect(empty.data.student.health).toMatchObject({ vaccinations: { register: { state: 'NOT_LOADED' } } });

    const { FindStudent } = await sampleVariables({ dataDir: joining.folder });
    const { residentIdNumber, name } = FindStudent?.['input'] as { residentIdNumber: string; name: string };
    const file = join(joining.folder, 'vaccinations.csv');
    const { code } = empty.data.student.registerEntry.residenceDivision;
    writeFileSync(
      file,
      `公民身份号码,姓名,疫苗名称,接种日期,居住地区划代码\n${residentIdNumber},${name},${VACCINE},2021-06-01,${code}\n`,
    );
    await joining.hub('import', 'health', 'vaccinations', file, '--by', 'officer of health');

    const filled = await ask(PICTURE, { id });
    expect(filled.errors).toBeUndefined();
    const { health: part, ...others } = filled.data.student;
    expect(part).toEqual({
      vaccinations: {
        register: { state: 'FOUND', freshness: 'CURRENT' },
        records: [{ vaccine: VACCINE, givenOn: '2021-06-01' }],
      },
    });
    expect(others).toMatchObject({
      registerEntry: { name },
      schooling: { studentStatus: { register: { state: 'FOUND' } } },
    });

    await health.stop('SIGKILL');
    const without = await ask(PICTURE, { id });
    expect(without.data.student).toEqual({ ...others, health: null });
    expect(without.errors).toEqual([
      expect.objectContaining({
        path: ['student', 'health'],
        extensions: expect.objectContaining({ code: 'AGENCY_UNAVAILABLE', agency: 'health' }) as object,
      }),
    ]);
    await untilReady({ ...up, health: 'DOWN' }, served);
  },
  PROOF_LIMIT_MS,
);
