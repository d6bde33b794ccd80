import fc from 'fast-check';
import { garble, SNIPPETS } from './support/garbled-json.js';
import { startMiniatureHub, type Answer, type MiniatureHub } from './support/miniature.hub.js';
import { MINIATURE_AGENCIES } from './support/miniature.schema.js';

let hub: MiniatureHub;
beforeAll(async () => {
  hub = await startMiniatureHub(() => ({ breaker: { failures: 1_000_000 }, subgraphTimeoutMs: 5000 }));
});
afterAll(() => hub.close());
afterEach(() => {
  for (const name of MINIATURE_AGENCIES) hub.agencies[name].misbehave(undefined);
});

const FIELDS = `id formerIds
  registerEntry { name standing askedBy }
  schooling { grade school { name phone } askedBy guardianPhone }
  welfare { allowance share isPaid note school { name aided } }
  casework { id student { id schooling { grade } } school { name } }`;
const QUESTIONS = [
  `query { student(id: "child-1") { ${FIELDS} } }`,
  `query { students(first: 3) { totalCount edges { cursor node { ${FIELDS} } } } }`,
  `query { a: student(id: "child-1") { ${FIELDS} } b: student(id: "child-1") { w: welfare { a: allowance } } }`,
  `query { student(id: "child-1") { __typename registerEntry { __typename standing } schooling { __typename grade } } }`,
  `query ($no: Boolean = false, $yes: Boolean = true) {
    student(id: "child-1") {
      schooling { grade askedBy @include(if: $no) }
      ... @include(if: $yes) { schooling { school { name } } welfare { note } }
      ... @skip(if: $yes) { welfare { allowance } }
      welfare { share }
    }
  }`,
  `query { school(code: "S1") { name pupils { id welfare { isPaid } registerEntry { standing } } } }`,
  `query { party { ... on Student { registerEntry { name } } ... on Office { code } } cases { id student { id } } reachable { code contact } }`,
  `mutation { openCase(studentId: "child-1") { id student { registerEntry { standing } schooling { grade } } } }`,
];
const garbling = fc.record({
  agency: fc.constantFrom(...MINIATURE_AGENCIES),
  question: fc.constantFrom(...QUESTIONS),
  scopes: fc.constantFrom(undefined, 'coordination.case.read civil-affairs.welfare.read', ''),
  changes: fc.array(
    fc.record({ place: fc.nat(), snippet: fc.constantFrom(...SNIPPETS), replaces: fc.boolean() }),
    {
      maxLength: 2,
    },
  ),
});

/** Without what differs from one request to the next. */
function told({ status, data, errors }: Answer): object {
  const plain = errors.map(({ message, path, extensions: { code, agency } }) => ({
    ...{ message, path: JSON.stringify(path), code, agency },
  }));
  return { status, data, errors: plain.sort((left, right) => (left.path < right.path ? -1 : 1)) };
}

test('an answer read as text means what it means when it is parsed and checked as a whole', async () => {
  const tokens = new Map<string | undefined, string>([[undefined, await hub.token({}, 'EXPLORER', 3600)]]);
  for (const scope of ['coordination.case.read civil-affairs.welfare.read', '']) {
    tokens.set(scope, await hub.token({ scope }, 'EXPLORER', 3600));
  }
  await fc.assert(
    fc.asyncProperty(garbling, async ({ agency, question, scopes, changes }) => {
      const token = tokens.get(scopes);
      const answerWith = (before: string) => {
        hub.agencies[agency].misbehave({
          rewrite: (honest) => before + changes.reduce(garble, JSON.stringify(honest)),
        });
        return hub.ask(question, { token });
      };
      const asText = await answerWith('');
      // A space in front is as good JSON, but not what a plain answer begins with.
      const asWhole = await answerWith(' ');
      expect(told(asText)).toEqual(told(asWhole));
    }),
    { numRuns: 150, seed: 20_260_102 },
  );
});

describe('what nobody but the client has to look into', () => {
  const named = (name: string) => ({
    rewrite: (honest: Record<string, unknown>) => JSON.stringify(honest).replace('"Zhang"', name),
  });

  test('is handed on letter by letter', async () => {
    hub.agencies.coordination.misbehave(named(String.raw`"\u5f20\/Zhang"`));
    const answer = await hub.ask('query { student(id: "child-1") { registerEntry { name standing } } }');
    expect(answer.text).toContain(String.raw`{"name":"\u5f20\/Zhang","standing":"IN_SCHOOL"}`);
    expect(answer.data).toEqual({
      student: { registerEntry: { name: '\u5f20/Zhang', standing: 'IN_SCHOOL' } },
    });
  });

  test('is still cut down to what a caller may see, and to what was asked for', async () => {
    hub.agencies.education.misbehave({
      rewrite: (honest) => JSON.stringify(honest).replace('"grade":3', '"grade":3,"extra":"CANARY"'),
    });
    const token = await hub.token({ scope: '' });
    const answer = await hub.ask('query { student(id: "child-1") { schooling { grade guardianPhone } } }', {
      token,
    });
    expect(answer.data).toEqual({ student: { schooling: { grade: 3, guardianPhone: null } } });
    expect(answer.errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    expect(answer.text).not.toContain('CANARY');
  });

  test('reaches the client as UTF-8, whatever bytes an agency sends', async () => {
    const body = Buffer.from('{"data":{"_entities":[{"schooling":{"askedBy":"\u00ff"}}]}}', 'latin1');
    hub.agencies.education.misbehave({
      answer: (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end(body),
    });
    const answer = await hub.ask('query { student(id: "child-1") { schooling { askedBy } } }');
    expect(answer.data).toEqual({ student: { schooling: { askedBy: '\ufffd' } } });
    const raw = await fetch(new URL('graphql', hub.url), {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await hub.token()}`,
        'x-purpose': 'CASE_HANDLING',
        'content-type': 'application/json',
      },
      body: JSON.stringify({ query: 'query { student(id: "child-1") { schooling { askedBy } } }' }),
    });
    expect(Buffer.from(await raw.arrayBuffer()).includes(0xff)).toBe(false);
  });
});
