import { decide, endRun, inDays, paper, stateOf, TODAY, VERIFIERS, type Found } from './difference-rows.js';
import { about, county, startTasks, type Tasks } from './task-harness.js';

let tasks: Tasks;
beforeAll(async () => {
  tasks = await startTasks();
});
afterAll(() => tasks?.close());

const asked = { code: 'IN_SCHOOL_OUT_OF_PROVINCE', evidence: [paper('PHOTO')] };
const education = () => {
  const { education: officer } = VERIFIERS;
  if (!officer) throw new Error('No such officer.');
  return officer;
};
/** Says that one id stands for a child who is known under another. */
const link = (member: Found, canonical: Found) =>
  tasks.agency.rows(
    `insert into student_link (member_id, canonical_id, tier, evidence, decided_by, decided_on)
     values (?, ?, 'NAME_AND_GUARDIAN', '{}', 'test', ?::date)`,
    member.studentId,
    canonical.studentId,
    TODAY,
  );
const part = ({ studentId }: Found) =>
  tasks.agency.rows('delete from student_link where member_id = ?', studentId);
const records = (...found: readonly Found[]) =>
  tasks.agency.rows<{ code: string; endReason: string | null }>(
    'select code, end_reason as "endReason" from disposition_record where student_id = any (string_to_array(?, \',\')) order by id',
    found.map(({ studentId }) => studentId).join(','),
  );

test('what was decided of a child holds when it is found to be one with another, and after that is undone', async () => {
  const found = tasks.newFound();
  const other = tasks.newFound();
  await endRun(tasks.agency, TODAY, [found]);
  await decide(tasks.agency, education(), found, asked);
  const joined: Found = { ...found, studentId: other.studentId };
  await link(found, other);
  await endRun(tasks.agency, inDays(1), [joined]);
  expect(await stateOf(tasks.agency, joined)).toMatchObject({ state: 'CLOSED_OUT', firstSeenOn: TODAY });

  await part(found);
  await endRun(tasks.agency, inDays(2), [found]);
  expect((await stateOf(tasks.agency, found)).state).toBe('CLOSED_OUT');
  expect(await records(found, other)).toEqual([{ code: asked.code, endReason: null }]);
  const opened = [...about(await tasks.tasksOf(county), found), ...about(await tasks.tasksOf(county), other)];
  expect(opened).toEqual([]);
});

test('a task goes on with its own days, and two that come to be the same are one', async () => {
  const found = tasks.newFound();
  const other = tasks.newFound({ township: found.township, schoolCode: found.schoolCode });
  await endRun(tasks.agency, TODAY, [found]);
  await endRun(tasks.agency, inDays(1), [found, other]);
  const before = about(await tasks.tasksOf(county), found);
  await link(found, other);
  await endRun(tasks.agency, inDays(2), [other]);
  const open = (await tasks.tasksOf(county)).filter(({ id }) => before.some((task) => task.id === id));
  expect(open.map(({ dueOn }) => dueOn)).toEqual(before.map(({ dueOn }) => dueOn));
  expect(about(await tasks.tasksOf(county), other)).toHaveLength(0);
});

test('of two decisions that meet on one child the later one holds', async () => {
  const found = tasks.newFound();
  const other = tasks.newFound();
  await endRun(tasks.agency, TODAY, [found, other]);
  await decide(tasks.agency, education(), found, asked);
  await decide(tasks.agency, education(), other, {
    ...asked,
    code: 'IN_SCHOOL_OUT_OF_COUNTY',
    evidence: [paper('STATUS_PRINTOUT')],
  });
  await link(found, other);
  await endRun(tasks.agency, inDays(1), [other]);
  expect(await records(found, other)).toEqual([
    { code: asked.code, endReason: 'SUPERSEDED' },
    { code: 'IN_SCHOOL_OUT_OF_COUNTY', endReason: null },
  ]);
  expect((await stateOf(tasks.agency, other)).state).toBe('CLOSED_OUT');
});

test('what a run still finds of the one by itself stays with it until the next run', async () => {
  const found = tasks.newFound();
  const other = tasks.newFound();
  await endRun(tasks.agency, TODAY, [found]);
  await decide(tasks.agency, education(), found, asked);
  await link(found, other);
  await endRun(tasks.agency, inDays(1), [found]);
  expect((await stateOf(tasks.agency, found)).state).toBe('CLOSED_OUT');
});
