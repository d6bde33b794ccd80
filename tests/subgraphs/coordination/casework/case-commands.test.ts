import { randomUUID } from 'node:crypto';
import { elsewhere, withoutScope, type TestCaller } from '../../../support/callers.js';
import { clerkOf, office, officerOf } from '../coordination-callers.js';
import { inDays, TODAY } from '../decisions/difference-rows.js';
import { of, startCases, VISIT, type Cases } from './case-harness.js';

let cases: Cases;
beforeAll(async () => {
  cases = await startCases();
});
afterAll(() => cases?.close());

test('a case is opened once, with its township, its school and what comes next', async () => {
  const child = cases.nextChild();
  const made = await cases.opened(child, 'ABSENT');
  expect(made).toMatchObject({
    state: 'SUSPECTED',
    stateSince: TODAY,
    episode: 1,
    reason: 'OTHER',
    schoolCode: child.schoolCode,
    nextStep: 'VERIFY',
    nextDueOn: inDays(7),
    attendanceKnownUpTo: null,
    persuadedBy: {
      bodies: ['EDUCATION_OFFICE', 'VILLAGE'],
      policyClause: '印府办发〔2020〕19号 三（一）各教办、社区、村',
    },
  });
  expect(made.township.code).toMatch(/^520625\d{3}000$/);
  const again = await cases.command(office, 'openCase', {
    studentId: child.studentId,
    basis: 'TOLD_BY_AGENCY',
    knownOn: TODAY,
  });
  expect(again).toEqual({ case: null, errors: [{ code: 'OPEN_ALREADY', field: 'studentId' }] });
});

test('of two who open a case at the same moment, one does', async () => {
  const { studentId } = cases.nextChild();
  const both = await Promise.all(
    [1, 2].map(() =>
      cases.command(office, 'openCase', { studentId, basis: 'TOLD_BY_AGENCY', knownOn: TODAY }),
    ),
  );
  expect(both.flatMap(({ errors }) => errors)).toEqual([{ code: 'OPEN_ALREADY', field: 'studentId' }]);
});

test('from the visit that was refused to the placement: each fact brings its state', async () => {
  const child = cases.nextChild();
  const made = await cases.opened(child);
  expect(made.state).toBe('VERIFYING');
  const visited = await cases.command(office, 'recordPersuasionVisit', { ...of(made), ...VISIT });
  expect(visited.case).toMatchObject({
    state: 'PERSUADING',
    nextStep: 'VISIT',
    nextDueOn: inDays(7),
    persuasionVisits: [{ result: 'REFUSED', met: ['FATHER'], participants: VISIT.participants }],
  });
  if (!visited.case) throw new Error('The visit was not recorded.');
  expect(visited.case.version).toBeGreaterThan(made.version);
  const caused = await cases.command(office, 'setCaseCause', {
    ...of(visited.case),
    reason: 'LEARNING_DIFFICULTY',
    foundOn: TODAY,
  });
  expect(caused.case).toMatchObject({ reason: 'LEARNING_DIFFICULTY', state: 'PERSUADING' });
  const team = await cases.command(office, 'setTaskTeam', {
    ...of(caused.case ?? made),
    posts: ['TOWNSHIP_OFFICER', 'CLASS_TEACHER'],
  });
  expect(team.case).toMatchObject({ taskTeam: ['TOWNSHIP_OFFICER', 'CLASS_TEACHER'] });
  const placed = await cases.command(clerkOf(child.schoolCode), 'recordReturnPlacement', {
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
    // Nobody has to persuade a child who is back.
    persuadedBy: null,
    placements: [{ mode: 'OWN_CLASS' }],
  });
});

test('the same key records once, and another version is looked at again', async () => {
  const made = await cases.opened(cases.nextChild());
  const input = { ...of(made), ...VISIT, idempotencyKey: randomUUID() };
  const first = await cases.command(office, 'recordPersuasionVisit', input);
  expect(await cases.command(office, 'recordPersuasionVisit', input)).toEqual(first);
  expect(
    await cases.agency.rows('select from persuasion_visit where case_number = ?', made.caseNumber),
  ).toHaveLength(1);
  const stale = await cases.command(office, 'recordPersuasionVisit', { ...of(made), ...VISIT });
  expect(stale.errors).toEqual([{ code: 'STALE_VERSION', field: 'expectedVersion' }]);
});

test('a case is carried by the township where the child lives, and is not there for who does not reach the child', async () => {
  const child = cases.nextChild();
  const made = await cases.opened(child);
  await cases.agency.rows(
    "update dropout_case set township_code = '520625999000' where case_number = ?",
    made.caseNumber,
  );
  const registered = officerOf(child.registeredDivisionCode.slice(0, 9));
  const tried = (caller: TestCaller) =>
    cases.command(caller, 'recordPersuasionVisit', { ...of(made), ...VISIT });
  expect((await tried(registered)).errors).toEqual([{ code: 'OTHER_TOWNSHIP', field: 'caseNumber' }]);
  expect((await tried(elsewhere(office))).errors).toEqual([{ code: 'NOT_FOUND', field: 'caseNumber' }]);
  const { errors } = await cases.agency.ask<object | null>(
    withoutScope(office, 'coordination.casework.record'),
    'mutation ($input: SetTaskTeamInput!) { setTaskTeam(input: $input) { errors { code } } }',
    { input: { ...of(made), idempotencyKey: randomUUID(), posts: ['CLASS_TEACHER'] } },
  );
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
});
