import { residentIdCheckCharacter } from '../../subgraphs/_kit/identity/resident-id-number.js';
import { callerAs, headersOf, testCounty } from '../support/callers.js';
import { startTestHub, type TestHub } from '../support/hub.js';

const QUOTA = 20;
const AT_ONCE = 15;
const police = callerAs('police-officer');

let hub: TestHub;
let known: Guess;
beforeAll(async () => {
  hub = await startTestHub({}, { usageLimits: { lookups: QUOTA, children: 1000 } });
  const { data } = await hub.ask<{ student: { registerEntry: Guess } }>(
    police,
    'query ($id: ID!) { student(id: $id) { registerEntry { name residentIdNumber(reason: "identity check at the station") } } }',
    { id: testCounty.sampleStudentId },
  );
  known = data.student.registerEntry;
});
afterAll(() => hub.close());

interface Guess {
  readonly residentIdNumber: string;
  readonly name: string;
}

/** The right name with the numbers that remain when district and birth date are known. */
function guesses(count: number): Guess[] {
  return Array.from({ length: count }, (_, index) => {
    const first17 = `${known.residentIdNumber.slice(0, 14)}${String(index + 400)}`;
    return { name: known.name, residentIdNumber: `${first17}${residentIdCheckCharacter(first17)}` };
  });
}

/** Looks for all of them in one request, each under a name of its own. */
async function look(guessed: readonly Guess[], wrap = (fields: string) => fields) {
  const declared = guessed.map((_, index) => `$g${index}: FindStudentInput!`).join(', ');
  const fields = guessed.map((_, index) => `g${index}: findStudent(input: $g${index}) { id }`).join(' ');
  const { status, data, errors } = await hub.ask<Record<string, { id: string } | null> | undefined>(
    police,
    `query (${declared}) { ${wrap(fields)} }`,
    Object.fromEntries(guessed.map((guess, index) => [`g${index}`, guess])),
  );
  const told = (index: number) =>
    errors
      .filter(({ path }) => path?.[0] === `g${index}`)
      .map(({ message, extensions }) => JSON.stringify({ message, ...extensions, requestId: '' }));
  return { status, codes: errors.map(({ extensions }) => extensions.code), data, told };
}

const used = async () =>
  (
    await hub
      .agency('coordination')
      .rows<{ used: number }>(
        "select used from daily_usage where kind = 'LOOKUP' and actor = 'test:police-officer'",
      )
  )[0]?.used ?? 0;

const alarms = async () =>
  (
    await hub.agency('coordination').rows<{
      kind: string;
    }>("select kind from security_alarm where actor = 'test:police-officer' order by kind")
  ).map(({ kind }) => kind);

describe('T5 guessing ID numbers', () => {
  test.each([
    ['sixteen names', (fields: string) => fields],
    ['sixteen names, some of them in a fragment', (fields: string) => `... on Query { ${fields} }`],
  ])('one request with %s is refused before anybody is looked for', async (_, wrap) => {
    const { status, codes } = await look(guesses(AT_ONCE + 1), wrap);
    expect({ status, codes }).toEqual({ status: 400, codes: ['LIMIT_EXCEEDED'] });
    expect(await used()).toBe(0);
  });

  test('a request with fifteen names is fifteen lookups, whatever they find', async () => {
    const { status, codes, data } = await look([known, ...guesses(AT_ONCE - 1)]);
    expect(status).toBe(200);
    expect(data?.['g0']?.id).toBe(testCounty.sampleStudentId);
    expect(codes).toEqual(Array<string>(AT_ONCE - 1).fill('NOT_FOUND'));
    expect(await used()).toBe(AT_ONCE);
  });

  test('many that find nobody raise an alarm long before the quota is used up', async () => {
    expect(await alarms()).toEqual(['LOOKUP_MISSES']);
  });

  test('past the quota the right number and a wrong one get the same answer, and one alarm more is raised', async () => {
    await look(guesses(QUOTA - AT_ONCE));
    expect(await used()).toBe(QUOTA);
    expect(await alarms()).toEqual(['LOOKUP_MISSES']);

    const { data, told } = await look([known, ...guesses(2), known]);
    expect(data).toEqual({ g0: null, g1: null, g2: null, g3: null });
    const answers = [0, 1, 2, 3].map(told);
    expect(new Set(answers.flat()).size).toBe(1);
    expect(answers.flat()).toHaveLength(4);
    expect(answers[0]).toEqual([expect.stringContaining('RATE_LIMITED')]);
    expect(await alarms()).toEqual(['LOOKUP_MISSES', 'LOOKUP_QUOTA']);
  });

  test('a list of operations in one request is refused', async () => {
    const one = {
      query: 'query ($g: FindStudentInput!) { findStudent(input: $g) { id } }',
      variables: { g: known },
    };
    const response = await fetch(new URL('/graphql', hub.url), {
      method: 'POST',
      headers: await headersOf(police),
      body: JSON.stringify([one, one]),
    });
    expect(response.status).toBe(400);
  });
});
