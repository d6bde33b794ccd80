import { startMiniatureHub, type MiniatureHub } from './support/miniature.hub.js';
import { respond, type Data, withEntities, ONE, expectUnknown } from './support/failing-agency.js';

let hub: MiniatureHub;
beforeAll(async () => {
  // The breaker has its own tests; here every call must reach the faulty agency.
  hub = await startMiniatureHub(() => ({ breaker: { failures: 1_000_000 } }));
});
afterAll(() => hub.close());
afterEach(() => {
  for (const agency of Object.values(hub.agencies)) agency.misbehave(undefined);
});

test.each([
  ['hidden-1', 'NOT_FOUND'],
  ['secret-1', 'FORBIDDEN'],
  ['broken-1', 'AGENCY_UNAVAILABLE'],
  ['leaky-1', 'AGENCY_UNAVAILABLE'],
])('what an agency says of %s reaches the client as %s and nothing more', async (id, code) => {
  const answer = await hub.ask('query($id: ID!) { student(id: $id) { id schooling { grade } } }', {
    variables: { id },
  });
  expectUnknown(answer, 'education', code, [['student', 'schooling']]);
  expect(Object.keys(answer.errors[0]?.extensions ?? {}).sort()).toEqual([
    'agency',
    'code',
    'messageZh',
    'requestId',
  ]);
});

test('a refusal of one root field passes with its code', async () => {
  const answer = await hub.ask('query { student(id: "unknown") { id schooling { grade } } }');
  expectUnknown(answer, 'coordination', 'NOT_FOUND', [['student']]);
});

test.each(['NOT_FOUND', 'FORBIDDEN'])(
  '%s on a whole entity is spread over the fields asked of it',
  async (code) => {
    hub.agencies.education.misbehave({
      rewrite: (honest) => ({
        ...withEntities((entities) => entities.map((entity, index) => (index === 1 ? null : entity)))(honest),
        errors: [{ message: 'CANARY', path: [Object.keys(honest.data as Data)[0], 1], extensions: { code } }],
      }),
    });
    const answer = await hub.ask(
      'query { students(first: 3) { edges { node { a: schooling { grade } b: schooling { askedBy } } } } }',
    );
    const paths = ['a', 'b'].map((key) => ['students', 'edges', 1, 'node', key]);
    expectUnknown(answer, 'education', code, paths);
  },
);

test('an agency that cannot record the access says so, although it travels as HTTP 503', async () => {
  const refusal = '{"errors":[{"message":"CANARY","extensions":{"code":"AUDIT_UNAVAILABLE"}}]}';
  hub.agencies.education.misbehave({ answer: respond(503, refusal) });
  const answer = await hub.ask(ONE);
  expectUnknown(answer, 'education', 'AUDIT_UNAVAILABLE', [['student', 'schooling']]);
});

test('an error below a seam field that takes the field with it is told once, on the field', async () => {
  hub.agencies.education.misbehave({
    rewrite: (honest) => {
      const [alias] = Object.keys(honest.data as Data);
      const path = [alias, 0, 'schooling', 'school', 'name'];
      const error = { message: 'CANARY', path, extensions: { code: 'NOT_FOUND' } };
      return { ...withEntities(() => [{ schooling: null }])(honest), errors: [error, error] };
    },
  });
  const answer = await hub.ask('query { student(id: "child-1") { schooling { school { name } } } }');
  expectUnknown(answer, 'education', 'NOT_FOUND', [['student', 'schooling']]);
});

test('an error that points at an answered value is dropped', async () => {
  hub.agencies.education.misbehave({
    rewrite: (honest) => ({
      ...honest,
      errors: [{ message: 'CANARY', path: ['_entities', 0, 'schooling', 'grade'] }],
    }),
  });
  const answer = await hub.ask(ONE);
  expect(answer.errors).toEqual([]);
  expect(answer.data).toMatchObject({ student: { schooling: { grade: 3 } } });
});

test("a null inside an agency's own record is that agency's word and no error", async () => {
  const answer = await hub.ask(
    'query { student(id: "child-1") { schooling { school { phone } } welfare { note } } }',
  );
  expect(answer.errors).toEqual([]);
  expect(answer.data).toEqual({
    student: { schooling: { school: { phone: null } }, welfare: { note: null } },
  });
});

test("a null that another agency adds to an agency's own entity has an error", async () => {
  const answer = await hub.ask('query { school(code: "S1") { name phone aided } }');
  expectUnknown(answer, 'civil-affairs', 'AGENCY_UNAVAILABLE', [['school', 'aided']]);
  expect(answer.data).toMatchObject({ school: { name: 'First School', phone: null } });
});

test('an agency that is down below another one costs its own part only', async () => {
  hub.agencies.education.misbehave({ answer: (response) => response.destroy() });
  const answer = await hub.ask(
    'query { student(id: "child-1") { welfare { allowance school { code name } } } }',
  );
  expectUnknown(answer, 'education', 'AGENCY_UNAVAILABLE', [['student', 'welfare', 'school']]);
  expect(answer.data).toMatchObject({ student: { welfare: { allowance: 100 } } });
});

test('T8 nothing that an agency sent or that a child is called reaches the log', () => {
  expect(hub.logged.length).toBeGreaterThan(0);
  expect(hub.logged.join('\n')).not.toMatch(/CANARY|child-|Zhang|990000/);
});
