import { randomUUID } from 'node:crypto';
import { startTestAgency, type TestAgency } from '../../support/agency.js';
import type { TestCaller } from '../../support/callers.js';
import { workGroups } from '../../support/work-groups.js';
import { bureauOfficer, clerkOf } from './education-callers.js';
import { enrolledPupils, type Pupil } from './pupils.js';

let agency: TestAgency;
let [pupil, neighbour]: Partial<Pupil>[] = [{}, {}];
beforeAll(async () => {
  agency = await startTestAgency('education', { now: () => new Date('2026-11-20T09:00:00+08:00') });
  await agency.rows('delete from home_teaching_visit');
  await agency.rows('delete from education_placement');
  [pupil = {}, neighbour = {}] = await enrolledPupils(agency, 2);
  await agency.rows(
    `insert into education_placement (student_id, mode, school_code, decided_on)
     values (?, 'REGULAR_CLASS', ?, '2026-09-01'), (?, 'HOME_TEACHING', ?, '2026-10-08')`,
    pupil.studentId,
    pupil.schoolCode,
    pupil.studentId,
    pupil.schoolCode,
  );
});
afterAll(() => agency.close());

const clerk = () => clerkOf(pupil?.schoolCode ?? '');
const visit = (changes: object = {}) => ({
  idempotencyKey: randomUUID(),
  studentId: pupil?.studentId,
  visitedOn: '2026-11-04',
  hours: 2,
  content: 'LANGUAGE',
  ...changes,
});

async function record(input: object, caller: TestCaller = clerk()): Promise<string[] | undefined> {
  const { data, errors } = await agency.ask<{
    recordHomeTeachingVisit: { isRecorded: boolean; errors: { code: string }[] } | null;
  }>(
    caller,
    `mutation ($input: RecordHomeTeachingVisitInput!) {
      recordHomeTeachingVisit(input: $input) { isRecorded errors { code } } }`,
    { input },
  );
  expect(errors).toEqual([]);
  return data.recordHomeTeachingVisit?.errors.map(({ code }) => code);
}

async function plan(): Promise<unknown> {
  const { data, errors } = await agency.askForStudents<{
    schooling: { specialEducation: { homeTeachingPlan: unknown } };
  }>(
    bureauOfficer,
    [pupil?.studentId ?? ''],
    'schooling { specialEducation { homeTeachingPlan { everyDays dueOn isOverdue } } }',
  );
  expect(errors).toEqual([]);
  return data._entities[0]?.schooling.specialEducation.homeTeachingPlan;
}
const toTeach = async (caller: TestCaller) =>
  (await workGroups(agency, caller, 'workAtEducation')).find(({ kind }) => kind === 'TEACH_AT_HOME');

test('who was placed at home and never visited is overdue, on the list of the own school alone', async () => {
  expect(await plan()).toEqual({ everyDays: 14, dueOn: '2026-10-22', isOverdue: true });
  expect(await toTeach(clerk())).toMatchObject({
    unknown: null,
    open: 1,
    overdue: 1,
    items: [{ subject: pupil?.studentId, dueOn: '2026-10-22', isOverdue: true }],
  });
  expect(await toTeach(clerkOf('2152000000'))).toMatchObject({ open: 0, items: [] });
});

test('a school of whose catchment the pupil is has nobody to send, and one that lists it twice sends once', async () => {
  await agency.rows(
    `insert into student_scope (student_id, canonical_id, kind, code, origin)
     select distinct student_id, canonical_id, 'CATCHMENT', '2152000000', 'TEST' from student_scope where student_id = ?`,
    pupil?.studentId,
  );
  expect(await toTeach(clerkOf('2152000000'))).toMatchObject({ open: 0, items: [] });
  await agency.rows(
    `insert into student_status select again.* from student_status own, jsonb_populate_record(own, jsonb_build_object(
       'id', nextval('student_status_id_seq'), 'source_key', 'twice', 'enrolled_on', '2020-09-01')) again
     where own.student_id = ?`,
    pupil?.studentId,
  );
  expect(await toTeach(clerk())).toMatchObject({ open: 1 });
  await agency.rows("delete from student_status where source_key = 'twice'");
});

test.each<[code: string, changes: () => object]>([
  ['CHILD_NOT_FOUND', () => ({ studentId: 'a'.repeat(26) })],
  ['NOT_TAUGHT_AT_HOME', () => ({ studentId: neighbour?.studentId, visitedOn: '2026-11-04' })],
  ['NOT_TAUGHT_AT_HOME', () => ({ visitedOn: '2026-10-07' })],
  ['DATE_INVALID', () => ({ visitedOn: '2026-11-21' })],
  ['HOURS_INVALID', () => ({ hours: 0 })],
  ['HOURS_INVALID', () => ({ hours: 8.5 })],
])('%s is told, and nothing is recorded', async (code, changes) => {
  const caller = code === 'NOT_TAUGHT_AT_HOME' ? bureauOfficer : clerk();
  expect(await record(visit(changes()), caller)).toEqual([code]);
  expect(await agency.rows('select from home_teaching_visit')).toEqual([]);
});

test('the clerk of another school finds no such pupil', async () => {
  expect(await record(visit(), clerkOf('2152000000'))).toEqual(['CHILD_NOT_FOUND']);
});

test('a visit is recorded once, moves the plan and takes the pupil off the list', async () => {
  const input = visit({ visitedOn: '2026-11-18' });
  expect(await Promise.all([record(input), record(input)])).toEqual([[], []]);
  expect(await record(visit({ visitedOn: '2026-11-18' }))).toEqual(['ALREADY_RECORDED']);
  expect(
    await agency.rows(
      'select visited_on::text, hours, recorded_by is not null as told from home_teaching_visit',
    ),
  ).toEqual([{ visited_on: '2026-11-18', hours: 2, told: true }]);
  expect(await plan()).toEqual({ everyDays: 14, dueOn: '2026-12-02', isOverdue: false });
  expect(await toTeach(clerk())).toMatchObject({ open: 0, overdue: 0 });
  const [change] = await agency.rows(
    'select register from change where student_id = ? order by version desc limit 1',
    pupil?.studentId,
  );
  expect(change).toEqual({ register: 'SPECIAL_EDUCATION' });
});
