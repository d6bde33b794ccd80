import fc from 'fast-check';
import { startMiniatureHub, type MiniatureHub } from './support/miniature.hub.js';
import { MINIATURE_AGENCIES, type MiniatureAgency } from './support/miniature.schema.js';
import type { Fault } from './support/subgraph.server.js';

let hub: MiniatureHub;
beforeAll(async () => {
  hub = await startMiniatureHub(() => ({ breaker: { failures: 1_000_000 }, subgraphTimeoutMs: 5000 }));
});
afterAll(() => hub.close());

const FAULTS: Fault[] = [
  { rewrite: () => ({ data: {} }) },
  { rewrite: () => ({ data: null, errors: [{ message: 'CANARY' }] }) },
  { rewrite: () => '<html>CANARY</html>' },
  { answer: (response) => response.destroy() },
  {
    rewrite: ({ data }) => ({
      data: Object.fromEntries(Object.keys(data as object).map((key) => [key, null])),
      errors: [{ message: 'CANARY', path: ['_entities'] }],
    }),
  },
];

interface Field {
  readonly owner: MiniatureAgency;
  readonly text: string;
}
const FIELDS: Field[] = [
  { owner: 'education', text: 'schooling { grade school { name } }' },
  { owner: 'education', text: 'schooling { askedBy }' },
  { owner: 'civil-affairs', text: 'welfare { allowance }' },
  { owner: 'coordination', text: 'registerEntry { standing name }' },
  { owner: 'coordination', text: 'formerIds' },
];
interface Root {
  readonly owner: MiniatureAgency;
  readonly wrap: (selection: string) => string;
  /** Paths, below the root field, of the children in an answer. */
  readonly children: (string | number)[][];
}
const ROOTS: Root[] = [
  { owner: 'coordination', wrap: (inner) => `student(id: "child-1") { id ${inner} }`, children: [[]] },
  {
    owner: 'coordination',
    wrap: (inner) => `students(first: 3) { edges { node { id ${inner} } } }`,
    children: [0, 1, 2].map((index) => ['edges', index, 'node']),
  },
  {
    owner: 'education',
    wrap: (inner) => `school(code: "S1") { pupils { id ${inner} } }`,
    children: [0, 1].map((index) => ['pupils', index]),
  },
];
const STYLES = ['plain', 'inline', 'spread'] as const;

const question = fc.record({
  roots: fc.array(
    fc.record({
      root: fc.constantFrom(...ROOTS),
      fields: fc.array(fc.record({ field: fc.constantFrom(...FIELDS), style: fc.constantFrom(...STYLES) }), {
        minLength: 1,
        maxLength: 5,
      }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  faults: fc.record(
    Object.fromEntries(
      MINIATURE_AGENCIES.map((name) => [name, fc.option(fc.constantFrom(...FAULTS), { nil: undefined })]),
    ),
  ),
});

test('whichever agencies fail, exactly the fields that they own are null, each with exactly one error', async () => {
  await fc.assert(
    fc.asyncProperty(question, async ({ roots, faults }) => {
      const fragments: string[] = [];
      const expected: { path: (string | number)[]; agency: string }[] = [];
      const answered: (string | number)[][] = [];
      const parts = roots.map(({ root, fields }, rootIndex) => {
        const rootKey = `root${rootIndex}`;
        if (faults[root.owner]) expected.push({ path: [rootKey], agency: root.owner });
        const selection = fields.map(({ field, style }, index) => {
          const key = `field${index}`;
          for (const child of faults[root.owner] ? [] : root.children) {
            const path = [rootKey, ...child, key];
            if (faults[field.owner]) expected.push({ path, agency: field.owner });
            else answered.push(path);
          }
          const text = `${key}: ${field.text}`;
          if (style === 'plain') return text;
          if (style === 'inline') return `... on Student { ${text} }`;
          fragments.push(`fragment F${rootIndex}x${index} on Student { ${text} }`);
          return `...F${rootIndex}x${index}`;
        });
        return `${rootKey}: ${root.wrap(selection.join(' '))}`;
      });
      for (const name of MINIATURE_AGENCIES) hub.agencies[name].misbehave(faults[name]);

      const answer = await hub.ask(`query { ${parts.join(' ')} } ${fragments.join(' ')}`);
      expect(answer.status).toBe(200);
      const byPath = (left: { path?: unknown }, right: { path?: unknown }) =>
        JSON.stringify(left.path) < JSON.stringify(right.path) ? -1 : 1;
      const told = answer.errors.map(({ path, extensions }) => ({ path, agency: extensions.agency }));
      expect(told.sort(byPath)).toEqual(expected.sort(byPath));
      const valueAt = (path: (string | number)[]) =>
        path.reduce<unknown>((value, step) => (value as Record<string | number, unknown>)[step], answer.data);
      for (const { path } of expected) expect(valueAt(path)).toBeNull();
      for (const path of answered) expect(valueAt(path)).not.toBeNull();
      expect(answer.text).not.toContain('CANARY');
    }),
    { numRuns: 150, seed: 20_260_101 },
  );
});
