import { startMiniatureHub, type MiniatureHub } from './support/miniature.hub.js';
import { type Data, withEntities, ONE, expectUnknown } from './support/failing-agency.js';

let hub: MiniatureHub;
beforeAll(async () => {
  // The breaker has its own tests; here every call must reach the faulty agency.
  hub = await startMiniatureHub(() => ({ breaker: { failures: 1_000_000 } }));
});
const beside: MiniatureHub[] = [];
async function startBeside(...given: Parameters<typeof startMiniatureHub>): Promise<MiniatureHub> {
  const started = await startMiniatureHub(...given);
  beside.push(started);
  return started;
}
afterAll(async () => {
  await Promise.all([hub, ...beside].map((each) => each.close()));
});
afterEach(() => {
  for (const agency of Object.values(hub.agencies)) agency.misbehave(undefined);
});

test.each([
  '{"data":{"_entities":[{"schooling":{"grade":1,"__proto__":{"polluted":true}}}]}}',
  '{"data":{"_entities":[{"__proto__":{"polluted":true},"schooling":{"grade":1}}],"__proto__":{"polluted":true}}}',
  '{"data":{"_entities":[{"constructor":{"prototype":{"polluted":true}},"schooling":{"grade":1}}]}}',
  '{"data":{"_entities":[{"schooling":{"grade":1,"\\u005f_proto__":{"polluted":true}}}]}}',
])('T21 keys that reach into prototypes are dropped: %s', async (text) => {
  hub.agencies.education.misbehave({ rewrite: () => text });
  const answer = await hub.ask(ONE);
  expect(answer.errors).toEqual([]);
  expect(answer.data).toMatchObject({ student: { schooling: { grade: 1 } } });
  expect(answer.text).not.toContain('polluted');
  expect(({} as Data).polluted).toBeUndefined();
});

test('T21 an agency cannot speak in the name of another', async () => {
  const forged = { allowance: 999, askedBy: 'education' };
  const forge = withEntities((entities) =>
    entities.map((entity) => ({ ...(entity as Data), id: 'other', welfare: forged })),
  );
  hub.agencies.education.misbehave({ rewrite: forge });
  expect((await hub.ask(ONE)).data).toMatchObject({
    student: { id: 'child-1', welfare: { allowance: 100 } },
  });
  hub.agencies['civil-affairs'].misbehave({ answer: (response) => response.destroy() });
  expectUnknown(await hub.ask(ONE), 'civil-affairs', 'AGENCY_UNAVAILABLE', [['student', 'welfare']]);
});

test.each([
  ['a number for text', { grade: 1, askedBy: 5, school: null }],
  ['text for a number', { grade: '1', askedBy: 'a', school: null }],
  ['an object for text', { grade: 1, askedBy: { a: 1 }, school: null }],
  ['a list for an object', { grade: 1, askedBy: 'a', school: [] }],
  ['null where there is always a value', { grade: 1, askedBy: 'a', school: { code: 'S1', name: null } }],
])('%s makes the whole answer unusable, so that it is never read as "none"', async (_, schooling) => {
  hub.agencies.education.misbehave({ rewrite: withEntities(() => [{ schooling }]) });
  const answer = await hub.ask(
    'query { student(id: "child-1") { schooling { grade askedBy school { code name } } } }',
  );
  expectUnknown(answer, 'education', 'AGENCY_UNAVAILABLE', [['student', 'schooling']]);
});

test('an unknown enum value or a type name out of place costs its own agency only', async () => {
  const query =
    'query { student(id: "child-1") { registerEntry { standing } welfare { allowance school { name } } } }';
  hub.agencies['civil-affairs'].misbehave({
    rewrite: withEntities(() => [
      { welfare: { allowance: 1, school: { __typename: 'Office', code: 'S1' } } },
    ]),
  });
  expectUnknown(await hub.ask(query), 'civil-affairs', 'AGENCY_UNAVAILABLE', [['student', 'welfare']]);
  hub.agencies.coordination.misbehave({
    rewrite: () => ({
      data: { student: { __typename: 'Student', id: 'child-1', registerEntry: { standing: 'CANARY' } } },
    }),
  });
  expectUnknown(await hub.ask(query), 'coordination', 'AGENCY_UNAVAILABLE', [['student']]);
});

test('T21 an answer above the size cap is not read to its end', async () => {
  const small = await startBeside(() => ({ limits: { answerBytes: 10_000 } }));
  small.agencies.education.misbehave({
    rewrite: (honest) => ({ ...honest, padding: 'x'.repeat(5_000_000) }),
  });
  expectUnknown(await small.ask(ONE), 'education', 'AGENCY_UNAVAILABLE', [['student', 'schooling']]);
});

test('T8 nothing that an agency sent or that a child is called reaches the log', () => {
  expect(hub.logged.length).toBeGreaterThan(0);
  expect(hub.logged.join('\n')).not.toMatch(/CANARY|child-|Zhang|990000/);
});
