import { agencyKeys } from '../../../../cli/processes/agency-keys.js';
import { createColumnCipher } from '../../../../subgraphs/_kit/identity/column-cipher.js';
import { maskResidentIdNumber } from '../../../../subgraphs/_kit/identity/resident-id-number.js';
import { createStudentIdentifier } from '../../../../subgraphs/_kit/identity/student-id.js';
import { ROSTER_PATH } from '../../../../subgraphs/_kit/roster/roster-line.js';
import { startTestAgency, type TestAgency } from '../../../support/agency.js';
import { newChild } from '../../../support/children.js';
import { rosterClientOf } from '../../../support/service.js';
import { testSettings } from '../../../support/test-settings.js';
import { syntheticNumber } from '../import/resident-file.js';
import { newRun, serviceEntries } from './roster-runs.js';

const keys = agencyKeys(testSettings(), 'police');
if (!keys.column) throw new Error('The tests have no column key.');
const cipher = createColumnCipher(keys.column, 'police');
const identifier = createStudentIdentifier(keys.digest);

let agency: TestAgency;
beforeAll(async () => {
  agency = await startTestAgency('police');
});
afterAll(() => agency?.close());

/** A child whose registration bears this number, right or wrong. */
async function childWith(number: string | null): Promise<string> {
  const child = await newChild(agency);
  await agency.rows(
    `insert into resident (student_id, source_key, name, former_names, sex, birth_date, ethnic_group,
       resident_id_number_sealed, masked_resident_id_number, former_student_ids, registered_division_code,
       household_id, relation_to_householder, registered_on)
     values (?, ?, '测试', '{}', 'MALE', '2014-02-15', 'TUJIA', ?, ?, '{}', '520625999001', 'household', 'SON', '2014-03-01')`,
    child,
    child,
    number && cipher.seal(number, 'resident.resident_id_number_sealed'),
    number && maskResidentIdNumber(number),
  );
  return child;
}

async function candidatesFor(...children: string[]) {
  const run = newRun();
  const client = rosterClientOf(agency);
  await client.pinRoster('police', run);
  return client.repairCandidates('police', run, children);
}

const right = syntheticNumber('2014-02-15', 31);
const mistyped = `${right.slice(0, 15)}${(Number(right[15]) + 4) % 10}${right.slice(16)}`;

test('a wrong number is answered with the ids of those that it may stand for, never with a number', async () => {
  const child = await childWith(mistyped);
  const [answer] = await candidatesFor(child);
  expect(answer?.studentId).toBe(child);
  expect(answer?.candidates).toContain(identifier.ofNumber(right));
  expect(answer?.candidates.length).toBeLessThan(40);
  for (const candidate of answer?.candidates ?? []) expect(candidate).toMatch(/^[a-z2-7]{26}$/);
});

test('harmless spellings of a wrong number are read as the number', async () => {
  const [plain, spelt] = [
    await childWith(mistyped),
    await childWith(`'${mistyped.slice(0, 6)} ${mistyped.slice(6)}`),
  ];
  const [one, other] = await candidatesFor(plain, spelt);
  expect(other?.candidates).toEqual(one?.candidates);
});

test.each([
  ['right', right],
  ['missing', null],
  ['too short', '990625140215031'],
])('a number that is %s has no repairs', async (_what, number) => {
  const child = await childWith(number);
  expect(await candidatesFor(child)).toEqual([{ studentId: child, candidates: [] }]);
});

test('the number is the one that the run has pinned, and a child outside of it has none', async () => {
  const child = await childWith(mistyped);
  const run = newRun();
  const client = rosterClientOf(agency);
  await client.pinRoster('police', run);
  await agency.rows('delete from resident where student_id = ?', child);
  const later = await childWith(mistyped);
  const answers = await client.repairCandidates('police', run, [child, later, child]);
  expect(answers.map(({ studentId }) => studentId)).toEqual([child, later]);
  expect(answers[0]?.candidates).toContain(identifier.ofNumber(right));
  expect(answers[1]?.candidates).toEqual([]);
});

test('who asked for whose repairs stands in the access log', async () => {
  const child = await childWith(mistyped);
  await candidatesFor(child);
  const entry = (await serviceEntries(agency, ROSTER_PATH)).at(-1);
  expect(entry?.children).toEqual([
    {
      fields: ['household_member', 'resident', 'floating_population_record'].map(
        (table) => `${table}.residentIdNumberSealed`,
      ),
      outcome: 'DELIVERED',
      students: [identifier.forAccessLog(child)],
    },
  ]);
});
