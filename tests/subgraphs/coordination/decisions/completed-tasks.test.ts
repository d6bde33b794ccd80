import { decide, endRun, inDays, newKey, paper, stateOf, TODAY } from './difference-rows.js';
import { about, county, inArea, schoolOf, townshipOf, startTasks, type Tasks } from './task-harness.js';

let tasks: Tasks;
beforeAll(async () => {
  tasks = await startTasks();
});
afterAll(() => tasks?.close());

test('a visit completes a task, is on record among the visits, and is evidence of a decision', async () => {
  const found = tasks.newFound();
  await endRun(tasks.agency, TODAY, [found]);
  const officer = townshipOf(found);
  const [task] = about(await tasks.tasksOf(officer), found);
  const taskId = task?.id ?? '';
  const input = { idempotencyKey: newKey(), taskId, finding: 'CONFIRMED_NOT_ENROLLED' };
  const done = await tasks.complete(officer, input);
  expect(done).toMatchObject({
    errors: [],
    task: {
      state: 'ENDED',
      endReason: 'DONE',
      visit: {
        visitedOn: TODAY,
        visitorPost: 'TOWNSHIP_OFFICER',
        proposedDisposition: 'CONFIRMED_NOT_ENROLLED',
      },
    },
  });
  expect(await tasks.complete(officer, input)).toEqual(done);
  expect((await tasks.complete(officer, { taskId })).errors).toEqual([
    { code: 'ENDED_ALREADY', field: 'taskId' },
  ]);

  // It decides nothing by itself, and is not asked for again.
  expect((await stateOf(tasks.agency, found)).state).toBe('OPEN');
  await endRun(tasks.agency, inDays(1), [found]);
  expect(about(await tasks.tasksOf(officer), found)).toEqual([]);

  const { disposition } = await decide(tasks.agency, officer, found, {
    code: 'CONFIRMED_NOT_ENROLLED',
    evidence: [],
    taskIds: [taskId],
  });
  expect(disposition?.evidence).toEqual([
    { kind: 'VISIT_RECORD', number: `task-${taskId}`, issuer: '乡镇(街道)', issuedOn: TODAY, sha256: null },
  ]);
  // What the school was asked is answered too.
  expect(
    about(await tasks.tasksOf(county, { state: 'ENDED' }), found).map(({ body, endReason }) => [
      body,
      endReason,
    ]),
  ).toEqual([
    ['TOWNSHIP', 'DONE'],
    ['SCHOOL', 'SETTLED'],
  ]);
});

test('a visit and a decision at the same moment, and two decisions, wait for each other', async () => {
  const pairs = Array.from({ length: 6 }, () => {
    const found = tasks.newFound();
    return { found, poor: { ...found, kind: 'POVERTY_WITHOUT_STATUS' as const } };
  });
  await endRun(
    tasks.agency,
    TODAY,
    pairs.flatMap(({ found, poor }) => [found, poor]),
  );
  const decision = { code: 'CONFIRMED_DROPOUT', evidence: [paper('VISIT_RECORD')] };
  for (const { found, poor } of pairs) {
    const [task] = about(await tasks.tasksOf(townshipOf(found)), found);
    const taskId = task?.id ?? '';
    const done = await Promise.all([
      tasks.complete(townshipOf(found), { taskId, finding: 'CONFIRMED_DROPOUT' }),
      decide(tasks.agency, county, found, decision),
      decide(tasks.agency, county, poor, decision),
    ]);
    const told = done.flatMap(({ errors }) => errors.map(({ code }) => code));
    expect(told.filter((code) => code !== 'STALE_VERSION' && code !== 'ENDED_ALREADY')).toEqual([]);
    const holding = await tasks.agency.rows(
      'select 1 from disposition_record where student_id = ? and ended_on is null',
      found.studentId,
    );
    expect(holding).toHaveLength(1);
  }
});

test.each<[string, object, string]>([
  ['a visit of tomorrow', { visitedOn: inDays(1) }, 'VISIT_DATE_INVALID visitedOn'],
  ['a visit before the task', { visitedOn: inDays(-1) }, 'VISIT_DATE_INVALID visitedOn'],
  ['a finding that is none', { finding: 'PENDING' }, 'FINDING_INVALID finding'],
  [
    'a village of another county',
    { residenceDivisionCode: '110101001001' },
    'RESIDENCE_INVALID residenceDivisionCode',
  ],
  ['a task that is not there', { taskId: '999999' }, 'NOT_FOUND taskId'],
  ['a task of another form', { taskId: 'x' }, 'NOT_FOUND taskId'],
])('%s is refused', async (_what, change, expected) => {
  const found = tasks.newFound();
  await endRun(tasks.agency, TODAY, [found]);
  const [task] = about(await tasks.tasksOf(townshipOf(found)), found);
  const { errors } = await tasks.complete(townshipOf(found), { taskId: task?.id, ...change });
  expect(errors.map(({ code, field }) => `${code} ${field}`)).toEqual([expected]);
});

test('nobody completes the task of another township or school', async () => {
  const found = tasks.newFound();
  await endRun(tasks.agency, TODAY, [found]);
  const [task] = about(await tasks.tasksOf(townshipOf(found)), found);
  const notFound = [{ code: 'NOT_FOUND', field: 'taskId' }];
  expect((await tasks.complete(schoolOf(found), { taskId: task?.id })).errors).toEqual(notFound);
  expect(
    (await tasks.complete(inArea('township-officer', 'DIVISION', '520625999'), { taskId: task?.id })).errors,
  ).toEqual(notFound);
});
