import { randomUUID } from 'node:crypto';
import { office } from '../coordination-callers.js';
import { TODAY } from '../decisions/difference-rows.js';
import type { ListedChild } from '../register-rows.js';
import { of, startCases, VISIT, type Case, type Cases } from './case-harness.js';

let cases: Cases;
beforeAll(async () => {
  cases = await startCases();
});
afterAll(() => cases?.close());

const OPENED = '2026-03-10';
const CLOSED = '2026-06-25';
const visit = { ...VISIT, visitedOn: '2026-03-16', nextVisitOn: null };
const check = (checkedOn: string, result = 'IN_SCHOOL') => ({
  checkedOn,
  checkerPost: 'TOWNSHIP_OFFICER',
  result,
});

async function recorded(name: string, known: Case, input: object): Promise<Case> {
  const { case: changed, errors } = await cases.command(office, name, { ...of(known), ...input });
  expect(errors).toEqual([]);
  if (!changed) throw new Error(`${name} gave no case.`);
  return changed;
}

const refused = async (name: string, known: Case, input: object) =>
  (await cases.command(office, name, { ...of(known), ...input })).errors.map(({ code }) => code);

/** Placed outside the county, asked after twice, and closed by that. */
async function closedCase(child: ListedChild, before?: () => Promise<void>): Promise<Case> {
  const opened = await cases.opened(child, 'LEFT_SCHOOL', OPENED);
  await before?.();
  const placed = await recorded('recordReturnPlacement', opened, {
    placedOn: '2026-03-23',
    mode: 'OUT_OF_COUNTY',
  });
  const followed = await recorded('recordReturnCheck', placed, check('2026-04-22'));
  const closed = await recorded('recordReturnCheck', followed, check(CLOSED));
  expect(closed).toMatchObject({ state: 'CLOSED', closedOn: CLOSED, closedBy: 'RETURN' });
  return closed;
}

const DERIVED = [
  'state',
  'stateSince',
  'episode',
  'returnedOn',
  'closedOn',
  'closedBy',
  'nextStep',
  'nextDueOn',
];
const derived = (shown: Case) =>
  Object.fromEntries(Object.entries(shown).filter(([name]) => DERIVED.includes(name)));

describe('what happened while a case was open is recorded after it was closed', () => {
  test('a visit and a cause: they stand on record, and the case stays as it is', async () => {
    const closed = await closedCase(cases.nextChild());
    const visited = await recorded('recordPersuasionVisit', closed, visit);
    expect(visited).toMatchObject({ persuasionVisits: [{ visitedOn: '2026-03-16', result: 'REFUSED' }] });
    expect(derived(visited)).toEqual(derived(closed));
    expect(visited.version).toBeGreaterThan(closed.version);
    const caused = await recorded('setCaseCause', visited, { reason: 'POVERTY', foundOn: '2026-03-17' });
    expect(caused).toMatchObject({ reason: 'POVERTY' });
    expect(derived(caused)).toEqual(derived(closed));
    // The last day itself was within its life.
    const last = await recorded('recordPersuasionVisit', caused, { ...visit, visitedOn: CLOSED });
    expect(derived(last)).toEqual(derived(closed));
  });

  test('an earlier return moves the return and nothing else', async () => {
    const closed = await closedCase(cases.nextChild());
    const placed = await recorded('recordReturnPlacement', closed, {
      placedOn: '2026-03-20',
      mode: 'OUT_OF_COUNTY',
    });
    expect(derived(placed)).toEqual({ ...derived(closed), returnedOn: '2026-03-20' });
  });

  test('who was found at home was lost again: the same case is open', async () => {
    const closed = await closedCase(cases.nextChild());
    const lost = await recorded('recordReturnCheck', closed, check('2026-05-20', 'NOT_IN_SCHOOL'));
    expect(lost).toMatchObject({ episode: 2, closedOn: null, returnedOn: null });
    expect(lost.state).not.toBe('CLOSED');
  });

  test('what is of a later day, or looks ahead, is refused', async () => {
    const closed = await closedCase(cases.nextChild());
    expect(await refused('recordPersuasionVisit', closed, { ...visit, visitedOn: '2026-06-26' })).toEqual([
      'CLOSED',
    ]);
    expect(await refused('recordPersuasionVisit', closed, { ...visit, visitedOn: TODAY })).toEqual([
      'CLOSED',
    ]);
    expect(await refused('recordReturnCheck', closed, check('2026-07-01', 'NOT_IN_SCHOOL'))).toEqual([
      'CLOSED',
    ]);
    expect(await refused('setCaseCause', closed, { reason: 'POVERTY', foundOn: '2026-07-01' })).toEqual([
      'CLOSED',
    ]);
    expect(await refused('setTaskTeam', closed, { posts: ['CLASS_TEACHER'] })).toEqual(['CLOSED']);
    expect(await refused('recordPersuasionVisit', closed, { ...visit, visitedOn: '2026-03-09' })).toEqual([
      'DATE_INVALID',
    ]);
    const stale = { ...closed, version: closed.version - 1 };
    expect(await refused('recordPersuasionVisit', stale, visit)).toEqual(['STALE_VERSION']);
  });
});

test('a measure that was planned in time is reported done after its case was closed', async () => {
  const child = cases.nextChild();
  const { studentId } = child;
  const measured = async (name: string, input: object) => {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const { data, errors } = await cases.agency.ask<
      Record<string, { measure: { id: string; version: number; doneOn: string | null }; errors: object[] }>
    >(
      office,
      `mutation ($input: ${type}!) { ${name}(input: $input) { measure { id version doneOn } errors { code } } }`,
      { input: { idempotencyKey: randomUUID(), ...input } },
    );
    expect(errors).toEqual([]);
    expect(data[name]?.errors).toEqual([]);
    return data[name]?.measure ?? { id: '', version: 0, doneOn: null };
  };
  let planned = { id: '', version: 0 };
  const closed = await closedCase(child, async () => {
    planned = await measured('planMeasure', {
      studentId,
      scope: 'PUPIL',
      approach: 'QUALITY',
      measure: 'REMEDIAL_LESSONS',
      owner: 'SCHOOL',
      dueOn: TODAY,
    });
  });
  const done = await measured('closeMeasure', {
    measureId: planned.id,
    expectedVersion: planned.version,
    doneOn: TODAY,
    evidenceKind: 'SCHOOL_CERTIFICATE',
    evidenceNumber: '2026-12',
  });
  expect(done.doneOn).toBe(TODAY);
  const [row] = await cases.agency.rows<{ state: string }>(
    'select state from dropout_case where case_number = ?',
    closed.caseNumber,
  );
  expect(row?.state).toBe('CLOSED');
});

describe('beside a later case of the child', () => {
  const states = (child: ListedChild) =>
    cases.agency.rows<object>(
      `select closed_on::text as "closedOn", closed_by as "closedBy" from dropout_case where student_id = ?
       order by opened_on`,
      child.studentId,
    );

  test('what opened a closed case again ends with the later one, whose first day is its own', async () => {
    const child = cases.nextChild();
    const closed = await closedCase(child);
    const next = await cases.opened(child, 'LEFT_SCHOOL', '2026-09-10');
    const lost = await recorded('recordReturnCheck', closed, check('2026-05-20', 'NOT_IN_SCHOOL'));
    expect(lost).toMatchObject({ state: 'CLOSED', closedOn: '2026-09-10', closedBy: 'NEXT_CASE' });
    expect(await refused('recordPersuasionVisit', lost, { ...visit, visitedOn: '2026-09-10' })).toEqual([
      'CLOSED',
    ]);
    await recorded('recordPersuasionVisit', lost, { ...visit, visitedOn: '2026-09-09' });
    expect(await states(child)).toEqual([
      { closedOn: '2026-09-10', closedBy: 'NEXT_CASE' },
      { closedOn: null, closedBy: null },
    ]);
    expect(next.state).not.toBe('CLOSED');
  });

  test('of a late fact that opens a case again and a new case at the same moment, one is open', async () => {
    for (let round = 0; round < 3; round += 1) {
      const child = cases.nextChild();
      const closed = await closedCase(child);
      const lost = { ...of(closed), ...check('2026-05-20', 'NOT_IN_SCHOOL') };
      const knownOn = '2026-09-10';
      await Promise.all([
        cases.command(office, 'recordReturnCheck', lost),
        cases.command(office, 'openCase', { studentId: child.studentId, basis: 'TOLD_BY_AGENCY', knownOn }),
      ]);
      const open = (await states(child)).filter((each) => 'closedOn' in each && each.closedOn === null);
      expect(open).toHaveLength(1);
    }
  });
});
