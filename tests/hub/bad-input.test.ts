import { fieldsOf, hasPages } from '../faults/supergraph.js';
import { callerAs, headersOf, testCounty, testIssuer } from '../support/callers.js';
import { startTestHub, type TestHub } from '../support/hub.js';

const officer = callerAs('coordination-officer');
let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub.close());

interface Refusal {
  readonly status: number;
  readonly codes: readonly string[];
  readonly text: string;
}

async function post(body: string, headers: Record<string, string> = {}): Promise<Refusal> {
  const response = await fetch(new URL('/graphql', hub.url), {
    method: 'POST',
    headers: { ...(await headersOf(officer)), ...headers },
    body,
  });
  const text = await response.text();
  const { errors = [] } = JSON.parse(text) as { errors?: { extensions: { code: string } }[] };
  return { status: response.status, codes: errors.map(({ extensions }) => extensions.code), text };
}

const ask = (query: string, variables?: Record<string, unknown>) =>
  post(JSON.stringify({ query, variables }));

test.each([
  ['an unknown field', '{ student(id: "a") { shoeSize } }', 400, 'GRAPHQL_VALIDATION_FAILED'],
  ['broken syntax', '{ student(', 400, 'GRAPHQL_PARSE_FAILED'],
  ['a subscription', 'subscription { student }', 400, 'GRAPHQL_VALIDATION_FAILED'],
  ['an id that names nobody', '{ student(id: "aaaaaaaaaaaaaaaaaaaaaaaaaa") { id } }', 200, 'NOT_FOUND'],
  ['an id that is none', '{ student(id: "52062519") { id } }', 200, 'NOT_FOUND'],
  ['first: -1', '{ students(first: -1) { nodes { id } } }', 200, 'BAD_USER_INPUT'],
  ['first: 10000', '{ schools(first: 10000) { nodes { code } } }', 200, 'BAD_USER_INPUT'],
  ['a malformed cursor', '{ students(after: "%%%") { nodes { id } } }', 200, 'BAD_USER_INPUT'],
  [
    'a date that does not exist',
    '{ absences(filter: {from: "2026-02-30"}) { nodes { date } } }',
    200,
    'BAD_USER_INPUT',
  ],
  ['a truth value where an id belongs', '{ student(id: true) { id } }', 400, 'GRAPHQL_VALIDATION_FAILED'],
  [
    'text where a number belongs',
    '{ students(first: "ten") { nodes { id } } }',
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'a value that the list of values lacks',
    '{ students(orderBy: SHOE_SIZE) { nodes { id } } }',
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ],
])('T7 %s gets a coded answer', async (_what, query, status, code) => {
  const answer = await ask(query);
  expect({ status: answer.status, codes: answer.codes }).toEqual({ status, codes: [code] });
  expect(answer.text).not.toMatch(/select |node_modules|at \w+ \(|127\.0\.0\.1/i);
});

/** Every list at the top of the schema, with a page that can't be had. */
const lists = fieldsOf('Query')
  .filter(hasPages)
  .map(({ name }) => name.value);
const PAGES = [
  'first: -1',
  'first: 0',
  'first: 10000',
  'first: 3, after: "%%%"',
  'first: 3, after: "WzcsNyw3LDdd"',
  'first: 3, after: ""',
];

test.each(lists)('%s refuses pages that it does not have, one like another', async (list) => {
  const parent = list === 'divisions' ? `parent: "${testCounty.countyCode}", ` : '';
  for (const page of PAGES) {
    const { status, codes } = await ask(`{ ${list}(${parent}${page}) { __typename } }`);
    expect({ page, status, codes }).toEqual({ page, status: 200, codes: ['BAD_USER_INPUT'] });
  }
});

test('a variable of the wrong type is bad input', async () => {
  const answer = await ask('query ($first: Int) { students(first: $first) { nodes { id } } }', {
    first: 'ten',
  });
  expect(answer).toMatchObject({ status: 400, codes: ['BAD_USER_INPUT'] });
});

test('an expired token is refused before anything is asked', async () => {
  const { scopes, jurisdiction } = officer;
  const claims = { sub: 'test:late', agency: 'test', role: 'late', scope: scopes.join(' '), jurisdiction };
  const token = await testIssuer.issueToken(claims, 'EXPLORER', -600);
  const answer = await post('{"query":"{ enumLabels { name } }"}', { authorization: `Bearer ${token}` });
  expect(answer).toMatchObject({ status: 401, codes: ['UNAUTHENTICATED'] });
});

test.each([
  ['no token', { authorization: '' }, 401, 'UNAUTHENTICATED'],
  ['a wrong token', { authorization: 'Bearer a.b.c' }, 401, 'UNAUTHENTICATED'],
  ['no purpose', { 'x-purpose': '' }, 400, 'PURPOSE_REQUIRED'],
  ['a purpose that is not registered', { 'x-purpose': 'CURIOSITY' }, 400, 'PURPOSE_REQUIRED'],
  ['another media type', { 'content-type': 'text/plain' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
])('%s is refused before anything is asked', async (_what, headers, status, code) => {
  expect(await post('{"query":"{ enumLabels { name } }"}', headers)).toMatchObject({ status, codes: [code] });
});

test('five megabytes are too much, a list of operations and an empty body are bad input', async () => {
  expect(await post(JSON.stringify({ query: ' '.repeat(5_000_000) }))).toMatchObject({
    status: 413,
    codes: ['PAYLOAD_TOO_LARGE'],
  });
  for (const body of ['[{"query":"{ __typename }"}]', '', '"text"', 'null', '{"query":7}', '{"query":"{'])
    expect(await post(body)).toMatchObject({ status: 400, codes: ['BAD_USER_INPUT'] });
});

test('only POST is accepted', async () => {
  const response = await fetch(new URL('/graphql?query={__typename}', hub.url));
  expect(response.status).toBe(405);
});

test('one list of an unknown type, a malformed key and a real child fails place by place, and the agency lives on', async () => {
  const education = hub.agencies.get('education');
  const [child] =
    (await education?.rows<{ id: string }>('select student_id as id from student_status limit 1')) ?? [];
  const query =
    'query ($r: [_Any!]!) { _entities(representations: $r) { __typename ... on Student { id } } }';
  const representations = [
    { __typename: 'Nobody', id: '1' },
    { __typename: 'School', code: '0000000000' },
    { __typename: 'Student', id: 'not an id' },
    { __typename: 'Student', id: child?.id },
  ];
  const answer = await education?.ask<{ _entities: unknown[] }>(officer, query, { r: representations });
  expect(answer?.status).toBe(200);
  expect(answer?.data._entities.slice(0, 3)).toEqual([null, null, null]);
  expect(answer?.data._entities[3]).toMatchObject({ __typename: 'Student', id: child?.id });
  expect(answer?.errors.map(({ path }) => path?.[1]).toSorted()).toEqual([0, 1, 2]);
  const again = await education?.ask(officer, query, { r: representations });
  expect(again?.status).toBe(200);
});

test('after all this the hub still answers', async () => {
  expect(await ask('{ students(first: 1) { nodes { id } } }')).toMatchObject({ status: 200, codes: [] });
});
