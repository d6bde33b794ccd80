import { callerAs, type TestCaller } from '../../../support/callers.js';
import { personaAt, startWork, subjectsOf, type WorkTest } from './work-harness.js';

let started: WorkTest;
beforeAll(async () => {
  started = await startWork();
});
afterAll(() => started.agency.close());

const work: WorkTest['work'] = (...asked) => started.work(...asked);

describe('roll-calls', () => {
  test('a class without a call is to be called, by its teacher and its clerk', async () => {
    await started.agency.rows('delete from roll_call_finding where class_code = ?', started.pupil.classCode);
    const due = { dueOn: '2026-09-30', isOverdue: true, student: null };
    expect((await work(started.teacher)).get('CALL_ROLL')).toEqual({
      kind: 'CALL_ROLL',
      open: 1,
      overdue: 1,
      unknown: null,
      list: 'rollCallTasks',
      items: [{ subject: started.pupil.classCode, ...due }],
    });
    const group = (await work(started.clerk)).get('CALL_ROLL');
    const expected = await started.agency.rows<{ code: string }>(
      `select code from school_class where school_code = ? and not exists (
         select from roll_call_finding where class_code = school_class.code and called_on >= '2026-09-01')
       order by code`,
      started.pupil.schoolCode,
    );
    expect(subjectsOf(group)).toEqual(expected.map(({ code }) => code));
    expect(group?.open).toBe(expected.length);
    const other = personaAt('class-teacher', 'CLASS', started.schoolmate.classCode);
    expect(subjectsOf((await work(other)).get('CALL_ROLL'))).not.toContain(started.pupil.classCode);
  });

  test('more classes than are asked for are counted all the same', async () => {
    await started.agency.rows(
      'delete from roll_call_finding where school_code = ?',
      started.pupil.schoolCode,
    );
    const classes = await started.count('from school_class where school_code = ?', started.pupil.schoolCode);
    expect(classes).toBeGreaterThan(1);
    const group = (await work(started.clerk, 1)).get('CALL_ROLL');
    expect(group).toMatchObject({ open: classes, overdue: classes });
    expect(group?.items).toHaveLength(1);
  });
});

describe('written reports', () => {
  const township = () =>
    started.agency.rows<{ code: string }>(
      "select left(code, 9) as code from student_scope where student_id = ? and kind = 'RESIDENCE'",
      started.pupil.studentId,
    );

  test('each office has those that went to it, until it signs', async () => {
    const [{ code } = { code: '' }] = await township();
    for (const recipient of ['TOWNSHIP', 'EDUCATION_BUREAU'])
      await started.agency.rows(
        `insert into dropout_report (student_id, school_code, recipient, left_on, reported_on)
         values (?, ?, ?, '2026-11-09', '2026-11-16')`,
        started.pupil.studentId,
        started.pupil.schoolCode,
        recipient,
      );
    const idOf = async (recipient: string) =>
      (
        await started.agency.rows<{ id: string }>(
          'select id::text as id from dropout_report where recipient = ?',
          recipient,
        )
      )[0]?.id;
    const officer = personaAt('township-officer', 'DIVISION', code);
    for (const [caller, recipient] of [
      [officer, 'TOWNSHIP'],
      [callerAs('bureau-officer'), 'EDUCATION_BUREAU'],
    ] as const) {
      const id = await idOf(recipient);
      expect((await work(caller)).get('RECEIVE_REPORT')).toMatchObject({
        open: 1,
        overdue: 0,
        unknown: null,
        items: [{ subject: id, dueOn: null, isOverdue: false, student: { id: started.pupil.studentId } }],
      });
    }
    expect(
      (await work(personaAt('township-officer', 'DIVISION', '652301001'))).get('RECEIVE_REPORT'),
    ).toMatchObject({
      open: 0,
      items: [],
    });
    const reports = async (caller: TestCaller, filter: object) => {
      const { data, errors } = await started.agency.ask<{
        dropoutReports: { nodes: { recipient: string; schoolCode: string; student: { id: string } }[] };
      }>(
        caller,
        'query ($filter: DropoutReportFilter) { dropoutReports(filter: $filter) { nodes { recipient schoolCode student { id } } } }',
        { filter },
      );
      expect(errors).toEqual([]);
      return data.dropoutReports.nodes;
    };
    const { studentId, schoolCode } = started.pupil;
    const bureau = callerAs('bureau-officer');
    for (const caller of [officer, bureau])
      expect(await reports(caller, { recipient: 'TOWNSHIP', isReceived: false })).toEqual([
        { recipient: 'TOWNSHIP', schoolCode, student: { id: studentId } },
      ]);
    expect(await reports(bureau, { school: schoolCode, division: code, from: '2026-11-16' })).toHaveLength(2);
    for (const nothing of [
      { isReceived: true },
      { division: '110101' },
      { to: '2026-11-15' },
      { school: '0' },
    ])
      expect(await reports(bureau, nothing)).toEqual([]);
    await started.agency.rows(
      "update dropout_report set received_on = '2026-11-20', received_by = 'test:township-officer' where recipient = 'TOWNSHIP'",
    );
    expect((await work(officer)).get('RECEIVE_REPORT')).toMatchObject({ open: 0, items: [] });
  });

  test('the township of registration has none of what went to the township of residence', async () => {
    await started.agency.rows(
      "update dropout_report set received_on = null, received_by = null where recipient = 'TOWNSHIP'",
    );
    await started.agency.rows(
      "insert into student_scope (student_id, kind, code, origin, canonical_id) values (?, 'REGISTERED', '520625999001', 'test', ?)",
      started.pupil.studentId,
      started.pupil.studentId,
    );
    const registered = personaAt('township-officer', 'DIVISION', '520625999');
    expect((await work(registered)).get('RECEIVE_REPORT')).toMatchObject({ open: 0, items: [] });
  });
});

describe('transfers', () => {
  test('a clerk has those of the own school that wait, by their days', async () => {
    const { schoolCode, studentId } = started.pupil;
    for (const [key, changedOn] of [
      ['work-old', '2026-09-07'],
      ['work-late', '2026-11-17'],
    ])
      await started.agency.rows(
        `insert into status_change (student_id, source_key, kind, changed_on, from_school_code, to_school_code)
         values (?, ?, 'TRANSFERRED_OUT', ?::date, ?, ?)`,
        studentId,
        key,
        changedOn,
        schoolCode,
        started.stranger.schoolCode,
      );
    const { data, errors } = await started.agency.ask<{
      pendingTransfers: { nodes: { changedOn: string; dueOn: string | null; isOverdue: boolean | null }[] };
    }>(
      started.clerk,
      `query ($school: String!) { pendingTransfers(filter: {school: $school}, first: 100) { nodes { changedOn dueOn isOverdue } } }`,
      { school: schoolCode },
    );
    expect(errors).toEqual([]);
    const { nodes } = data.pendingTransfers;
    expect(nodes.length).toBeGreaterThanOrEqual(2);
    const group = (await work(started.clerk)).get('COMPLETE_TRANSFER');
    expect(group).toMatchObject({
      open: nodes.length,
      overdue: nodes.filter(({ isOverdue }) => isOverdue).length,
      list: 'pendingTransfers',
    });
    expect(group?.items?.map(({ dueOn }) => dueOn)).toEqual(nodes.map(({ dueOn }) => dueOn));
    const [old] = await started.agency.rows<{ id: string }>(
      "select id::text as id from status_change where source_key = 'work-old'",
    );
    expect(subjectsOf(group)).toContain(old?.id);
    const one = (await work(started.clerk, 1)).get('COMPLETE_TRANSFER');
    expect(one).toMatchObject({ open: nodes.length });
    expect(one?.items).toEqual(group?.items?.slice(0, 1));
  });

  test('the bureau and other schools have none of it', async () => {
    expect((await work(callerAs('bureau-officer'))).get('COMPLETE_TRANSFER')).toMatchObject({
      open: 0,
      items: [],
    });
    const other = personaAt('school-clerk', 'SCHOOL', '2199999998');
    expect((await work(other)).get('COMPLETE_TRANSFER')).toMatchObject({ open: 0, items: [] });
  });
});
