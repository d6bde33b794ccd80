import { startMiniatureHub, type Answer, type MiniatureHub } from './support/miniature.hub.js';
import type { Fault } from './support/subgraph.server.js';

let hub: MiniatureHub;
beforeAll(async () => {
  hub = await startMiniatureHub(() => ({ breaker: { failures: 1_000_000 } }));
});
afterAll(() => hub.close());
afterEach(() => hub.agencies.education.misbehave(undefined));

type Entity = Record<string, unknown>;
type Data = Record<string, Entity[]>;
const PAGE =
  'query { students(first: 3) { edges { node { id registerEntry { name } schooling { grade askedBy } welfare { allowance } } } } }';

interface Shown {
  readonly id: string;
  readonly registerEntry: object | null;
  readonly schooling: object | null;
  readonly welfare: object | null;
}

function nodesOf({ data }: Answer): readonly Shown[] {
  const { edges } = data?.['students'] as { edges: readonly { node: Shown }[] };
  return edges.map(({ node }) => node);
}

/** Education answers for its entities whatever the lie makes of the honest ones. */
const lying = (lie: (entities: Entity[]) => unknown): Fault => ({
  rewrite: ({ data }) => ({
    data: Object.fromEntries(Object.entries(data as Data).map(([key, entities]) => [key, lie(entities)])),
  }),
});

const LIES: Record<string, Fault> = {
  'one child’s record for every child': lying((entities) => entities.map(() => entities[0])),
  'its records in another order': lying((entities) => entities.toReversed()),
  'records that claim to be of another child': lying((entities) =>
    entities.map((entity) => ({ ...entity, id: 'child-0' })),
  ),
  'a type that was not asked for': lying((entities) =>
    entities.map((entity) => ({ ...entity, __typename: 'School', code: 'S1' })),
  ),
  'a type that nobody knows': lying((entities) =>
    entities.map((entity) => ({ ...entity, __typename: 'Nobody' })),
  ),
  'fields of every other agency': lying((entities) =>
    entities.map((entity) => ({
      ...entity,
      id: 'forged',
      registerEntry: { name: 'FORGED' },
      welfare: { allowance: 999 },
      formerIds: ['forged'],
    })),
  ),
  'more data under other names': {
    rewrite: ({ data }) => ({
      data: {
        ...(data as Data),
        students: { edges: [{ node: { id: 'forged' } }] },
        student: { id: 'forged', registerEntry: { name: 'FORGED' } },
        _service: { sdl: 'FORGED' },
      },
    }),
  },
  'extensions and headers of its own': {
    rewrite: (honest) => ({
      ...honest,
      extensions: { forged: 'FORGED', code: 'FORBIDDEN' },
      hasNext: true,
      incremental: [{ path: ['students'], data: { edges: [] } }],
    }),
  },
  'keys that reach into prototypes': {
    rewrite: (honest) =>
      JSON.stringify(honest).replaceAll(
        '"grade"',
        '"__proto__":{"polluted":"FORGED"},"constructor":{"prototype":{"polluted":"FORGED"}},"grade"',
      ),
  },
  'the same key twice': {
    rewrite: (honest) => JSON.stringify(honest).replace('"data":', '"data":{"forged":1},"data":'),
  },
  'one key more often than it can be read': {
    rewrite: (honest) =>
      JSON.stringify(honest).replaceAll('"grade"', `${'"grade":0,'.repeat(10_000)}"grade"`),
  },
  'an error for every place of the answer': {
    rewrite: (honest) => ({
      ...honest,
      errors: [
        ['students'],
        ['students', 'edges', 0, 'node'],
        ['_entities', 0, 'welfare'],
        ['_entities', 99, 'schooling'],
        ['__proto__'],
        [],
      ].map((path) => ({
        message: 'FORGED',
        path,
        extensions: { code: 'NOT_FOUND', agency: 'civil-affairs' },
      })),
    }),
  },
};

describe('T21 an agency that lies', () => {
  test.each(Object.keys(LIES))(
    '%s: nothing but its own fields of the children asked about changes',
    async (lie) => {
      const honest = nodesOf(await hub.ask(PAGE));
      hub.agencies.education.misbehave(LIES[lie]);
      const answer = await hub.ask(PAGE);

      const withoutOwn = (nodes: readonly Shown[]) =>
        nodes.map((node) => ({ ...node, schooling: undefined }));
      expect(answer.status).toBe(200);
      expect(withoutOwn(nodesOf(answer))).toEqual(withoutOwn(honest));
      for (const { path, extensions } of answer.errors) {
        expect(extensions.agency).toBe('education');
        expect(path?.at(-1)).toBe('schooling');
      }
      const unknown = nodesOf(answer).filter(({ schooling }) => schooling === null);
      expect(answer.errors).toHaveLength(unknown.length);
      expect(answer.text).not.toMatch(/forged|polluted/i);
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    },
  );

  test('leaves nothing behind: the next answer is as before', async () => {
    const before = (await hub.ask(PAGE)).data;
    for (const lie of Object.values(LIES)) {
      hub.agencies.education.misbehave(lie);
      await hub.ask(PAGE);
      hub.agencies.education.misbehave(undefined);
      const after = await hub.ask(PAGE);
      expect(after.errors).toEqual([]);
      expect(after.data).toEqual(before);
    }
  });

  test('about one child says nothing about another who is asked for at the same time', async () => {
    hub.agencies.education.misbehave(
      lying((entities) => entities.map((entity) => ({ ...entity, schooling: { grade: 99 } }))),
    );
    const asked = hub.ask(
      'query { student(id: "child-1") { id schooling { grade } welfare { allowance } } }',
    );
    const other = hub.ask('query { student(id: "child-2") { id welfare { allowance } } }');
    expect((await other).data).toEqual({ student: { id: 'child-2', welfare: { allowance: 100 } } });
    expect((await asked).data).toMatchObject({ student: { id: 'child-1', welfare: { allowance: 100 } } });
  });
});
