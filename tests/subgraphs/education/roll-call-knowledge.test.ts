import { randomUUID } from 'node:crypto';
import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { bureauOfficer } from './education-callers.js';
import { enrolledPupils, type Pupil } from './pupils.js';
import { addOtherId } from './other-id.js';

let agency: TestAgency;
let pupil: Pupil;
/** A pupil of another class. */
let stranger: Pupil;
beforeAll(async () => {
  agency = await startTestAgency('education');
  const pupils = await enrolledPupils(agency, 200);
  const [first] = pupils;
  const other = pupils.find(({ classCode }) => classCode !== first?.classCode);
  if (!first || !other) throw new Error('The county has one class.');
  [pupil, stranger] = [first, other];
});
afterAll(() => agency.close());

const DAY = '2026-11-19';
const CALLER = '点名的王老师';
/** A second id under which rows about the stranger stand. */
const ALIAS = 'b'.repeat(26);

async function record(input: object) {
  const { data } = await agency.ask<{
    recordRollCall: {
      rollCall: { callerName: string; extraCount: number } | null;
      errors: { code: string; field: string }[];
    };
  }>(
    bureauOfficer,
    `mutation ($input: RecordRollCallInput!) { recordRollCall(input: $input) {
       rollCall { callerName extraCount } errors { code field } } }`,
    {
      input: {
        idempotencyKey: randomUUID(),
        classCode: pupil.classCode,
        calledOn: DAY,
        callerName: CALLER,
        absentIds: [],
        extraIds: [],
        ...input,
      },
    },
  );
  return data.recordRollCall;
}

async function task(month?: string) {
  const { data, errors } = await agency.ask<{
    rollCallTasks: { nodes: { state: string; rosterCount: number | null; schoolClass: { code: string } }[] };
  }>(
    bureauOfficer,
    `query ($filter: RollCallTaskFilter) { rollCallTasks(filter: $filter, first: 100) { nodes {
       state rosterCount schoolClass { code } } } }`,
    { filter: { school: pupil.schoolCode, month } },
  );
  expect(errors).toEqual([]);
  return data.rollCallTasks.nodes.find(({ schoolClass }) => schoolClass.code === pupil.classCode);
}

/** Of the latest finding about the stranger. */
async function verdict() {
  const { data, errors } = await agency.ask<{
    rollCallDifferences: {
      nodes: { student: { id: string }; verdict: { kind: string; presentCalls: number } | null }[];
    };
  }>(
    bureauOfficer,
    `query ($calledFrom: Date) { rollCallDifferences(first: 100, filter: {calledFrom: $calledFrom}) { nodes {
       student { id } verdict { kind presentCalls } } } }`,
    { calledFrom: DAY },
  );
  expect(errors).toEqual([]);
  return data.rollCallDifferences.nodes.find(({ student }) => student.id === stranger.studentId);
}

test('of two roll-calls of a class that come in at once, one is recorded', async () => {
  const answers = await Promise.all([record({}), record({})]);
  expect(answers.flatMap(({ errors }) => errors.map(({ code }) => code))).toEqual(['ALREADY_CALLED']);
  const twice = await agency.rows(
    `select student_id from roll_call_finding where class_code = ? and called_on = ?::date
     group by student_id having count(*) > 1`,
    pupil.classCode,
    DAY,
  );
  expect(twice).toEqual([]);
});

test('a child that is named under two of its ids was met once', async () => {
  await addOtherId(agency, stranger.studentId, ALIAS);
  const { rollCall, errors } = await record({ corrects: true, extraIds: [ALIAS, stranger.studentId] });
  expect(errors).toEqual([]);
  expect(rollCall).toEqual({ callerName: CALLER, extraCount: 1 });
});

test('what stands under another id of the child counts too', async () => {
  expect((await verdict())?.verdict?.kind).toMatch(/^STATUS_(AT_OTHER_SCHOOL|IN_OTHER_CLASS)$/);
  await agency.rows(
    'update student_status set student_id = ? where student_id = ?',
    ALIAS,
    stranger.studentId,
  );
  expect((await verdict())?.verdict?.kind).toMatch(/^STATUS_(AT_OTHER_SCHOOL|IN_OTHER_CLASS)$/);
});

test('a child that was met under another id is never one that nobody has met', async () => {
  await agency.rows(
    "update roll_call_finding set student_id = ?, finding = 'PRESENT' where student_id = ?",
    ALIAS,
    stranger.studentId,
  );
  await record({ calledOn: '2026-11-20', extraIds: [stranger.studentId] });
  await agency.rows(
    "update roll_call_finding set finding = 'ABSENT' where student_id = ? and called_on = '2026-11-20'",
    stranger.studentId,
  );
  const { data } = await agency.ask<{
    rollCallDifferences: { nodes: { student: { id: string } }[] };
  }>(
    bureauOfficer,
    `{ rollCallDifferences(first: 100, filter: {neverPresent: true, calledFrom: "2026-11-20"}) { nodes { student { id } } } }`,
  );
  expect(data.rollCallDifferences.nodes.map(({ student }) => student.id)).not.toContain(stranger.studentId);
});

test('the field of an unknown extra child is that of the extra children', async () => {
  const { errors } = await record({ corrects: true, extraIds: ['a'.repeat(26)] });
  expect(errors).toEqual([{ code: 'CHILD_NOT_FOUND', field: 'extraIds' }]);
});

test('the kept command has no name, and the repeated one answers with it', async () => {
  const input = { corrects: true, idempotencyKey: randomUUID() };
  expect((await record(input)).rollCall?.callerName).toBe(CALLER);
  expect((await record(input)).rollCall?.callerName).toBe(CALLER);
  expect(await agency.rows('select from command where answer::text like ?', `%${CALLER}%`)).toEqual([]);
});

test('a child on two rolls is so whatever ids its records have', async () => {
  const twice = async () => {
    const { data } = await agency.ask<{
      termStatusReviews: { nodes: { school: { code: string }; duplicateStatuses: number }[] };
    }>(bureauOfficer, '{ termStatusReviews(first: 100) { nodes { school { code } duplicateStatuses } } }');
    return data.termStatusReviews.nodes.find(({ school }) => school.code === pupil.schoolCode)
      ?.duplicateStatuses;
  };
  const before = (await twice()) ?? 0;
  const otherId = 'c'.repeat(26);
  await addOtherId(agency, pupil.studentId, otherId);
  await agency.rows('update student_status set student_id = ? where student_id = ?', otherId, ALIAS);
  expect(await twice()).toBe(before + (stranger.schoolCode === pupil.schoolCode ? 2 : 1));
});

test('a child that stands twice on the roster of a class was absent as one', async () => {
  const id = 'd'.repeat(26);
  await addOtherId(agency, pupil.studentId, id);
  await agency.rows(
    `update student_status set student_id = ? where id = (select min(id) from student_status
       where class_code = ? and status = 'ENROLLED' and student_id <> ?)`,
    id,
    pupil.classCode,
    pupil.studentId,
  );
  expect((await record({ corrects: true, absentIds: [pupil.studentId] })).errors).toEqual([]);
  const found = await agency.rows(
    `select student_id as id, finding from roll_call_finding
     where called_on = ?::date and class_code = ? and student_id in (?, ?) order by 1`,
    DAY,
    pupil.classCode,
    id,
    pupil.studentId,
  );
  expect(found).toEqual([pupil.studentId, id].sort().map((own) => ({ id: own, finding: 'ABSENT' })));
});

describe('what was never loaded', () => {
  beforeAll(() => agency.rows('delete from roll_call_finding where class_code = ?', pupil.classCode));

  test('roll-calls: no class is overdue', async () => {
    expect(await task()).toMatchObject({ state: 'OVERDUE' });
    await agency.rows("delete from register where code = 'ROLL_CALL'");
    expect(await task()).toMatchObject({ state: 'UNKNOWN' });
    expect(await task('2027-03')).toMatchObject({ state: 'NOT_YET' });
  });

  test('those who study elsewhere: nobody can say whom no school has taken in', async () => {
    await agency.rows("delete from register where code = 'STUDY_ELSEWHERE'");
    const { errors } = await agency.ask(bureauOfficer, '{ missingTransitions { totalCount } }');
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });

  const reviews = async () => {
    const { data, errors } = await agency.ask<{
      termStatusReviews: { nodes: { state: string; withoutClass: number | null }[] };
    }>(
      bureauOfficer,
      `{ termStatusReviews(first: 100) { nodes {
           state pendingTransfers failedVerifications withoutClass duplicateStatuses } } }`,
    );
    expect(errors).toEqual([]);
    return data.termStatusReviews.nodes;
  };
  const NOT_KNOWN = {
    state: 'UNKNOWN',
    pendingTransfers: null,
    failedVerifications: null,
    withoutClass: null,
    duplicateStatuses: null,
  };

  test('status records of this term: no school has reviewed them', async () => {
    const [known] = await reviews();
    expect(known?.withoutClass).toEqual(expect.any(Number));
    await agency.rows(
      "update register set as_of = '2026-07-01T00:00:00+08:00' where code = 'STUDENT_STATUS'",
    );
    expect((await reviews())[0]).toEqual(NOT_KNOWN);
    await agency.rows("delete from register where code = 'STUDENT_STATUS'");
    expect((await reviews())[0]).toEqual(NOT_KNOWN);
  });

  test('status records at all: nobody knows how many are called, nor who is on no roll', async () => {
    expect(await task()).toMatchObject({ rosterCount: null });
    await record({ extraIds: [stranger.studentId] });
    expect((await verdict())?.verdict).toBeNull();
  });
});
