import { startTestAgency, type TestAgency } from '../../../support/agency.js';
import { callerAs, withoutScope, type TestCaller } from '../../../support/callers.js';
import { listedPupils } from '../register-rows.js';
import {
  decide,
  endRun,
  inDays,
  newKey,
  paper,
  stateOf,
  TODAY,
  VERIFIERS,
  type Found,
} from './difference-rows.js';

let agency: TestAgency;
let pupils: { studentId: string; schoolCode: string; registeredDivisionCode: string }[];
beforeAll(async () => {
  agency = await startTestAgency('coordination');
  // Those of the county's own run would fill the pages.
  await agency.rows('delete from discrepancy_task');
  await agency.rows('delete from discrepancy');
  pupils = await listedPupils(agency, 20);
});
afterAll(() => agency.close());

let taken = 0;
/** A child of its own township and school. */
function newFound(change: Partial<Found> = {}): Found & { township: string; schoolCode: string } {
  const pupil = pupils[(taken += 1)];
  if (!pupil) throw new Error('The test needs more children.');
  const { studentId, schoolCode, registeredDivisionCode } = pupil;
  return {
    kind: 'NEVER_ENROLLED',
    ...change,
    studentId: change.studentId ?? studentId,
    schoolCode: change.schoolCode ?? schoolCode,
    township: change.township ?? registeredDivisionCode.slice(0, 9),
  };
}

const inArea = (slug: string, kind: 'DIVISION' | 'SCHOOL' | 'CLASS', code: string): TestCaller => ({
  ...callerAs(slug),
  jurisdiction: [{ kind, code }],
});
const townshipOf = ({ township }: { readonly township: string }) =>
  inArea('township-officer', 'DIVISION', township);
const schoolOf = ({ schoolCode }: { readonly schoolCode: string }) =>
  inArea('school-clerk', 'SCHOOL', schoolCode);
const county = callerAs('coordination-officer');

interface Task {
  readonly id: string;
  readonly body: string;
  readonly step: string;
  readonly state: string;
  readonly dueOn: string;
  readonly ageDays: number;
  readonly overdueDays: number | null;
  readonly endReason: string | null;
  readonly division: { readonly code: string; readonly name: string | null };
  readonly schoolCode: string | null;
  readonly student: { readonly id: string };
  readonly discrepancies: readonly { readonly kind: string }[];
}

async function tasksOf(caller: TestCaller, filter: object = {}): Promise<Task[]> {
  const { data, errors } = await agency.ask<{ discrepancyTasks: { nodes: Task[] } }>(
    caller,
    `query ($filter: DiscrepancyTaskFilter) { discrepancyTasks(filter: $filter, first: 100) { nodes {
       id body step state openedOn dueOn ageDays overdueDays endedOn endReason schoolCode division { code name }
       student { id } discrepancies { kind } } } }`,
    { filter },
  );
  expect(errors).toEqual([]);
  return data.discrepancyTasks.nodes;
}
const about = (tasks: readonly Task[], { studentId }: Pick<Found, 'studentId'>) =>
  tasks.filter(({ student }) => student.id === studentId);

interface Completed {
  readonly task: { readonly state: string; readonly endReason: string; readonly visit: object } | null;
  readonly errors: readonly { readonly code: string; readonly field: string }[];
}
async function complete(caller: TestCaller, change: object): Promise<Completed> {
  const { data, errors } = await agency.ask<{ completeTask: Completed }>(
    caller,
    `mutation ($input: CompleteTaskInput!) { completeTask(input: $input) {
       task { state endReason endedOn visit { visitedOn visitorPost proposedDisposition } } errors { code field } } }`,
    { input: { idempotencyKey: newKey(), visitedOn: TODAY, visitorPost: 'TOWNSHIP_OFFICER', ...change } },
  );
  expect(errors).toEqual([]);
  return data.completeTask;
}

test('a difference is handed to the township of residence and to the school, once over all runs', async () => {
  const found = newFound();
  await endRun(agency, TODAY, [found]);
  const [township] = about(await tasksOf(townshipOf(found)), found);
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
  expect(about(await tasksOf(schoolOf(found)), found)).toMatchObject([
    { body: 'SCHOOL', schoolCode: found.schoolCode, dueOn: inDays(31) },
  ]);
  await endRun(agency, inDays(1), [found]);
  expect(about(await tasksOf(county), found)).toHaveLength(2);
});

test('several differences about where a child is are one visit', async () => {
  const found = newFound();
  const poor = { ...found, kind: 'POVERTY_WITHOUT_STATUS' as const };
  await endRun(agency, TODAY, [found, poor]);
  const [task, ...more] = about(await tasksOf(townshipOf(found)), found);
  expect(more).toEqual([]);
  expect(task?.discrepancies.map(({ kind }) => kind).toSorted()).toEqual([found.kind, poor.kind].toSorted());
});

test('where no township is known it is the county office that has to see to it, and nobody where it is held', async () => {
  const nowhere = { ...newFound(), township: null, schoolCode: null };
  const held = newFound({ heldUntil: inDays(20) });
  await endRun(agency, TODAY, [nowhere, held]);
  expect(about(await tasksOf(county), nowhere)).toMatchObject([
    { body: 'COORDINATION', division: { code: '520625000000' }, dueOn: inDays(92) },
  ]);
  expect(about(await tasksOf(county), held)).toEqual([]);
  await endRun(agency, inDays(21), [nowhere, { ...held, heldUntil: null }]);
  expect(about(await tasksOf(county), held)).toHaveLength(2);
});

test('a township sees its own tasks alone, a school its own, and the county all', async () => {
  const found = newFound();
  await endRun(agency, TODAY, [found]);
  for (const { body } of await tasksOf(townshipOf(found))) expect(body).toBe('TOWNSHIP');
  for (const { body } of await tasksOf(schoolOf(found))) expect(body).toBe('SCHOOL');
  expect(await tasksOf(inArea('township-officer', 'DIVISION', '520625999'))).toEqual([]);
  expect(await tasksOf(inArea('school-clerk', 'SCHOOL', '2152999999'))).toEqual([]);
  expect(
    await tasksOf({ ...schoolOf(found), jurisdiction: [{ kind: 'CLASS', code: '21520000010501' }] }),
  ).toEqual([]);
  const { errors } = await agency.ask<object>(
    withoutScope(townshipOf(found), 'coordination.task.read'),
    '{ discrepancyTasks { nodes { id } } }',
  );
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
});

test('the task of a child that has moved goes to the other township, and the visit of the first one is not enough', async () => {
  const found = newFound();
  await endRun(agency, TODAY, [found]);
  const before = about(await tasksOf(county), found);
  const township = pupils
    .map(({ registeredDivisionCode: code }) => code.slice(0, 9))
    .find((code) => code !== found.township);
  const moved = { ...found, township: township ?? '' };
  await endRun(agency, inDays(1), [moved]);
  const after = about(await tasksOf(county), found);
  expect(after.map(({ body, division }) => [body, division.code])).toEqual([
    ['TOWNSHIP', `${township}000`],
    ['SCHOOL', '520625000000'],
  ]);
  // The school has the one that it had.
  expect(after[1]?.id).toBe(before[1]?.id);
  expect(about(await tasksOf(county, { state: 'ENDED' }), found)).toMatchObject([
    { body: 'TOWNSHIP', endReason: 'MOVED', division: { code: `${found.township}000` } },
  ]);
});

test('a visit completes a task, is on record among the visits, and is evidence of a decision', async () => {
  const found = newFound();
  await endRun(agency, TODAY, [found]);
  const officer = townshipOf(found);
  const [task] = about(await tasksOf(officer), found);
  const taskId = task?.id ?? '';
  const input = { idempotencyKey: newKey(), taskId, finding: 'CONFIRMED_NOT_ENROLLED' };
  const done = await complete(officer, input);
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
  expect(await complete(officer, input)).toEqual(done);
  expect((await complete(officer, { taskId })).errors).toEqual([{ code: 'ENDED_ALREADY', field: 'taskId' }]);

  // It decides nothing by itself, and is not asked for again.
  expect((await stateOf(agency, found)).state).toBe('OPEN');
  await endRun(agency, inDays(1), [found]);
  expect(about(await tasksOf(officer), found)).toEqual([]);

  const { disposition } = await decide(agency, officer, found, {
    code: 'CONFIRMED_NOT_ENROLLED',
    evidence: [],
    taskIds: [taskId],
  });
  expect(disposition?.evidence).toEqual([
    { kind: 'VISIT_RECORD', number: `task-${taskId}`, issuer: '乡镇(街道)', issuedOn: TODAY, sha256: null },
  ]);
  // What the school was asked is answered too.
  expect(
    about(await tasksOf(county, { state: 'ENDED' }), found).map(({ body, endReason }) => [body, endReason]),
  ).toEqual([
    ['TOWNSHIP', 'DONE'],
    ['SCHOOL', 'SETTLED'],
  ]);
});

test('a decision that has lapsed makes a new task', async () => {
  const found = newFound();
  await endRun(agency, TODAY, [found]);
  const [task] = about(await tasksOf(townshipOf(found)), found);
  await complete(townshipOf(found), { taskId: task?.id, finding: 'IN_SCHOOL_OUT_OF_COUNTY' });
  const bureau = VERIFIERS['education'] ?? county;
  await decide(agency, bureau, found, {
    code: 'IN_SCHOOL_OUT_OF_COUNTY',
    evidence: [paper('STATUS_PRINTOUT')],
  });
  await endRun(agency, '2027-02-22', [found]);
  const [again] = about(await tasksOf(townshipOf(found)), found);
  expect(again?.id).not.toBe(task?.id);
  expect(again?.dueOn).toBe('2027-03-01');
});

test('what the registers settle by themselves is nobody’s task any more', async () => {
  const found = newFound();
  await endRun(agency, TODAY, [found]);
  await endRun(agency, inDays(1), []);
  const ended = about(await tasksOf(county, { state: 'ENDED' }), found);
  expect(ended.map(({ endReason }) => endReason)).toEqual(['GONE', 'GONE']);
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
  const found = newFound();
  taken -= 1;
  await endRun(agency, TODAY, [found]);
  const [task] = about(await tasksOf(townshipOf(found)), found);
  const { errors } = await complete(townshipOf(found), { taskId: task?.id, ...change });
  expect(errors.map(({ code, field }) => `${code} ${field}`)).toEqual([expected]);
});

test('nobody completes the task of another township or school', async () => {
  const found = newFound();
  await endRun(agency, TODAY, [found]);
  const [task] = about(await tasksOf(townshipOf(found)), found);
  const notFound = [{ code: 'NOT_FOUND', field: 'taskId' }];
  expect((await complete(schoolOf(found), { taskId: task?.id })).errors).toEqual(notFound);
  expect(
    (await complete(inArea('township-officer', 'DIVISION', '520625999'), { taskId: task?.id })).errors,
  ).toEqual(notFound);
});

test('open tasks are counted by how long they have stood, the overdue ones apart', async () => {
  const found = newFound();
  await endRun(agency, TODAY, [found]);
  const ages = async () => {
    const { data, errors } = await agency.ask<{ discrepancyTaskAges: object[] }>(
      county,
      `query ($filter: DiscrepancyTaskFilter) { discrepancyTaskAges(filter: $filter) { fromDays toDays open overdue } }`,
      { filter: { school: found.schoolCode } },
    );
    expect(errors).toEqual([]);
    return data.discrepancyTaskAges;
  };
  await agency.rows(
    'update discrepancy_task set ended_on = ? where school_code = ? and student_id <> ?',
    TODAY,
    found.schoolCode,
    found.studentId,
  );
  const aged = (days: number, dueIn: number) =>
    agency.rows(
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
  expect(about(await tasksOf(county, { state: 'OVERDUE', school: found.schoolCode }), found)).toMatchObject([
    { state: 'OVERDUE', overdueDays: 30, ageDays: 91 },
  ]);
});
