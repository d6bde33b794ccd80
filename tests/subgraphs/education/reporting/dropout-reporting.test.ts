import type { TestAgency } from '../../../support/agency.js';
import type { TestCaller } from '../../../support/callers.js';
import { bureauOfficer, clerkOf, officerOf, teacherOf } from '../education-callers.js';
import type { Pupil } from '../pupils.js';
import { dutyStates, startReporting, type ReportingTest } from './reporting-harness.js';

let started: ReportingTest;
let agency: TestAgency;
let pupil: Pupil;
beforeAll(async () => {
  started = await startReporting();
  ({ agency, pupil } = started);
});
afterAll(() => started.close());

const command: ReportingTest['command'] = (...asked) => started.command(...asked);
const sheetOf: ReportingTest['sheetOf'] = (...asked) => started.sheetOf(...asked);
const reporting: ReportingTest['reporting'] = (...asked) => started.reporting(...asked);
const status = () => started.status();
const onDay = (day: string) => started.onDay(day);

describe('a pupil stays away, is reported and comes back', () => {
  test('after one day the class teacher has a contact to make, and makes it', async () => {
    await sheetOf('2026-11-23', true);
    expect(dutyStates(await reporting())).toEqual(['CONTACT_GUARDIAN DUE']);
    const contact = {
      studentId: pupil.studentId,
      absentOn: '2026-11-23',
      channel: 'PHONE',
      outcome: 'NOT_REACHED',
    };
    const teacher = teacherOf(pupil.classCode);
    expect(
      await command('recordGuardianContact', { ...contact, contactedOn: '2026-11-22' }, teacher),
    ).toEqual(['DATE_INVALID']);
    expect(
      await command('recordGuardianContact', { ...contact, contactedOn: '2026-11-23' }, teacher),
    ).toEqual([]);
    expect(dutyStates(await reporting())).toEqual(['CONTACT_GUARDIAN DONE']);
  });

  test('on the third day it is to be marked as suspected, and nobody can mark a return', async () => {
    await sheetOf('2026-11-24', true);
    await sheetOf('2026-11-25', true);
    expect(dutyStates(await reporting())).toEqual(['CONTACT_GUARDIAN DONE', 'MARK_SUSPECTED_DROPOUT DUE']);
    const mark = { studentId: pupil.studentId, markedOn: '2026-11-25' };
    expect(await command('recordStatusMark', { ...mark, mark: 'RETURNED' })).toEqual(['NOT_MARKED']);
    expect(await command('recordStatusMark', { ...mark, mark: 'SUSPECTED_DROPOUT' })).toEqual([]);
    expect(await command('recordStatusMark', { ...mark, mark: 'SUSPECTED_DROPOUT' })).toEqual([
      'ALREADY_MARKED',
    ]);
    expect(
      await command('recordInspectorCall', { studentId: pupil.studentId, calledOn: '2026-11-25' }),
    ).toEqual([]);
    expect(dutyStates(await reporting()).slice(1)).toEqual(['MARK_SUSPECTED_DROPOUT DONE']);
    expect((await reporting()).inspectorCalls).toEqual([{ calledOn: '2026-11-25' }]);
    expect(await status()).toBe('ENROLLED');
  });

  test('after more than a week two offices are to be told; what is not done by the next day is an omission', async () => {
    for (const day of ['2026-11-26', '2026-11-27', '2026-11-30']) await sheetOf(day, true);
    expect(dutyStates(await reporting()).slice(2)).toEqual([
      'REPORT_TO_TOWNSHIP DUE',
      'REPORT_TO_EDUCATION_BUREAU DUE',
      'MARK_DROPPED_OUT DUE',
    ]);
    const report = { studentId: pupil.studentId, leftOn: '2026-11-23' };
    expect(await command('submitDropoutReport', { ...report, recipients: [] })).toEqual([
      'RECIPIENTS_MISSING',
    ]);
    const recipients = ['EDUCATION_BUREAU'];
    const recommendation = '父母均在外务工，建议乡镇联系祖父母';
    expect(
      await command('submitDropoutReport', { ...report, recipients, recommendation: '990625201301010011' }),
    ).toEqual(['TEXT_INVALID']);
    expect(await command('submitDropoutReport', { ...report, recipients, recommendation })).toEqual([]);
    expect(await command('submitDropoutReport', { ...report, recipients })).toEqual(['ALREADY_REPORTED']);
    const dropped = { studentId: pupil.studentId, mark: 'DROPPED_OUT', markedOn: '2026-11-30' };
    expect(await command('recordStatusMark', dropped)).toEqual([]);
    expect(await status()).toBe('DROPPED_OUT');
    await sheetOf('2026-12-01', true);
    await sheetOf('2026-12-02', true);
    expect(dutyStates(await reporting()).slice(2)).toEqual([
      'REPORT_TO_TOWNSHIP OVERDUE',
      'REPORT_TO_EDUCATION_BUREAU DONE',
      'MARK_DROPPED_OUT DONE',
    ]);
    expect((await reporting()).violations).toEqual([
      {
        kind: 'OMITTED',
        duty: 'REPORT_TO_TOWNSHIP',
        daysLate: 1,
        accountable: ['STATUS_CLERK', 'HEAD_OF_SCHOOL'],
      },
    ]);
  });

  test('the inspection office finds it on the list of failures, which a class teacher may not read', async () => {
    const LIST = `query ($filter: AbsenceSpellFilter) { reportingViolations(filter: $filter, first: 100) {
      nodes { kind duty student { id } school { code } } totalCount } }`;
    const ask = (caller: TestCaller) =>
      agency.ask<{ reportingViolations: { nodes: { kind: string; student: { id: string } }[] } | null }>(
        caller,
        LIST,
        { filter: { school: pupil.schoolCode } },
      );
    const { data, errors } = await ask(bureauOfficer);
    expect(errors).toEqual([]);
    const own = data.reportingViolations?.nodes.filter(({ student }) => student.id === pupil.studentId);
    expect(own?.map(({ kind }) => kind)).toEqual(['OMITTED']);
    const teacher = teacherOf(pupil.classCode);
    const scopes = teacher.scopes.filter((scope) => scope !== 'education.reporting-violation.list');
    const refused = await ask({ ...teacher, scopes });
    expect(refused.errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });

  test('each office signs for its own report, once', async () => {
    const { studentId } = pupil;
    expect(
      await command('submitDropoutReport', { studentId, leftOn: '2026-11-23', recipients: ['TOWNSHIP'] }),
    ).toEqual([]);
    const [home] = await agency.rows<{ code: string }>(
      "select code from student_scope where student_id = ? and kind = 'RESIDENCE'",
      studentId,
    );
    const township = officerOf(home?.code.slice(0, 9) ?? '');
    const { reports } = await reporting();
    const idOf = (recipient: string) => reports.find((report) => report.recipient === recipient)?.id;
    const sign = (recipient: string, caller: TestCaller) =>
      command('acknowledgeDropoutReport', { reportId: idOf(recipient) }, caller);
    expect(await sign('TOWNSHIP', bureauOfficer)).toEqual(['NOT_FOUND']);
    expect(await sign('EDUCATION_BUREAU', township)).toEqual(['NOT_FOUND']);
    expect(await sign('TOWNSHIP', officerOf('652301001'))).toEqual(['NOT_FOUND']);
    expect(await sign('TOWNSHIP', township)).toEqual([]);
    expect(await sign('EDUCATION_BUREAU', bureauOfficer)).toEqual([]);
    expect(await sign('TOWNSHIP', township)).toEqual(['ALREADY_RECEIVED']);
    const late = (await reporting()).violations?.map(({ kind, duty, daysLate }) => [kind, duty, daysLate]);
    expect(late).toEqual([['LATE', 'REPORT_TO_TOWNSHIP', 1]]);
  });

  test('a return seen on a sheet asks for the mark, which makes the status a returned one', async () => {
    await sheetOf('2026-12-03', false);
    expect(dutyStates(await reporting()).at(-1)).toBe('MARK_RETURNED DUE');
    const returned = { studentId: pupil.studentId, mark: 'RETURNED', markedOn: '2026-12-03' };
    expect(await command('recordStatusMark', returned)).toEqual([]);
    expect(await status()).toBe('RETURNED');
    expect(dutyStates(await reporting()).at(-1)).toBe('MARK_RETURNED DONE');
    const [change] = await agency.rows(
      "select kind from status_change where student_id = ? and changed_on = '2026-12-03'",
      pupil.studentId,
    );
    expect(change).toEqual({ kind: 'RETURNED' });
  });

  test('a correction of the first sheet takes back what rested on it', async () => {
    onDay('2026-12-03');
    const absences: object[] = [];
    const input = { schoolClass: pupil.classCode, date: '2026-11-25', absences, expectedVersion: 1 };
    expect(await command('recordAttendance', input, teacherOf(pupil.classCode))).toEqual([]);
    const { violations, duties } = await reporting();
    // Two spells of two and five days: the second is no longer than a week.
    expect(duties?.map(({ kind }) => kind)).not.toContain('REPORT_TO_TOWNSHIP');
    expect(violations).toEqual([]);
  });
});

test('of a child out of reach nothing can be recorded, and nothing is said', async () => {
  const foreign = clerkOf('2199999999');
  const mark = { studentId: pupil.studentId, mark: 'SUSPECTED_DROPOUT', markedOn: '2026-12-03' };
  expect(await command('recordStatusMark', mark, foreign)).toEqual(['CHILD_NOT_FOUND']);
  expect(await command('recordStatusMark', { ...mark, studentId: 'a'.repeat(26) })).toEqual([
    'CHILD_NOT_FOUND',
  ]);
});

test('marks that were never loaded make no school a concealer: violations are null, the list refuses', async () => {
  await agency.rows("delete from register where code = 'DROPOUT_REPORTING'");
  await agency.rows('delete from status_mark where student_id = ?', pupil.studentId);
  await agency.rows('delete from dropout_report where student_id = ?', pupil.studentId);
  await agency.rows('delete from inspector_call where student_id = ?', pupil.studentId);
  const { register, violations, duties } = await reporting();
  expect(register.state).toBe('NOT_LOADED');
  expect(violations).toBeNull();
  expect(duties?.filter(({ state }) => state === 'OVERDUE')).toEqual([]);
  const { errors } = await agency.ask(bureauOfficer, '{ reportingViolations { totalCount } }');
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
});
