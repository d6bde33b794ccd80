import { randomUUID } from 'node:crypto';
import { bureauOfficer } from '../education-callers.js';
import { startScreening, type Screening } from './screening-harness.js';

let screening: Screening;
beforeAll(async () => {
  screening = await startScreening();
});
afterAll(() => screening?.close());

const NUMBER = '990625201505050012';
const father = { relation: 'HOUSEHOLDER', name: '田大禾', sex: 'MALE', birthDate: '1985-01-02' };
const son = { relation: 'SON', name: '田小禾', sex: 'MALE', birthDate: '2015-05-05' };
const daughter = { relation: 'DAUGHTER', name: '田小苗', sex: 'FEMALE', birthDate: '2017-05-05' };

async function command(name: string, input: object, selection: string) {
  const { payload, errors } = await screening.command<Recorded>(
    name,
    { assignmentCode: screening.census, ...input },
    selection,
  );
  expect(errors).toEqual([]);
  return payload;
}
interface Recorded {
  householdId: string | null;
  version: string | null;
  assignment: { assigneeName: string | null; version: string } | null;
  errors: { code: string; field: string }[];
}
const record = (householdNumber: string, members: object[], version: string | null = null) =>
  command(
    'recordHouseholdScreening',
    {
      householdNumber,
      householderName: '田大禾',
      visitedOn: '2026-11-12',
      visitorPost: 'VILLAGE_CADRE',
      result: 'VISITED',
      members,
      version,
    },
    'householdId version',
  );

interface Kept {
  id: string | null;
  name: string;
  masked: string | null;
  hasNumber: boolean;
  born: string | null;
}
const kept = (householdId: string | null) =>
  screening.agency.rows<Kept>(
    `select student_id as id, name, masked_resident_id_number as masked, birth_date_in_number::text as born,
       resident_id_number_sealed is not null as "hasNumber"
     from household_member_screening where household_id = ? order by position`,
    householdId,
  );

test('who is put in between makes no child another one', async () => {
  const { householdId, version } = await record('correction-1', [father, son]);
  const [, before] = await kept(householdId);
  expect(before?.id).toMatch(/^[a-z2-7]{26}$/);
  await record('correction-1', [father, daughter, son], version);
  const [, added, same] = await kept(householdId);
  expect(same).toEqual(before);
  expect(added?.id).toMatch(/^[a-z2-7]{26}$/);
  expect(added?.id).not.toBe(before?.id);
});

test('a child that comes in the place of another is not the other', async () => {
  const { householdId, version } = await record('correction-2', [father, son]);
  const [, before] = await kept(householdId);
  await record('correction-2', [father, daughter], version);
  const [, after] = await kept(householdId);
  expect(after?.id).not.toBe(before?.id);
});

test('readers see the number masked: a correction without it keeps the number and the id', async () => {
  const { householdId, version } = await record('correction-3', [
    father,
    { ...son, residentIdNumber: NUMBER },
  ]);
  const [, before] = await kept(householdId);
  expect(before).toMatchObject({ hasNumber: true, born: '2015-05-05' });
  const corrected = { ...son, relation: 'GRANDCHILD' };
  const second = await record('correction-3', [father, corrected], version);
  expect(second.errors).toEqual([]);
  expect((await kept(householdId))[1]).toEqual(before);
  // Nobody reaches the child, so its id is known from the household alone.
  const renamed = { ...son, name: '田禾', birthDate: '2015-05-06', studentId: before?.id };
  const third = await record('correction-3', [father, renamed], second.version);
  expect(third.errors).toEqual([]);
  expect((await kept(householdId))[1]).toEqual({ ...before, name: '田禾' });
  const other = { ...renamed, studentId: 'a'.repeat(26) };
  expect((await record('correction-3', [father, other], third.version)).errors).toEqual([
    expect.objectContaining({ code: 'CHILD_NOT_FOUND', field: 'members.1.studentId' }),
  ]);
});

test('of two who write down a household for the first time at once, one does', async () => {
  const answers = await Promise.all([1, 2].map(() => record('correction-4', [father, son])));
  expect(answers.flatMap(({ errors }) => errors)).toEqual([
    expect.objectContaining({ code: 'ALREADY_RECORDED', field: 'version' }),
  ]);
});

test('the kept command that gives a village to somebody has no name, and repeated it answers with it', async () => {
  const { data } = await screening.agency.ask<{ screeningAssignment: { version: string } }>(
    bureauOfficer,
    'query ($code: ID!) { screeningAssignment(code: $code) { version } }',
    { code: screening.census },
  );
  const input = {
    idempotencyKey: randomUUID(),
    version: data.screeningAssignment.version,
    assigneeName: '普查的王老师',
  };
  const assign = () => command('assignScreening', input, 'assignment { assigneeName version }');
  const first = await assign();
  expect(first.assignment?.assigneeName).toBe('普查的王老师');
  expect(await assign()).toEqual(first);
  expect(await screening.agency.rows('select from command where answer::text like ?', '%王老师%')).toEqual(
    [],
  );
});
