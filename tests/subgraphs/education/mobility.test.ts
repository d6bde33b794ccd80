import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { withoutScope, type TestCaller } from '../../support/callers.js';
import { bureauOfficer, clerkOf, officerOf } from './education-callers.js';
import { enrolledPupil } from './pupils.js';

let agency: TestAgency;
let pupil: { studentId: string; schoolCode: string };
beforeAll(async () => {
  agency = await startTestAgency('education');
  pupil = await enrolledPupil(agency);
  await agency.rows('delete from status_change where changed_on >= ?::date', '2026-09-30');
  const { studentId, schoolCode } = pupil;
  for (const [kind, day, from, to] of [
    ['TRANSFERRED_IN', '2026-10-01', null, schoolCode],
    ['TRANSFERRED_IN', '2026-10-31', '2152000099', schoolCode],
    ['TRANSFERRED_OUT', '2026-10-15', schoolCode, null],
    ['DROPPED_OUT', '2026-10-15', schoolCode, null],
    ['WITHDRAWN', '2026-10-16', schoolCode, null],
    ['RETURNED', '2026-10-20', schoolCode, schoolCode],
    ['SUSPENDED', '2026-10-20', schoolCode, null],
    ['ADMITTED', '2026-10-20', null, schoolCode],
    ['TRANSFERRED_OUT', '2026-11-01', schoolCode, null],
    ['TRANSFERRED_OUT', '2026-09-30', schoolCode, null],
    ['DROPPED_OUT', '2026-10-15', '2152000099', null],
  ] as const)
    await agency.rows(
      `insert into status_change (student_id, source_key, kind, changed_on, from_school_code, to_school_code)
       values (?, gen_random_uuid()::text, ?, ?::date, ?, ?)`,
      studentId,
      kind,
      day,
      from,
      to,
    );
});
afterAll(() => agency.close());

const ask = (month: string, caller: TestCaller = bureauOfficer) =>
  agency.ask<{ school: { mobility: object | null } | null }>(
    caller,
    `{ school(code: "${pupil.schoolCode}") { mobility(month: ${month}) {
      month movedIn movedOut lost returned suspended isComplete } } }`,
  );

test('a month counts what was changed from its first day to its last, at this school', async () => {
  const { data, errors } = await ask('"2026-10"');
  expect(errors).toEqual([]);
  const october = { month: '2026-10', movedIn: 2, movedOut: 1, lost: 2, returned: 1, suspended: 1 };
  expect(data.school?.mobility).toEqual({ ...october, isComplete: true });
  // The month that ended last, by default; an officer of the school is told the same.
  expect((await ask('null', clerkOf(pupil.schoolCode))).data.school?.mobility).toEqual({
    ...october,
    isComplete: true,
  });
});

test('of a month that is under way it says that more may come', async () => {
  const { data } = await ask('"2026-11"');
  expect(data.school?.mobility).toMatchObject({ movedOut: 1, movedIn: 0, isComplete: false });
});

test.each(['"2026-13"', '"2026-1"', '"2027-01"', '"2026-10-01"'])(
  '%s is no month to ask for',
  async (month) => {
    const { data, errors } = await ask(month);
    expect(data.school?.mobility).toBeNull();
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  },
);

test('it asks for the right to schooling, and for an area that holds the school', async () => {
  const refused = await ask('null', withoutScope(bureauOfficer, 'education.schooling.read'));
  expect(refused.errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  const outside = await ask('null', officerOf('652301'));
  expect(outside.data.school).toBeNull();
});

test('while student status is not loaded nobody can say', async () => {
  await agency.rows("delete from register where code = 'STUDENT_STATUS'");
  const { data, errors } = await ask('"2026-10"');
  expect({ mobility: data.school?.mobility, errors }).toEqual({ mobility: null, errors: [] });
});
