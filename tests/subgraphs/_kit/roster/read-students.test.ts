import { MAX_READ_STUDENTS, ROSTER_PATH } from '../../../../subgraphs/_kit/roster/roster-line.js';
import { startTestAgency, type TestAgency } from '../../../support/agency.js';
import { newChild } from '../../../support/children.js';
import { rosterClientOf } from '../../../support/service.js';
import { newRun, readAll, serviceEntries } from './roster-runs.js';

let agency: TestAgency;
beforeAll(async () => {
  agency = await startTestAgency('education');
});
afterAll(() => agency?.close());

const roster = () => rosterClientOf(agency);

test('what the registers say of some ids is what a pin would keep of them, with the places they lie in', async () => {
  const run = newRun();
  const { places } = await roster().pinRoster('education', run);
  const pinned = (await readAll(roster(), agency, run)).filter((_line, index) => index % 100 === 0);
  expect(pinned.length).toBeGreaterThan(5);
  const ids = pinned.map(({ studentId }) => studentId);
  const told = await roster().readStudents('education', ids.toReversed());
  expect(told.lines).toEqual(pinned.toSorted((a, b) => (a.studentId < b.studentId ? -1 : 1)));
  // The days of sheets are as many as the school year is long.
  expect(new Set([...Object.keys(told.places), 'attendance_sheet'])).toEqual(new Set(Object.keys(places)));
  expect(places).toMatchObject(told.places);
});

test('a child goes by its canonical id, and one of whom no register says anything has no line', async () => {
  const [child, nobody] = [await newChild(agency), await newChild(agency)];
  const [pupil] = await agency.rows<{ id: string }>('select student_id as id from student_status limit 1');
  await agency.rows('update student_scope set canonical_id = ? where student_id = ?', child, pupil?.id);
  const { lines } = await roster().readStudents('education', [pupil?.id ?? '', nobody]);
  expect(lines.map(({ canonicalId, studentId }) => ({ canonicalId, studentId }))).toEqual([
    { canonicalId: child, studentId: pupil?.id },
  ]);
});

test('the access log names the children that were told of, with the columns, and none that was only asked for', async () => {
  const [pupil] = await agency.rows<{ id: string }>('select student_id as id from student_status limit 1');
  const known = pupil?.id ?? '';
  await roster().readStudents('education', [known, await newChild(agency)]);
  const entry = (await serviceEntries(agency, ROSTER_PATH)).at(-1);
  expect(entry?.children).toHaveLength(1);
  expect(entry?.fields).toContain('student_status.residentIdNumberSealed');
  await roster().readStudents('education', [await newChild(agency)]);
  expect((await serviceEntries(agency, ROSTER_PATH)).at(-1)?.children).toEqual([]);
});

test('more ids than an agency can answer beside its other work are refused', async () => {
  const ids = Array.from({ length: MAX_READ_STUDENTS + 1 }, () => 'a'.repeat(26));
  await expect(roster().readStudents('education', ids)).rejects.toMatchObject({ cause: { status: 400 } });
});
