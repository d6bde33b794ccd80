import { randomUUID } from 'node:crypto';
import { loadPolicies } from '../../../../policies/load-policies.js';
import { openSideConnection } from '../../../../subgraphs/_kit/side-connection.js';
import { serviceTransaction } from '../../../../subgraphs/_kit/student/service-transaction.js';
import { settleCases } from '../../../../subgraphs/coordination/casework/settle-cases.js';
import { startTestAgency, type TestAgency } from '../../../support/agency.js';
import { elsewhere, withoutScope, type TestCaller } from '../../../support/callers.js';
import { clerkOf, office, officerOf } from '../coordination-callers.js';
import { inDays, TODAY } from '../decisions/difference-rows.js';
import { listedPupils, type ListedChild } from '../register-rows.js';

let agency: TestAgency;
let pupils: ListedChild[];
beforeAll(async () => {
  agency = await startTestAgency('coordination');
  for (const table of [
    'dropout_case',
    'persuasion_visit',
    'support_plan',
    'plan_measure',
    'observed_attendance',
  ])
    await agency.rows(`delete from ${table}`);
  pupils = await listedPupils(agency, 16);
});
afterAll(() => agency.close());

let taken = 0;
function nextChild(): ListedChild {
  const child = pupils[(taken += 1)];
  if (!child) throw new Error('The test needs more children.');
  return child;
}

interface Case {
  readonly caseNumber: string;
  readonly version: number;
  readonly state: string;
  readonly township: { readonly code: string };
}
interface Payload {
  readonly case: Case | null;
  readonly errors: readonly { readonly code: string; readonly field: string }[];
}

async function command(caller: TestCaller, name: string, input: object): Promise<Payload> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await agency.ask<Record<string, Payload>>(
    caller,
    `mutation ($input: ${type}!) { ${name}(input: $input) { errors { code field } case {
      caseNumber version state stateSince episode basis reason openedOn returnedOn returnSchoolCode firstAttendedOn
      closedOn closedBy nextStep nextDueOn attendanceKnownUpTo taskTeam schoolCode township { code }
      persuasionVisits { visitedOn result met participants nextVisitOn committedTo }
      placements { placedOn mode schoolCode } returnChecks { checkedOn result } } } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
  );
  expect(errors).toEqual([]);
  const payload = data[name];
  if (!payload) throw new Error(`${name} gave no answer.`);
  return payload;
}

async function opened(child: ListedChild, basis = 'LEFT_SCHOOL', knownOn: string = TODAY): Promise<Case> {
  const { case: made, errors } = await command(office, 'openCase', {
    studentId: child.studentId,
    basis,
    knownOn,
  });
  expect(errors).toEqual([]);
  if (!made) throw new Error('No case was opened.');
  return made;
}
const of = ({ caseNumber, version: expectedVersion }: Case) => ({ caseNumber, expectedVersion });
const VISIT = {
  visitedOn: TODAY,
  participants: ['TOWNSHIP_OFFICER', 'CLASS_TEACHER'],
  place: 'HOME',
  met: ['FATHER'],
  result: 'REFUSED',
  nextVisitOn: inDays(7),
};

test('a case is opened once, with its township, its school and what comes next', async () => {
  const child = nextChild();
  const made = await opened(child, 'ABSENT');
  expect(made).toMatchObject({
    state: 'SUSPECTED',
    stateSince: TODAY,
    episode: 1,
    reason: 'OTHER',
    schoolCode: child.schoolCode,
    nextStep: 'VERIFY',
    nextDueOn: inDays(7),
    attendanceKnownUpTo: null,
  });
  expect(made.township.code).toMatch(/^520625\d{3}000$/);
  const again = await command(office, 'openCase', {
    studentId: child.studentId,
    basis: 'TOLD_BY_AGENCY',
    knownOn: TODAY,
  });
  expect(again).toEqual({ case: null, errors: [{ code: 'OPEN_ALREADY', field: 'studentId' }] });
});

test('of two who open a case at the same moment, one does', async () => {
  const { studentId } = nextChild();
  const both = await Promise.all(
    [1, 2].map(() => command(office, 'openCase', { studentId, basis: 'TOLD_BY_AGENCY', knownOn: TODAY })),
  );
  expect(both.flatMap(({ errors }) => errors)).toEqual([{ code: 'OPEN_ALREADY', field: 'studentId' }]);
});

test('from the visit that was refused to the placement: each fact brings its state', async () => {
  const child = nextChild();
  const made = await opened(child);
  expect(made.state).toBe('VERIFYING');
  const visited = await command(office, 'recordPersuasionVisit', { ...of(made), ...VISIT });
  expect(visited.case).toMatchObject({
    state: 'PERSUADING',
    nextStep: 'VISIT',
    nextDueOn: inDays(7),
    persuasionVisits: [{ result: 'REFUSED', met: ['FATHER'], participants: VISIT.participants }],
  });
  if (!visited.case) throw new Error('The visit was not recorded.');
  expect(visited.case.version).toBeGreaterThan(made.version);
  const caused = await command(office, 'setCaseCause', {
    ...of(visited.case),
    reason: 'LEARNING_DIFFICULTY',
    foundOn: TODAY,
  });
  expect(caused.case).toMatchObject({ reason: 'LEARNING_DIFFICULTY', state: 'PERSUADING' });
  const team = await command(office, 'setTaskTeam', {
    ...of(caused.case ?? made),
    posts: ['TOWNSHIP_OFFICER', 'CLASS_TEACHER'],
  });
  expect(team.case).toMatchObject({ taskTeam: ['TOWNSHIP_OFFICER', 'CLASS_TEACHER'] });
  const placed = await command(clerkOf(child.schoolCode), 'recordReturnPlacement', {
    ...of(team.case ?? made),
    placedOn: TODAY,
    mode: 'OWN_CLASS',
    schoolCode: child.schoolCode,
  });
  expect(placed.errors).toEqual([]);
  expect(placed.case).toMatchObject({
    state: 'RETURNED',
    returnedOn: TODAY,
    returnSchoolCode: child.schoolCode,
    firstAttendedOn: null,
    nextStep: 'FOLLOW_UP',
    nextDueOn: null,
    placements: [{ mode: 'OWN_CLASS' }],
  });
});

test('what a comparison sees of attendance closes the case, and absence opens it again', async () => {
  const child = nextChild();
  const made = await opened(child, 'LEFT_SCHOOL', '2026-03-10');
  await command(office, 'recordReturnPlacement', {
    ...of(made),
    placedOn: '2026-03-23',
    mode: 'OWN_CLASS',
    schoolCode: child.schoolCode,
  });
  const observe = async (knownUpTo: string, missed: readonly string[]) => {
    await agency.rows('delete from observed_attendance where student_id = ?', child.studentId);
    await agency.rows(
      `insert into observed_attendance (student_id, known_up_to, is_on_the_roll, missed, marks, set_by_run)
       values (?, ?::date, true, ?::jsonb, '[]', 'run')`,
      child.studentId,
      knownUpTo,
      JSON.stringify(missed.map((on) => ({ on, isExcused: false }))),
    );
    const apart = openSideConnection(agency.databaseUrl);
    const policy = loadPolicies().policyFor('520625', TODAY);
    try {
      await serviceTransaction(apart, (db) => settleCases(db, null, policy));
    } finally {
      await apart.destroy();
    }
    const [row] = await agency.rows<object>(
      `select state, episode, closed_on::text as "closedOn", next_due_on::text as "nextDueOn", version from dropout_case
       where case_number = ?`,
      made.caseNumber,
    );
    return row;
  };
  expect(await observe('2026-04-10', [])).toMatchObject({ state: 'RETURNED', nextDueOn: '2026-04-22' });
  const followed = await observe('2026-05-15', []);
  expect(followed).toMatchObject({ state: 'FOLLOWED', nextDueOn: '2026-06-21' });
  expect(await observe('2026-05-15', [])).toEqual(followed);
  expect(await observe('2026-06-30', ['2026-06-10', '2026-06-11', '2026-06-12'])).toMatchObject({
    state: 'RETURNED',
    episode: 2,
    closedOn: null,
  });
  expect(await observe('2026-06-30', [])).toMatchObject({ state: 'CLOSED', closedOn: '2026-06-22' });
  const late = await command(office, 'setTaskTeam', {
    ...of(made),
    expectedVersion: 99,
    posts: ['CLASS_TEACHER'],
  });
  expect(late.errors).toEqual([{ code: 'STALE_VERSION', field: 'expectedVersion' }]);
});

test('out of the county a check stands for the sheets; in the county nobody says what the sheets show', async () => {
  const child = nextChild();
  const made = await opened(child, 'LEFT_SCHOOL', inDays(-60));
  const check = (expected: Case) =>
    command(office, 'recordReturnCheck', {
      ...of(expected),
      checkedOn: TODAY,
      checkerPost: 'CLASS_TEACHER',
      result: 'IN_SCHOOL',
    });
  expect((await check(made)).errors).toEqual([{ code: 'NOT_RETURNED', field: 'caseNumber' }]);
  const placed = await command(office, 'recordReturnPlacement', {
    ...of(made),
    placedOn: inDays(-40),
    mode: 'OUT_OF_COUNTY',
  });
  if (!placed.case) throw new Error('The placement was not recorded.');
  expect((await check(placed.case)).case).toMatchObject({
    state: 'FOLLOWED',
    nextDueOn: inDays(50),
    returnChecks: [{ checkedOn: TODAY, result: 'IN_SCHOOL' }],
  });
});

test.each<[string, string, object, string]>([
  [
    'a visit of tomorrow',
    'recordPersuasionVisit',
    { ...VISIT, visitedOn: inDays(1) },
    'DATE_INVALID visitedOn',
  ],
  [
    'a visit before the case',
    'recordPersuasionVisit',
    { ...VISIT, visitedOn: inDays(-9) },
    'DATE_INVALID visitedOn',
  ],
  [
    'a visit of nobody',
    'recordPersuasionVisit',
    { ...VISIT, participants: [] },
    'NOBODY_TOOK_PART participants',
  ],
  ['nobody met who refused', 'recordPersuasionVisit', { ...VISIT, met: ['NOBODY'] }, 'MET_INVALID met'],
  ['a father met and not met', 'recordPersuasionVisit', { ...VISIT, result: 'NOT_MET' }, 'MET_INVALID met'],
  [
    'a promise of who refused',
    'recordPersuasionVisit',
    { ...VISIT, committedTo: inDays(3) },
    'COMMITMENT_NOT_MADE committedTo',
  ],
  [
    'a next visit before this one',
    'recordPersuasionVisit',
    { ...VISIT, nextVisitOn: inDays(-1) },
    'NEXT_DATE_INVALID nextVisitOn',
  ],
  ['a cause of tomorrow', 'setCaseCause', { reason: 'ILLNESS', foundOn: inDays(1) }, 'DATE_INVALID foundOn'],
  ['a team of nobody', 'setTaskTeam', { posts: [] }, 'NOBODY_TOOK_PART posts'],
  [
    'a placement in no school',
    'recordReturnPlacement',
    { placedOn: TODAY, mode: 'OWN_CLASS' },
    'PLACE_INVALID schoolCode',
  ],
  [
    'a school of the county for who is placed elsewhere',
    'recordReturnPlacement',
    { placedOn: TODAY, mode: 'OUT_OF_COUNTY', schoolCode: '2152000001' },
    'PLACE_INVALID schoolCode',
  ],
])('%s is refused, and nothing is written', async (_what, name, input, expected) => {
  const child = pupils[0];
  if (!child) throw new Error('No child.');
  const [known] = await agency.rows<Case>(
    'select case_number as "caseNumber", version from dropout_case where student_id = ?',
    child.studentId,
  );
  const made = known ?? (await opened(child));
  const { case: after, errors } = await command(office, name, { ...of(made), ...input });
  expect(after).toBeNull();
  expect(errors.map(({ code, field }) => `${code} ${field}`)).toEqual([expected]);
  const [still] = await agency.rows<Case>(
    'select version from dropout_case where case_number = ?',
    made.caseNumber,
  );
  expect(still?.version).toBe(made.version);
});

test('the same key records once, and another version is looked at again', async () => {
  const made = await opened(nextChild());
  const input = { ...of(made), ...VISIT, idempotencyKey: randomUUID() };
  const first = await command(office, 'recordPersuasionVisit', input);
  expect(await command(office, 'recordPersuasionVisit', input)).toEqual(first);
  expect(
    await agency.rows('select from persuasion_visit where case_number = ?', made.caseNumber),
  ).toHaveLength(1);
  const stale = await command(office, 'recordPersuasionVisit', { ...of(made), ...VISIT });
  expect(stale.errors).toEqual([{ code: 'STALE_VERSION', field: 'expectedVersion' }]);
});

test('a case is carried by the township where the child lives, and is not there for who does not reach the child', async () => {
  const child = nextChild();
  const made = await opened(child);
  await agency.rows(
    "update dropout_case set township_code = '520625999000' where case_number = ?",
    made.caseNumber,
  );
  const registered = officerOf(child.registeredDivisionCode.slice(0, 9));
  const tried = (caller: TestCaller) => command(caller, 'recordPersuasionVisit', { ...of(made), ...VISIT });
  expect((await tried(registered)).errors).toEqual([{ code: 'OTHER_TOWNSHIP', field: 'caseNumber' }]);
  expect((await tried(elsewhere(office))).errors).toEqual([{ code: 'NOT_FOUND', field: 'caseNumber' }]);
  const { errors } = await agency.ask<object | null>(
    withoutScope(office, 'coordination.casework.record'),
    'mutation ($input: SetTaskTeamInput!) { setTaskTeam(input: $input) { errors { code } } }',
    { input: { ...of(made), idempotencyKey: randomUUID(), posts: ['CLASS_TEACHER'] } },
  );
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
});

describe('plans', () => {
  const PLAN = `measure { id version approach measure owner ownerPost dueOn reviewOn doneOn evidenceKind evidenceNumber } errors { code field }`;
  const plan = async (name: 'planMeasure' | 'closeMeasure', input: object) => {
    const type = name === 'planMeasure' ? 'PlanMeasureInput' : 'CloseMeasureInput';
    const { data, errors } = await agency.ask<
      Record<string, { measure: { id: string; version: number } | null; errors: object[] }>
    >(office, `mutation ($input: ${type}!) { ${name}(input: $input) { ${PLAN} } }`, {
      input: { idempotencyKey: randomUUID(), ...input },
    });
    expect(errors).toEqual([]);
    return data[name];
  };
  const measureOf = ({ studentId }: ListedChild) => ({
    studentId,
    scope: 'PUPIL',
    approach: 'TEACHING',
    measure: 'REMEDIAL_LESSONS',
    owner: 'SCHOOL',
    ownerPost: 'CLASS_TEACHER',
    dueOn: inDays(14),
  });

  test('a measure draws up the plan of a child without a case, once, and is done with a paper', async () => {
    const child = nextChild();
    const planned = await plan('planMeasure', measureOf(child));
    expect(planned).toMatchObject({ errors: [], measure: { version: 1, owner: 'SCHOOL', doneOn: null } });
    expect((await plan('planMeasure', measureOf(child)))?.errors).toEqual([
      { code: 'ALREADY_PLANNED', field: 'measure' },
    ]);
    await plan('planMeasure', { ...measureOf(child), measure: 'VOCATIONAL_COURSES' });
    await plan('planMeasure', { ...measureOf(child), scope: 'HOUSEHOLD', measure: 'AID_APPLICATION' });
    const { data } = await agency.askForStudents<{ casework: { plans: object[] } }>(
      office,
      [child.studentId],
      'casework { plans { scope measures { measure } } }',
    );
    expect(data._entities[0]?.casework.plans).toEqual([
      { scope: 'HOUSEHOLD', measures: [{ measure: 'AID_APPLICATION' }] },
      { scope: 'PUPIL', measures: [{ measure: 'REMEDIAL_LESSONS' }, { measure: 'VOCATIONAL_COURSES' }] },
    ]);
    const { id: measureId = '', version: expectedVersion = 0 } = planned?.measure ?? {};
    const paper = { doneOn: TODAY, evidenceKind: 'SCHOOL_CERTIFICATE', evidenceNumber: '2026-9' };
    const close = (change: object) =>
      plan('closeMeasure', { measureId, expectedVersion, ...paper, ...change });
    expect((await close({ evidenceNumber: '99062520150505002X' }))?.errors).toEqual([
      { code: 'EVIDENCE_INVALID', field: 'evidenceNumber' },
    ]);
    expect((await close({ doneOn: inDays(1) }))?.errors).toEqual([{ code: 'DATE_INVALID', field: 'doneOn' }]);
    expect(await close({})).toMatchObject({
      measure: { doneOn: TODAY, version: 2, evidenceNumber: '2026-9' },
    });
    expect((await close({}))?.errors).toEqual([{ code: 'STALE_VERSION', field: 'expectedVersion' }]);
  });

  test('what is due yesterday is no plan', async () => {
    const late = await plan('planMeasure', { ...measureOf(nextChild()), dueOn: inDays(-1) });
    expect(late).toEqual({ measure: null, errors: [{ code: 'DUE_DATE_INVALID', field: 'dueOn' }] });
  });
});

describe('supervision', () => {
  const gapsOf = async (caller: TestCaller, scope: string) => {
    const { data, errors } = await agency.ask<{
      studentsWithoutPlan: { nodes: { id: string }[]; totalCount: number };
    }>(
      caller,
      'query ($scope: PlanScope!) { studentsWithoutPlan(scope: $scope, first: 50) { totalCount nodes { id } } }',
      { scope },
    );
    expect(errors).toEqual([]);
    return data.studentsWithoutPlan;
  };
  const figures = (caller: TestCaller, code: string, scope = 'COUNTY') =>
    agency.ask<{ caseFigures: Record<string, object[] | object> | null }>(
      caller,
      `query ($scope: LedgerScope!, $code: String!) { caseFigures(scope: $scope, code: $code) {
        total { cases verified confirmed returned closed averageDaysToClose }
        townships { code cases } schools { code cases } } }`,
      { scope, code },
    );

  test('a child whose case is confirmed needs a plan until it has one; a suspicion needs none', async () => {
    const [suspected, confirmed] = [nextChild(), nextChild()];
    await opened(suspected, 'ABSENT');
    const made = await opened(confirmed);
    await agency.rows(
      'update dropout_case set reported_on = opened_on where case_number = ?',
      made.caseNumber,
    );
    await command(office, 'setTaskTeam', { ...of(made), posts: ['TOWNSHIP_OFFICER'] });
    const before = (await gapsOf(office, 'PUPIL')).nodes.map(({ id }) => id);
    expect(before).toContain(confirmed.studentId);
    expect(before).not.toContain(suspected.studentId);
    expect((await gapsOf(elsewhere(office), 'PUPIL')).nodes).toEqual([]);
    await agency.rows(
      `insert into support_plan (student_id, plan_number, case_number, scope, drawn_up_on, review_on)
       values (?, 'P-gap', ?, 'PUPIL', ?::date, ?::date)`,
      confirmed.studentId,
      made.caseNumber,
      TODAY,
      TODAY,
    );
    expect((await gapsOf(office, 'PUPIL')).nodes.map(({ id }) => id)).not.toContain(confirmed.studentId);
  });

  test('figures are counted over all cases of an area, for who holds it entirely', async () => {
    const { data, errors } = await figures(office, '520625000000');
    expect(errors).toEqual([]);
    const [counted] = await agency.rows<object>(
      `select count(*)::int as cases, count(verified_on)::int as verified, count(confirmed_on)::int as confirmed,
         count(closed_on)::int as closed from dropout_case`,
    );
    expect(data.caseFigures?.['total']).toMatchObject(counted ?? {});
    for (const part of ['townships', 'schools'] as const) {
      const rows = data.caseFigures?.[part] as { cases: number }[];
      const { cases } = data.caseFigures?.['total'] as { cases: number };
      expect(rows.reduce((sum, row) => sum + row.cases, 0)).toBe(cases);
    }
    const refused = await figures(officerOf('520625101'), '520625000000');
    expect(refused.errors.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND']);
  });
});
