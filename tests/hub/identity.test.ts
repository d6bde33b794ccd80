import { readFileSync } from 'node:fs';
import { residentIdCheckCharacter } from '../../subgraphs/_kit/identity/resident-id-number.js';
import { callerAs, testCounty, withoutScope, type TestCaller } from '../support/callers.js';
import { startTestHub, type TestHub } from '../support/hub.js';

const officer = callerAs('coordination-officer');
const police = callerAs('police-officer');
let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub.close());

const PARTS = 'id formerIds registerEntry { name } household { residentRegistration { register { state } } }';

test('a child whose number was changed is one child under each of its ids', async () => {
  const [link] =
    (await hub.agencies
      .get('coordination')
      ?.rows<{ member: string; canonical: string }>(
        'select member_id as member, canonical_id as canonical from student_link limit 1',
      )) ?? [];
  const ask = (id?: string) =>
    hub.ask<{ student: object }>(officer, `query ($id: ID!) { student(id: $id) { ${PARTS} } }`, { id });
  const [byFormer, byCanonical] = [await ask(link?.member), await ask(link?.canonical)];
  expect(byFormer.errors).toEqual([]);
  expect(byFormer.data).toEqual(byCanonical.data);
  expect(byFormer.data.student).toMatchObject({
    id: link?.canonical,
    formerIds: expect.arrayContaining([link?.member]) as string[],
  });
});

test('no answer of the picture holds a whole resident ID number, and every id is opaque', async () => {
  const page = readFileSync('schema/operations/SupportPicturePage.graphql', 'utf8');
  const { data } = await hub.ask<{ students: { nodes: { id: string }[] } }>(officer, page, { first: 100 });
  expect(JSON.stringify(data)).not.toMatch(/\d{17}[\dX]/);
  expect(data.students.nodes.filter(({ id }) => !/^[a-z2-7]{26}$/.test(id))).toEqual([]);
});

const reveal = (caller: TestCaller, reason: string) =>
  hub.ask<{ student: { registerEntry: { name: string; residentIdNumber: string | null } } }>(
    caller,
    'query ($id: ID!, $reason: String!) { student(id: $id) { registerEntry { name residentIdNumber(reason: $reason) } } }',
    { id: testCounty.sampleStudentId, reason },
  );

test('a number is shown in full only with its own right and a reason', async () => {
  const shown = await reveal(police, 'identity check at the station');
  expect(shown.data.student.registerEntry.residentIdNumber).toMatch(/^99\d{15}[\dX]$/);
  const refused = await reveal(
    withoutScope(police, 'coordination.resident-id-number.reveal'),
    'identity check',
  );
  expect(refused.data.student.registerEntry.residentIdNumber).toBeNull();
  expect(refused.errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  expect((await reveal(police, '')).errors.map(({ extensions }) => extensions.code)).toEqual([
    'BAD_USER_INPUT',
  ]);
});

test('a child is found by number and name together, and by no wrong pair', async () => {
  const { residentIdNumber, name } = (await reveal(police, 'identity check at the station')).data.student
    .registerEntry;
  const find = (input: object) =>
    hub.ask<{ findStudent: { id: string } | null }>(
      police,
      'query ($input: FindStudentInput!) { findStudent(input: $input) { id } }',
      { input },
    );
  expect((await find({ residentIdNumber, name })).data.findStudent?.id).toBe(testCounty.sampleStudentId);
  const wrongName = await find({ residentIdNumber, name: '王小明' });
  const unknownNumber = await find({
    residentIdNumber: `99999920130101001${residentIdCheckCharacter('99999920130101001')}`,
    name,
  });
  for (const { data, errors } of [wrongName, unknownNumber]) {
    expect(data.findStudent).toBeNull();
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND']);
    expect(JSON.stringify(errors)).not.toContain(String(residentIdNumber));
  }
});
