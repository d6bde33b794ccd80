import { bureauOfficer } from '../education-callers.js';
import { dutyStates, startReporting, type ReportingTest } from './reporting-harness.js';

let started: ReportingTest;
beforeAll(async () => {
  started = await startReporting();
  for (const day of ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26'])
    await started.sheetOf(day, true);
});
afterAll(() => started.close());

test('what is stated of an earlier day counts from the day on which it was entered', async () => {
  const { pupil, command, onDay, reporting } = started;
  const { studentId } = pupil;
  onDay('2026-11-30');
  await started.sheetOf('2026-11-27', true);
  onDay('2026-11-30');
  const day = '2026-11-25';
  const contact = { absentOn: '2026-11-23', contactedOn: '2026-11-23', channel: 'PHONE', outcome: 'REFUSED' };
  expect(await command('recordGuardianContact', { studentId, ...contact })).toEqual([]);
  expect(await command('recordStatusMark', { studentId, mark: 'SUSPECTED_DROPOUT', markedOn: day })).toEqual(
    [],
  );
  expect(await command('recordInspectorCall', { studentId, calledOn: day })).toEqual([]);
  const answer = await reporting();
  expect(dutyStates(answer)).toEqual(['CONTACT_GUARDIAN DONE_LATE', 'MARK_SUSPECTED_DROPOUT DONE_LATE']);
  expect(answer.duties?.map(({ doneOn }) => doneOn)).toEqual(['2026-11-30', '2026-11-30']);
  expect(answer.violations?.map(({ kind, duty }) => `${kind} ${duty}`)).toEqual([
    'LATE MARK_SUSPECTED_DROPOUT',
  ]);
  expect(answer.marks.map(({ markedOn }) => markedOn)).toEqual([day]);
  expect(answer.inspectorCalls.map(({ calledOn }) => calledOn)).toEqual([day]);
});

test('of what was imported nobody knows when it was entered: the stated day counts', async () => {
  await started.agency.rows('update status_mark set recorded_on = null');
  await started.agency.rows('update guardian_contact set recorded_on = null');
  expect(dutyStates(await started.reporting())).toEqual([
    'CONTACT_GUARDIAN DONE',
    'MARK_SUSPECTED_DROPOUT DONE',
  ]);
});

const LISTS = ['attendanceDuties', 'reportingViolations'];
const codesOf = async (list: string, filter: object) => {
  const { errors } = await started.agency.ask(
    bureauOfficer,
    `query ($filter: AbsenceSpellFilter) { ${list}(filter: $filter, first: 100) { totalCount } }`,
    { filter },
  );
  return errors.map(({ extensions }) => extensions.code);
};

test.each([0, 201, -1])(
  'the lists refuse spells of at least %d days, as the list of spells does',
  async (days) => {
    for (const list of [...LISTS, 'absenceSpells'])
      expect(await codesOf(list, { minimumSchoolDays: days })).toEqual(['BAD_USER_INPUT']);
  },
);

test('the list of duties has the contact that a single day asks for; the list of failures none of it', async () => {
  const { agency, pupil } = started;
  await agency.rows('delete from absence where student_id = ? and date < ?', pupil.studentId, '2026-11-27');
  await agency.rows('delete from guardian_contact where student_id = ?', pupil.studentId);
  const { data, errors } = await agency.ask<{
    attendanceDuties: { nodes: { kind: string; student: { id: string } }[] };
  }>(
    bureauOfficer,
    `query ($filter: AbsenceSpellFilter) { attendanceDuties(filter: $filter, first: 100) { nodes { kind student { id } } } }`,
    { filter: { school: pupil.schoolCode } },
  );
  expect(errors).toEqual([]);
  const own = data.attendanceDuties.nodes.filter(({ student }) => student.id === pupil.studentId);
  expect(own.map(({ kind }) => kind)).toEqual(['CONTACT_GUARDIAN']);
});

test('attendance that was never loaded asks nothing of a school and clears none: null, and the lists refuse', async () => {
  const { agency, pupil, reporting } = started;
  await agency.rows('delete from absence where student_id = ?', pupil.studentId);
  expect(await reporting()).toMatchObject({ duties: [], violations: [] });
  await agency.rows("delete from register where code = 'ATTENDANCE'");
  expect(await reporting()).toMatchObject({ duties: null, violations: null });
  for (const list of LISTS) expect(await codesOf(list, {})).toEqual(['BAD_USER_INPUT']);
});
