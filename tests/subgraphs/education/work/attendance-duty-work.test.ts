import type { TestCaller } from '../../../support/callers.js';
import { bureauOfficer } from '../education-callers.js';
import { childrenOf, kindsOf, startWork, type WorkTest } from './work-harness.js';

let started: WorkTest;
beforeAll(async () => {
  started = await startWork();
  // Of the documents that are known, one alone asks for the inspector at the first sign.
  await started.agency.rows(
    "update school set division_code = '640381100001' where code = ?",
    started.pupil.schoolCode,
  );
});
afterAll(() => started.agency.close());

const work: WorkTest['work'] = (...asked) => started.work(...asked);

/** What the list of duties says of the pupils of one place. */
async function listedDuties(caller: TestCaller, school: string) {
  const { data, errors } = await started.agency.ask<{
    attendanceDuties: {
      totalCount: number;
      nodes: {
        kind: string;
        dueOn: string | null;
        absentFrom: string;
        student: { id: string };
        schoolClass: { code: string } | null;
      }[];
    };
  }>(
    caller,
    `query ($school: String!) { attendanceDuties(filter: {school: $school}, first: 100) { totalCount nodes {
       kind dueOn absentFrom student { id } schoolClass { code } } } }`,
    { school },
  );
  expect(errors).toEqual([]);
  expect(data.attendanceDuties.totalCount).toBeLessThanOrEqual(100);
  return data.attendanceDuties.nodes;
}

describe('what absences ask for', () => {
  test('a class teacher has the guardians of the own class to contact, and nothing else of an absence', async () => {
    const groups = await work(started.teacher);
    expect(kindsOf(groups)).toEqual(['CALL_ROLL', 'CONTACT_GUARDIAN']);
    const listed = (await listedDuties(started.teacher, started.pupil.schoolCode)).filter(
      ({ kind, schoolClass }) => kind === 'CONTACT_GUARDIAN' && schoolClass?.code === started.pupil.classCode,
    );
    const group = groups.get('CONTACT_GUARDIAN');
    expect(group).toMatchObject({ open: listed.length, unknown: null, list: 'attendanceDuties' });
    expect(
      group?.items?.map(({ student, subject, dueOn }) => [student?.id, subject, dueOn]).toSorted(),
    ).toEqual(listed.map(({ student, absentFrom, dueOn }) => [student.id, absentFrom, dueOn]).toSorted());
    expect(group?.items).toContainEqual({
      subject: '2026-11-09',
      dueOn: '2026-11-10',
      isOverdue: true,
      student: { id: started.pupil.studentId },
    });
    expect(childrenOf(group)).not.toContain(started.schoolmate.studentId);
  });

  test.each<[string, string[]]>([
    ['CONTACT_GUARDIAN', ['CONTACT_GUARDIAN']],
    ['CALL_INSPECTOR', ['CALL_INSPECTOR']],
    ['MARK_STATUS', ['MARK_SUSPECTED_DROPOUT', 'MARK_DROPPED_OUT', 'MARK_RETURNED']],
    ['REPORT_DROPOUT', ['REPORT_TO_TOWNSHIP', 'REPORT_TO_EDUCATION_BUREAU']],
  ])('a clerk has as much of %s as the list shows of the own school', async (kind, duties) => {
    const listed = (await listedDuties(started.clerk, started.pupil.schoolCode)).filter((duty) =>
      duties.includes(duty.kind),
    );
    const group = (await work(started.clerk)).get(kind);
    expect(group?.open).toBe(listed.length);
    expect(group?.overdue).toBe(listed.filter(({ dueOn }) => dueOn !== null && dueOn < '2026-11-20').length);
    expect(childrenOf(group)).toEqual(new Set(listed.map(({ student }) => student.id)));
    expect(group?.items?.map(({ dueOn }) => dueOn)).toEqual(listed.map(({ dueOn }) => dueOn).toSorted());
    expect([...childrenOf(group)]).toEqual(
      expect.arrayContaining([started.pupil.studentId, started.schoolmate.studentId]),
    );
    expect(childrenOf(group)).not.toContain(started.stranger.studentId);
  });

  test('a contact that was recorded is no work any more, and the others stay', async () => {
    const before = (await work(started.teacher)).get('CONTACT_GUARDIAN');
    await started.agency.rows(
      `insert into guardian_contact (student_id, absent_on, contacted_on, channel, outcome)
       values (?, '2026-11-09', '2026-11-09', 'PHONE', 'REACHED')`,
      started.pupil.studentId,
    );
    const after = (await work(started.teacher)).get('CONTACT_GUARDIAN');
    expect(after?.open).toBe((before?.open ?? 0) - 1);
    expect(childrenOf(after)).not.toContain(started.pupil.studentId);
  });

  test('whom a school reaches by its catchment area, or had before, is not its pupil', async () => {
    await started.opensTo(started.stranger, 'CATCHMENT', started.pupil.schoolCode);
    const openOf = async () => (await work(started.clerk)).get('REPORT_DROPOUT');
    const before = await openOf();
    expect(childrenOf(before)).not.toContain(started.stranger.studentId);
    const status = (to: string) =>
      started.agency.rows(
        'update student_status set status = ? where student_id = ?',
        to,
        started.schoolmate.studentId,
      );
    await status('TRANSFERRED_OUT');
    const after = await openOf();
    expect(childrenOf(before)).toContain(started.schoolmate.studentId);
    expect(childrenOf(after)).not.toContain(started.schoolmate.studentId);
    await status('ENROLLED');
  });

  test('a pupil of another class whom a grant opens to a teacher is not the own class', async () => {
    await started.opensTo(started.schoolmate, 'GRANT', started.pupil.classCode);
    const listed = await listedDuties(started.teacher, started.pupil.schoolCode);
    expect(listed.map(({ student }) => student.id)).toContain(started.schoolmate.studentId);
    const group = (await work(started.teacher)).get('CONTACT_GUARDIAN');
    expect(childrenOf(group)).not.toContain(started.schoolmate.studentId);
  });

  test('an officer of a division owes none of it, whatever the rights', async () => {
    const groups = await work(bureauOfficer);
    for (const kind of ['CONTACT_GUARDIAN', 'CALL_INSPECTOR', 'MARK_STATUS', 'REPORT_DROPOUT', 'CALL_ROLL'])
      expect(groups.get(kind)).toMatchObject({ open: 0, overdue: 0, items: [], unknown: null });
  });
});
