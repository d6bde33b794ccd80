import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { callerAs, type TestCaller } from '../../support/callers.js';
import { residentIdCheckCharacter } from '../../../subgraphs/_kit/identity/resident-id-number.js';
import { listedPupil } from './register-rows.js';

const QUOTA = 5;
const police = callerAs('police-officer');
const office = callerAs('coordination-officer');
const UNKNOWN = `99999920130101001${residentIdCheckCharacter('99999920130101001')}`;
let agency: TestAgency;
let known: { residentIdNumber: string; name: string };
beforeAll(async () => {
  agency = await startTestAgency('coordination', { usageLimits: { lookups: QUOTA, children: 1000 } });
  const child = await listedPupil(agency);
  const { data } = await agency.askForStudents<{ registerEntry: { residentIdNumber: string } }>(
    police,
    [child.studentId],
    'registerEntry { residentIdNumber(reason: "identity check at the station") }',
  );
  known = { name: child.name, residentIdNumber: data._entities[0]?.registerEntry.residentIdNumber ?? '' };
});
afterAll(() => agency.close());

/** Looks for several children in one request, each under an alias of its own. */
async function find(caller: TestCaller, inputs: readonly { residentIdNumber: string; name: string }[]) {
  const fields = inputs.map((_input, i) => `f${i}: findStudent(input: $i${i}) { id }`).join(' ');
  const declared = inputs.map((_input, i) => `$i${i}: FindStudentInput!`).join(', ');
  const variables = Object.fromEntries(inputs.map((input, i) => [`i${i}`, input]));
  const { data, errors } = await agency.ask<Record<string, { id: string } | null>>(
    caller,
    `query (${declared}) { ${fields} }`,
    variables,
  );
  return Object.keys(data).map(
    (alias) => errors.find(({ path }) => path?.[0] === alias)?.extensions.code ?? 'FOUND',
  );
}
const miss = { residentIdNumber: UNKNOWN, name: '王小明' };

test('T5 each alias is a lookup of its own, found or not, and past the quota both read the same', async () => {
  expect((await find(police, [known, miss, known])).toSorted()).toEqual(['FOUND', 'FOUND', 'NOT_FOUND']);
  const rest = await find(police, [miss, miss, miss]);
  expect(rest.filter((code) => code === 'RATE_LIMITED')).toHaveLength(1);
  expect(await find(police, [known, miss])).toEqual(['RATE_LIMITED', 'RATE_LIMITED']);
  const alarms = await agency.rows('select kind, actor from security_alarm order by kind');
  expect(alarms).toEqual([
    { kind: 'LOOKUP_MISSES', actor: 'test:police-officer' },
    { kind: 'LOOKUP_QUOTA', actor: 'test:police-officer' },
  ]);
});

test('a number that is none counts as well', async () => {
  const bureau = callerAs('bureau-officer');
  const wrong = { residentIdNumber: '123', name: 'x' };
  expect(
    await find(
      bureau,
      Array.from({ length: QUOTA }, () => wrong),
    ),
  ).toEqual(Array.from({ length: QUOTA }, () => 'BAD_USER_INPUT'));
  expect(await find(bureau, [wrong])).toEqual(['RATE_LIMITED']);
});

test('T5 lookups at once are counted one by one', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => find(office, [miss])));
  expect(answers.flat().filter((code) => code === 'NOT_FOUND')).toHaveLength(QUOTA);
});
