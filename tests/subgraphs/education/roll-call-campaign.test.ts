import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { elsewhere, withoutScope, type TestCaller } from '../../support/callers.js';
import { bureauOfficer, clerkOf, teacherOf } from './education-callers.js';
import { enrolledPupil, enrolledPupils, type Pupil } from './pupils.js';

let agency: TestAgency;
let pupil: Pupil;
beforeAll(async () => {
  agency = await startTestAgency('education');
  pupil = await enrolledPupil(agency);
});
afterAll(() => agency.close());

interface Task {
  state: string;
  month: string;
  dueOn: string;
  calledOn: string | null;
  rosterCount: number;
  presentCount: number | null;
  schoolClass: { code: string };
}
async function tasks(filter: object, caller: TestCaller = bureauOfficer): Promise<Task[]> {
  const { data, errors } = await agency.ask<{ rollCallTasks: { nodes: Task[] } }>(
    caller,
    `query ($filter: RollCallTaskFilter) { rollCallTasks(filter: $filter, first: 100) { nodes {
       state month dueOn calledOn rosterCount presentCount schoolClass { code } } } }`,
    { filter },
  );
  expect(errors).toEqual([]);
  return data.rollCallTasks.nodes;
}
const taskOf = async (classCode: string, filter: object = {}, caller?: TestCaller) =>
  (await tasks({ school: classCode.slice(0, 10), ...filter }, caller)).find(
    ({ schoolClass }) => schoolClass.code === classCode,
  );

let keys = 0;
interface Recorded {
  rollCall: { rosterCount: number; presentCount: number; extraCount: number } | null;
  errors: { code: string; field: string }[];
}
async function record(input: object, caller: TestCaller = bureauOfficer) {
  const { data, errors } = await agency.ask<{ recordRollCall: Recorded }>(
    caller,
    `mutation ($input: RecordRollCallInput!) { recordRollCall(input: $input) {
       rollCall { rosterCount presentCount extraCount } errors { code field } } }`,
    {
      input: {
        idempotencyKey: `roll-call-${(keys += 1)}`,
        classCode: pupil.classCode,
        calledOn: '2026-11-19',
        callerName: '王老师',
        absentIds: [],
        extraIds: [],
        ...input,
      },
    },
  );
  return { payload: data?.recordRollCall, errors };
}

describe('the roll-calls that classes owe', () => {
  test('every class of a school has one in each month of the policy, and the state follows from its calls', async () => {
    const classes = await agency.rows(
      'select code from school_class where school_code = ?',
      pupil.schoolCode,
    );
    const latest = await tasks({ school: pupil.schoolCode });
    expect(latest).toHaveLength(Math.min(classes.length, 100));
    expect(await taskOf(pupil.classCode)).toMatchObject({
      state: 'DONE',
      month: '2026-09',
      dueOn: '2026-09-30',
    });
    await agency.rows('delete from roll_call_finding where class_code = ?', pupil.classCode);
    await agency.rows('delete from roll_call_finding where student_id = ?', pupil.studentId);
    expect(await taskOf(pupil.classCode, { uncalledOnly: true })).toMatchObject({
      state: 'OVERDUE',
      calledOn: null,
      presentCount: null,
    });
    expect(await taskOf(pupil.classCode, { month: '2027-03' })).toMatchObject({ state: 'NOT_YET' });
  });

  test('a month in which nobody calls the roll is refused', async () => {
    const { errors } = await agency.ask(
      bureauOfficer,
      '{ rollCallTasks(filter: {month: "2026-10"}) { nodes { state } } }',
    );
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });

  test('a clerk sees the classes of the school, a teacher the own class, another county none', async () => {
    expect(
      (await tasks({}, clerkOf(pupil.schoolCode))).map(({ schoolClass }) => schoolClass.code.slice(0, 10)),
    ).toEqual(expect.arrayContaining([pupil.schoolCode]));
    expect((await tasks({}, teacherOf(pupil.classCode))).map(({ schoolClass }) => schoolClass.code)).toEqual([
      pupil.classCode,
    ]);
    expect(await tasks({}, elsewhere(bureauOfficer))).toEqual([]);
  });
});

describe('recording a roll-call', () => {
  test('whom nobody names absent was there; an extra child is one of another class', async () => {
    const stranger = (await enrolledPupils(agency, 200)).find(
      ({ classCode }) => classCode !== pupil.classCode,
    );
    const input = {
      idempotencyKey: 'roll-call-first',
      absentIds: [pupil.studentId],
      extraIds: [stranger?.studentId ?? ''],
    };
    const { payload, errors } = await record(input, {
      ...teacherOf(pupil.classCode),
      jurisdiction: bureauOfficer.jurisdiction,
    });
    expect(errors).toEqual([]);
    expect(payload?.errors).toEqual([]);
    expect(payload?.rollCall?.extraCount).toBe(1);
    expect(payload?.rollCall?.presentCount).toBe((payload?.rollCall?.rosterCount ?? 0) - 1);
    expect(await taskOf(pupil.classCode)).toMatchObject({ state: 'DONE_LATE', calledOn: '2026-11-19' });
    expect((await record({})).payload?.errors).toEqual([{ code: 'ALREADY_CALLED', field: 'calledOn' }]);
    const findings = await agency.rows<{ finding: string }>(
      "select finding from roll_call_finding where called_on = '2026-11-19' and student_id = ?",
      stranger?.studentId,
    );
    expect(findings).toEqual([{ finding: 'EXTRA' }]);
  });

  test('the lists of differences say 空挂学籍 and 人籍分离 with what they rest on', async () => {
    const { data, errors } = await agency.ask<{
      rollCallDifferences: {
        nodes: {
          finding: string;
          student: { id: string };
          verdict: {
            kind: string;
            absentCalls: number;
            presentCalls: number;
            statusSchool: { code: string } | null;
          } | null;
        }[];
      };
    }>(
      bureauOfficer,
      `{ rollCallDifferences(filter: {calledFrom: "2026-11-19"}) { nodes { finding student { id }
           verdict { kind absentCalls presentCalls statusSchool { code } } } } }`,
    );
    expect(errors).toEqual([]);
    const { nodes } = data.rollCallDifferences;
    expect(nodes.find(({ student }) => student.id === pupil.studentId)?.verdict).toMatchObject({
      kind: 'GHOST_STATUS',
      absentCalls: 1,
      presentCalls: 0,
      statusSchool: { code: pupil.schoolCode },
    });
    expect(nodes.find(({ finding }) => finding === 'EXTRA')?.verdict?.kind).toMatch(
      /^STATUS_(AT_OTHER_SCHOOL|IN_OTHER_CLASS)$/,
    );
    const ghosts = await agency.ask<typeof data>(
      bureauOfficer,
      '{ rollCallDifferences(first: 100, filter: {neverPresent: true}) { nodes { finding student { id } verdict { kind presentCalls } } } }',
    );
    expect(ghosts.data.rollCallDifferences.nodes.map(({ student }) => student.id)).toContain(pupil.studentId);
    expect(
      ghosts.data.rollCallDifferences.nodes.filter(
        ({ verdict }) => verdict !== null && verdict.presentCalls > 0,
      ),
    ).toEqual([]);
  });

  test('a correction replaces the call of that day', async () => {
    const { payload } = await record({ corrects: true });
    expect(payload?.rollCall).toMatchObject({ extraCount: 0 });
    expect(payload?.rollCall?.presentCount).toBe(payload?.rollCall?.rosterCount);
    const again = await agency.rows<{ finding: string }>(
      "select distinct finding from roll_call_finding where called_on = '2026-11-19' and class_code = ?",
      pupil.classCode,
    );
    expect(again).toEqual([{ finding: 'PRESENT' }]);
  });

  test('the same key does nothing twice', async () => {
    const input = { idempotencyKey: 'roll-call-again', corrects: true };
    const { payload } = await record(input);
    const version = async () => await agency.rows("select version from register where code = 'ROLL_CALL'");
    const before = await version();
    expect((await record(input)).payload).toEqual(payload);
    expect(await version()).toEqual(before);
  });

  test.each<[string, () => object, TestCaller, string]>([
    ['a class of nowhere', () => ({ classCode: '9' }), bureauOfficer, 'NOT_FOUND'],
    ['a class of others', () => ({}), elsewhere(bureauOfficer), 'NOT_FOUND'],
    ['tomorrow', () => ({ calledOn: '2099-01-01' }), bureauOfficer, 'DAY_INVALID'],
    ['before the campaign', () => ({ calledOn: '2026-08-31' }), bureauOfficer, 'DAY_INVALID'],
    ['nobody who called', () => ({ callerName: ' ' }), bureauOfficer, 'TEXT_INVALID'],
    ['a child of nobody', () => ({ absentIds: ['a'.repeat(26)] }), bureauOfficer, 'CHILD_NOT_FOUND'],
    ['an extra child of the roster', () => ({ extraIds: [pupil.studentId] }), bureauOfficer, 'ON_ROSTER'],
  ])('%s is refused', async (_what, input, caller, code) => {
    const { payload } = await record(input(), caller);
    expect(payload).toMatchObject({ rollCall: null, errors: [{ code }] });
  });

  test('an absent child has to be on the roster; and a teacher calls no other class', async () => {
    const other = (await enrolledPupils(agency, 200)).find(({ classCode }) => classCode !== pupil.classCode);
    expect((await record({ absentIds: [other?.studentId] })).payload?.errors).toEqual([
      { code: 'NOT_ON_ROSTER', field: 'absentIds' },
    ]);
    expect((await record({}, teacherOf(other?.classCode ?? ''))).payload?.errors).toMatchObject([
      { code: 'NOT_FOUND' },
    ]);
    const { errors } = await record({}, withoutScope(bureauOfficer, 'education.roll-call.record'));
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });
});
