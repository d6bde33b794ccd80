import { PLANTED } from './planted.js';
import { send, type PlantedHub, type Question } from './planted-hub.js';

const { residentIdNumber: NUMBER, name: NAME, phone: PHONE } = PLANTED;
export const ALL = `${NUMBER} ${NAME} ${PHONE}`;

const LOOK = 'query ($input: FindStudentInput!) { findStudent(input: $input) { id } }';

/** Questions with a child's data where none belongs, by what is wrong with them. */
const QUESTIONS: Readonly<Record<string, Question>> = {
  'a child that nobody knows': {
    query: LOOK,
    variables: { input: { residentIdNumber: NUMBER, name: NAME } },
  },
  'a number where an id belongs': {
    query: 'query ($id: ID!) { student(id: $id) { id } }',
    variables: { id: NUMBER },
  },
  'numbers written into the query': {
    query: `{ student(id: "${ALL}") { id } findStudent(input: { residentIdNumber: "${NUMBER}", name: "${NAME}" }) { id } }`,
  },
  'a query with a name that is no field': {
    query: `{ student(id: "${NUMBER}") { a_${PHONE}(b: "${NAME}") } } # ${ALL}`,
  },
  'a query that does not parse': { query: `{ student(id: "${ALL}"` },
  'a letter that no query has': { query: `{ ${NAME} }` },
  'a variable of the wrong type': {
    query: LOOK,
    variables: { input: { residentIdNumber: [NUMBER], name: { [NAME]: PHONE } } },
  },
  'a variable that is not declared': {
    query: LOOK,
    variables: { input: { residentIdNumber: NUMBER, name: NAME, [PHONE]: ALL } },
  },
  'a filter that fits nothing': {
    query: 'query ($d: String) { students(filter: { division: $d }, after: $d) { nodes { id } } }',
    variables: { d: ALL },
  },
  'a text that no database keeps': {
    query: 'query ($d: String) { students(filter: { name: $d }) { nodes { id } } }',
    variables: { d: `${ALL}\u0000` },
  },
  'a command that is refused': {
    query:
      'mutation ($input: ApproveAccessInput!) { approveAccess(input: $input) { errors { code message field } } }',
    variables: {
      input: {
        idempotencyKey: NUMBER,
        level: 'CASE',
        actorKind: 'PERSON',
        actor: ALL,
        purpose: 'CASE_HANDLING',
        dataClasses: ['IDENTITY'],
        studentId: NUMBER,
        expiresAt: '2027-01-01T00:00:00Z',
        basis: ALL,
      },
    },
    as: 'coordination-officer',
  },
  'a request id that is a number': { query: '{ nothing }', headers: { 'x-request-id': NUMBER } },
  'an approval that is a number': {
    query: 'query ($id: ID!) { student(id: $id) { id registerEntry { standing } } }',
    variables: { id: 'a'.repeat(26) },
    headers: { 'x-approval': NUMBER },
  },
  'a purpose that is none': { query: '{ __typename }', headers: { 'x-purpose': `${NUMBER}${PHONE}` } },
  'a token that is none': {
    query: '{ __typename }',
    headers: { authorization: `Bearer ${NUMBER}.${PHONE}.x` },
  },
};

/** Calls that are no question of a known caller, each with what the gateway says to it. */
const CALLS: Readonly<Record<string, (planted: PlantedHub) => Promise<string>>> = {
  'an operation under a name': (planted) =>
    post(planted, {}, JSON.stringify({ query: '{ __typename }', operationName: NAME })),
  'a body that is too big': async (planted) =>
    post(
      planted,
      await planted.headersOf('police-officer'),
      JSON.stringify({ query: ALL.repeat(25_000) }),
    ).catch(() => 'The gateway hung up.'),
  'a body that is no JSON': async (planted) =>
    post(planted, await planted.headersOf('police-officer'), `{"query": ${ALL}`),
  'an address with a child in it': async ({ hub: { gatewayUrl } }) => {
    const child = encodeURIComponent(ALL);
    const paths = [`/graphql?query=${child}`, `/students/${child}`, `/explorer/${child}`];
    return (await Promise.all(paths.map((path) => send(new URL(path, gatewayUrl), {})))).join('\n');
  },
};

function post({ hub }: PlantedHub, headers: Record<string, string>, body: string): Promise<string> {
  return send(new URL('/graphql', hub.gatewayUrl), { method: 'POST', headers, body });
}

export const MISTAKES: readonly string[] = [...Object.keys(QUESTIONS), ...Object.keys(CALLS)];

/** Makes a mistake. @returns what the gateway says to it */
export function make(mistake: string, planted: PlantedHub): Promise<string> {
  const question = QUESTIONS[mistake];
  const call = CALLS[mistake];
  if (question) return planted.ask(question);
  if (call) return call(planted);
  throw new RangeError(`There is no mistake "${mistake}".`);
}
