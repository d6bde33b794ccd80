import { startMiniatureHub, type MiniatureHub } from './support/miniature.hub.js';

let hub: MiniatureHub;
beforeAll(async () => {
  hub = await startMiniatureHub(() => ({ subgraphTimeoutMs: 20_000, limits: { requestMs: 30_000 } }));
});
afterAll(() => hub.close());

const QUERY = `query {
  student(id: "child-1") { registerEntry { askedBy purpose } schooling { askedBy } welfare { askedBy } }
  students(first: 10) { edges { node { registerEntry { askedBy purpose } schooling { askedBy } welfare { askedBy } } } }
}`;

test('identical queries of many users in flight at once are each answered to their own user', async () => {
  const users = await Promise.all(
    Array.from({ length: 8 }, async (_, index) => ({
      sub: `officer-${index}`,
      token: await hub.token({ sub: `officer-${index}` }),
    })),
  );
  // Slow agencies keep all the calls in flight together, so that anything that merges them would.
  for (const agency of Object.values(hub.agencies)) agency.misbehave({ delayMs: 30 });
  const answers = await Promise.all(
    Array.from({ length: 200 }, async (_, call) => {
      const user = users[call % users.length] as (typeof users)[number];
      const purpose = call % 2 ? 'SUPERVISION' : 'CASE_HANDLING';
      const answer = await hub.ask(QUERY, { token: user.token, headers: { 'x-purpose': purpose } });
      return { user, purpose, answer };
    }),
  );
  let identities = 0;
  for (const { user, purpose, answer } of answers) {
    expect(answer.errors).toEqual([]);
    const told = [...answer.text.matchAll(/"askedBy":"([^"]+)"/g)].map(([, sub]) => sub);
    identities += told.length;
    expect(new Set(told)).toEqual(new Set([user.sub]));
    const purposes = [...answer.text.matchAll(/"purpose":"([^"]+)"/g)].map(([, each]) => each);
    expect(new Set(purposes)).toEqual(new Set([purpose]));
  }
  expect(identities).toBe(200 * 33);
});

test('each user costs each agency its own calls', async () => {
  for (const { calls } of Object.values(hub.agencies)) calls.length = 0;
  const tokens = await Promise.all(['a', 'b', 'c', 'd'].map((sub) => hub.token({ sub })));
  await Promise.all(
    tokens.map((token) => hub.ask('query { student(id: "child-1") { schooling { askedBy } } }', { token })),
  );
  const authorizations = hub.agencies.education.calls.map(({ headers }) => headers.authorization);
  expect(new Set(authorizations)).toEqual(new Set(tokens.map((token) => `Bearer ${token}`)));
  expect(authorizations).toHaveLength(4);
});
