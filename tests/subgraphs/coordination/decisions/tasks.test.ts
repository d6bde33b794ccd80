import { withoutScope } from '../../../support/callers.js';
import { decide, endRun, inDays, paper, TODAY, VERIFIERS } from './difference-rows.js';
import { about, county, inArea, schoolOf, townshipOf, startTasks, type Tasks } from './task-harness.js';

let tasks: Tasks;
beforeAll(async () => {
  tasks = await startTasks();
});
afterAll(() => tasks?.close());

test('a difference is handed to the township of residence and to the school, once over all runs', async () => {
  const found = tasks.newFound();
  await endRun(tasks.agency, TODAY, [found]);
  const [township] = about(await tasks.tasksOf(townshipOf(found)), found);
  expect(township).toMatchObject({
    body: 'TOWNSHIP',
    step: 'VERIFY',
    state: 'OPEN',
    dueOn: inDays(7),
    ageDays: 0,
    overdueDays: null,
    division: { code: `${found.township}000` },
    discrepancies: [{ kind: 'NEVER_ENROLLED' }],
  });
  expect(township?.division.name).toMatch(/./);
  expect(about(await tasks.tasksOf(schoolOf(found)), found)).toMatchObject([
    { body: 'SCHOOL', schoolCode: found.schoolCode, dueOn: inDays(31) },
  ]);
  await endRun(tasks.agency, inDays(1), [found]);
  expect(about(await tasks.tasksOf(county), found)).toHaveLength(2);
});

test('several differences about where a child is are one visit', async () => {
  const found = tasks.newFound();
  const poor = { ...found, kind: 'POVERTY_WITHOUT_STATUS' as const };
  await endRun(tasks.agency, TODAY, [found, poor]);
  const [task, ...more] = about(await tasks.tasksOf(townshipOf(found)), found);
  expect(more).toEqual([]);
  expect(task?.discrepancies.map(({ kind }) => kind).toSorted()).toEqual([found.kind, poor.kind].toSorted());
});

test('where no township is known it is the county office that has to see to it, and nobody where it is held', async () => {
  const nowhere = { ...tasks.newFound(), township: null, schoolCode: null };
  const held = tasks.newFound({ heldUntil: inDays(20) });
  await endRun(tasks.agency, TODAY, [nowhere, held]);
  expect(about(await tasks.tasksOf(county), nowhere)).toMatchObject([
    { body: 'COORDINATION', division: { code: '520625000000' }, dueOn: inDays(92) },
  ]);
  expect(about(await tasks.tasksOf(county), held)).toEqual([]);
  await endRun(tasks.agency, inDays(21), [nowhere, { ...held, heldUntil: null }]);
  expect(about(await tasks.tasksOf(county), held)).toHaveLength(2);
});

test('a township sees its own tasks alone, a school its own, and the county all', async () => {
  const found = tasks.newFound();
  await endRun(tasks.agency, TODAY, [found]);
  for (const { body } of await tasks.tasksOf(townshipOf(found))) expect(body).toBe('TOWNSHIP');
  for (const { body } of await tasks.tasksOf(schoolOf(found))) expect(body).toBe('SCHOOL');
  expect(await tasks.tasksOf(inArea('township-officer', 'DIVISION', '520625999'))).toEqual([]);
  expect(await tasks.tasksOf(inArea('school-clerk', 'SCHOOL', '2152999999'))).toEqual([]);
  expect(
    await tasks.tasksOf({ ...schoolOf(found), jurisdiction: [{ kind: 'CLASS', code: '21520000010501' }] }),
  ).toEqual([]);
  const { errors } = await tasks.agency.ask<object>(
    withoutScope(townshipOf(found), 'coordination.task.read'),
    '{ discrepancyTasks { nodes { id } } }',
  );
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
});

test('the task of a child that has moved goes to the other township, and the visit of the first one is not enough', async () => {
  const found = tasks.newFound();
  await endRun(tasks.agency, TODAY, [found]);
  const before = about(await tasks.tasksOf(county), found);
  const township = tasks.townships.find((code) => code !== found.township);
  const moved = { ...found, township: township ?? '' };
  await endRun(tasks.agency, inDays(1), [moved]);
  const after = about(await tasks.tasksOf(county), found);
  expect(after.map(({ body, division }) => [body, division.code])).toEqual([
    ['TOWNSHIP', `${township}000`],
    ['SCHOOL', '520625000000'],
  ]);
  // The school has the one that it had.
  expect(after[1]?.id).toBe(before[1]?.id);
  expect(about(await tasks.tasksOf(county, { state: 'ENDED' }), found)).toMatchObject([
    { body: 'TOWNSHIP', endReason: 'MOVED', division: { code: `${found.township}000` } },
  ]);
});

test('a decision that has lapsed makes a new task', async () => {
  const found = tasks.newFound();
  await endRun(tasks.agency, TODAY, [found]);
  const [task] = about(await tasks.tasksOf(townshipOf(found)), found);
  await tasks.complete(townshipOf(found), { taskId: task?.id, finding: 'IN_SCHOOL_OUT_OF_COUNTY' });
  const bureau = VERIFIERS['education'] ?? county;
  await decide(tasks.agency, bureau, found, {
    code: 'IN_SCHOOL_OUT_OF_COUNTY',
    evidence: [paper('STATUS_PRINTOUT')],
  });
  await endRun(tasks.agency, '2027-02-22', [found]);
  const [again] = about(await tasks.tasksOf(townshipOf(found)), found);
  expect(again?.id).not.toBe(task?.id);
  expect(again?.dueOn).toBe('2027-03-01');
});

test('what the registers settle by themselves is nobody’s task any more', async () => {
  const found = tasks.newFound();
  await endRun(tasks.agency, TODAY, [found]);
  await endRun(tasks.agency, inDays(1), []);
  const ended = about(await tasks.tasksOf(county, { state: 'ENDED' }), found);
  expect(ended.map(({ endReason }) => endReason)).toEqual(['GONE', 'GONE']);
});

test('open tasks are counted by how long they have stood, the overdue ones apart', async () => {
  const found = tasks.newFound();
  await endRun(tasks.agency, TODAY, [found]);
  const ages = async () => {
    const { data, errors } = await tasks.agency.ask<{ discrepancyTaskAges: object[] }>(
      county,
      `query ($filter: DiscrepancyTaskFilter) { discrepancyTaskAges(filter: $filter) { fromDays toDays open overdue } }`,
      { filter: { school: found.schoolCode } },
    );
    expect(errors).toEqual([]);
    return data.discrepancyTaskAges;
  };
  await tasks.agency.rows(
    'update discrepancy_task set ended_on = ? where school_code = ? and student_id <> ?',
    TODAY,
    found.schoolCode,
    found.studentId,
  );
  const aged = (days: number, dueIn: number) =>
    tasks.agency.rows(
      'update discrepancy_task set opened_on = ?::date, due_on = ?::date where student_id = ? and school_code is not null',
      inDays(-days),
      inDays(dueIn),
      found.studentId,
    );
  const counted = (band: number, overdue: number) =>
    [
      { fromDays: 0, toDays: 7 },
      { fromDays: 8, toDays: 30 },
      { fromDays: 31, toDays: 90 },
      { fromDays: 91, toDays: null },
    ].map((each, index) => ({
      ...each,
      open: index === band ? 1 : 0,
      overdue: index === band ? overdue : 0,
    }));
  for (const [days, dueIn, band, overdue] of [
    [7, 1, 0, 0],
    [8, 0, 1, 0],
    [90, -1, 2, 1],
    [91, -30, 3, 1],
  ] as const) {
    await aged(days, dueIn);
    expect(await ages()).toEqual(counted(band, overdue));
  }
  expect(
    about(await tasks.tasksOf(county, { state: 'OVERDUE', school: found.schoolCode }), found),
  ).toMatchObject([{ state: 'OVERDUE', overdueDays: 30, ageDays: 91 }]);
});
