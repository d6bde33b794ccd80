import { callerAs, headersOf, testCounty, type TestCaller } from '../support/callers.js';
import { startTestHub, type TestHub } from '../support/hub.js';

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub.close());

const system = callerAs('system-administrator');
const security = callerAs('security-administrator');
const auditor = callerAs('auditor');
const officer = callerAs('coordination-officer');

const both = (one: TestCaller, other: TestCaller): TestCaller => ({
  ...one,
  scopes: [...new Set([...one.scopes, ...other.scopes])],
});

test.each([
  ['system and security', both(system, security)],
  ['security and audit', both(security, auditor)],
  ['audit and system', both(auditor, system)],
  ['all three', both(both(system, security), auditor)],
])('a token that administers %s is refused at the gateway and at every agency', async (_which, caller) => {
  const refused = { status: 403, codes: ['RIGHTS_INCOMPATIBLE'] };
  const outcomeOf = ({ status, errors }: Awaited<ReturnType<TestHub['ask']>>) => ({
    status,
    codes: errors.map(({ extensions }) => extensions.code),
  });
  expect(outcomeOf(await hub.ask(caller, '{ __typename }'))).toEqual(refused);
  for (const agency of hub.agencies.values())
    expect(outcomeOf(await agency.ask(caller, '{ __typename }'))).toEqual(refused);
});

const SERVICE = '{ _service { sdl } }';

test("an agency's schema as it is composed is shown to system administrators alone", async () => {
  for (const agency of hub.agencies.values()) {
    const shown = await agency.ask<{ _service: { sdl: string } }>(system, SERVICE);
    expect(shown.errors).toEqual([]);
    expect(shown.data._service.sdl).toContain('type Student');
    for (const caller of [officer, security, auditor]) {
      const { data, errors } = await agency.ask(caller, SERVICE);
      expect(JSON.stringify(data)).not.toContain('type Student');
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    }
  }
});

async function callSystem(caller: TestCaller, method: 'GET' | 'POST', path: string) {
  const { authorization = '' } = await headersOf(caller);
  const response = await fetch(new URL(path, hub.url), { method, headers: { authorization } });
  return { status: response.status, body: (await response.json()) as Readonly<Record<string, unknown>> };
}

test('a system administrator sees the breakers and which supergraph is in force, and puts a changed one in force', async () => {
  const state = {
    supergraph: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    breakers: Object.fromEntries([...hub.agencies.keys()].map((agency) => [agency, 'CLOSED'])),
  };
  expect(await callSystem(system, 'GET', '/system')).toEqual({ status: 200, body: state });
  expect(await callSystem(system, 'POST', '/system/reload')).toEqual({
    status: 200,
    body: { isReloaded: true, ...state },
  });
});

test.each([
  ['GET', '/system'],
  ['POST', '/system/reload'],
] as const)('%s %s is for system administrators alone', async (method, path) => {
  for (const caller of [officer, security, auditor]) {
    const { status, body } = await callSystem(caller, method, path);
    expect({ status, body }).toEqual({
      status: 403,
      body: {
        errors: [expect.objectContaining({ extensions: expect.objectContaining({ code: 'FORBIDDEN' }) })],
      },
    });
  }
  const response = await fetch(new URL(path, hub.url), { method });
  expect(response.status).toBe(401);
});

test('neither the administrator of the system nor that of security reads a child', async () => {
  for (const caller of [system, security]) {
    const { data, errors } = await hub.ask<{ student: unknown }>(
      { ...caller, purpose: 'CASE_HANDLING' },
      'query ($id: ID!) { student(id: $id) { id registerEntry { name } } }',
      { id: testCounty.sampleStudentId },
    );
    expect(data.student).toBeNull();
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  }
});
