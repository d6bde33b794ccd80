import { office } from '../coordination-callers.js';
import { inDays, TODAY } from '../decisions/difference-rows.js';
import { of, startCases, type Case, type Cases } from './case-harness.js';
import { observeAttendance } from './observe-attendance.js';

let cases: Cases;
beforeAll(async () => {
  cases = await startCases();
});
afterAll(() => cases?.close());

test('what a comparison sees of attendance closes the case, and absence opens it again', async () => {
  const child = cases.nextChild();
  const made = await cases.opened(child, 'LEFT_SCHOOL', '2026-03-10');
  await cases.command(office, 'recordReturnPlacement', {
    ...of(made),
    placedOn: '2026-03-23',
    mode: 'OWN_CLASS',
    schoolCode: child.schoolCode,
  });
  const observe = async (knownUpTo: string, missed: readonly string[]) => {
    await observeAttendance(cases.agency, child.studentId, { knownUpTo, missed });
    const [row] = await cases.agency.rows<object>(
      `select state, episode, closed_on::text as "closedOn", next_due_on::text as "nextDueOn", version,
         episode_from::text as "episodeFrom" from dropout_case
       where case_number = ?`,
      made.caseNumber,
    );
    return row;
  };
  expect(await observe('2026-04-10', [])).toMatchObject({ state: 'RETURNED', nextDueOn: '2026-04-22' });
  const followed = await observe('2026-05-15', []);
  expect(followed).toMatchObject({ state: 'FOLLOWED', nextDueOn: '2026-06-21' });
  expect(await observe('2026-05-15', [])).toEqual(followed);
  expect(followed).toMatchObject({ episode: 1, episodeFrom: '2026-03-10' });
  expect(await observe('2026-06-30', ['2026-06-10', '2026-06-11', '2026-06-12'])).toMatchObject({
    state: 'RETURNED',
    episode: 2,
    episodeFrom: '2026-06-12',
    closedOn: null,
  });
  expect(await observe('2026-06-30', [])).toMatchObject({ state: 'CLOSED', closedOn: '2026-06-22' });
  const late = await cases.command(office, 'setTaskTeam', {
    ...of(made),
    expectedVersion: 99,
    posts: ['CLASS_TEACHER'],
  });
  expect(late.errors).toEqual([{ code: 'STALE_VERSION', field: 'expectedVersion' }]);
});

test('what comes late about a case that was closed opens it again, unless a later one has taken its place', async () => {
  const child = cases.nextChild();
  const first = await cases.opened(child, 'LEFT_SCHOOL', '2026-03-10');
  const place = { placedOn: '2026-03-23', mode: 'OWN_CLASS', schoolCode: child.schoolCode };
  await cases.command(office, 'recordReturnPlacement', { ...of(first), ...place });
  const absences = ['2026-06-10', '2026-06-11', '2026-06-12'];
  const observe = (missed: readonly string[]) =>
    observeAttendance(cases.agency, child.studentId, { knownUpTo: '2026-09-05', missed });
  const standings = () =>
    cases.agency.rows<object>(
      `select case_number as "caseNumber", closed_on::text as "closedOn", closed_by as "closedBy"
       from dropout_case where student_id = ? order by opened_on`,
      child.studentId,
    );
  const closed = { caseNumber: first.caseNumber, closedOn: '2026-06-22', closedBy: 'RETURN' };
  await observe([]);
  expect(await standings()).toEqual([closed]);
  await observe(absences);
  expect(await standings()).toEqual([{ ...closed, closedOn: null, closedBy: null }]);
  await observe([]);

  const second = await cases.opened(child, 'LEFT_SCHOOL', '2026-09-10');
  const open = { caseNumber: second.caseNumber, closedOn: null, closedBy: null };
  expect(await standings()).toEqual([closed, open]);
  await observe(absences);
  expect(await standings()).toEqual([{ ...closed, closedOn: '2026-09-10', closedBy: 'NEXT_CASE' }, open]);
  await observe([]);
  expect(await standings()).toEqual([closed, open]);
});

test('out of the county a check stands for the sheets; in the county nobody says what the sheets show', async () => {
  const child = cases.nextChild();
  const made = await cases.opened(child, 'LEFT_SCHOOL', inDays(-60));
  const check = (expected: Case) =>
    cases.command(office, 'recordReturnCheck', {
      ...of(expected),
      checkedOn: TODAY,
      checkerPost: 'CLASS_TEACHER',
      result: 'IN_SCHOOL',
    });
  expect((await check(made)).errors).toEqual([{ code: 'NOT_RETURNED', field: 'caseNumber' }]);
  const placed = await cases.command(office, 'recordReturnPlacement', {
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
