import { randomUUID } from 'node:crypto';
import type { TestCaller } from '../../../support/callers.js';
import { office, officerOf } from '../coordination-callers.js';
import { decide, endRun, inDays, paper, stateOf, TODAY } from '../decisions/difference-rows.js';
import { startCases, type Cases } from './case-harness.js';

const RESIDENCE = '520625999';

let cases: Cases;
beforeAll(async () => {
  cases = await startCases();
});
afterAll(() => cases?.close());

/** A child who lives in another township than it is registered in, and an officer of the latter. */
async function registeredElsewhere() {
  const child = cases.nextChild();
  await cases.agency.rows(
    `update school_age_entry set counted_division_code = ? || '101' where student_id = ?`,
    RESIDENCE,
    child.studentId,
  );
  return { ...child, registered: officerOf(child.registeredDivisionCode.slice(0, 9)) };
}

test('only the township where the child lives, and offices above it, open its case', async () => {
  const { studentId, registered } = await registeredElsewhere();
  const opened = (caller: TestCaller) =>
    cases.command(caller, 'openCase', { studentId, basis: 'LEFT_SCHOOL', knownOn: TODAY });
  expect(await opened(registered)).toEqual({
    case: null,
    errors: [{ code: 'OTHER_TOWNSHIP', field: 'studentId' }],
  });
  expect((await opened(office)).case?.township.code).toBe(`${RESIDENCE}000`);
});

test('the plan of a case is drawn up by who carries it; without a case, by whoever reaches the child', async () => {
  const { studentId, registered } = await registeredElsewhere();
  const planned = async (caller: TestCaller, measure: string) => {
    const { data, errors } = await cases.agency.ask<{ planMeasure: { errors: object[] } }>(
      caller,
      'mutation ($input: PlanMeasureInput!) { planMeasure(input: $input) { errors { code field } } }',
      {
        input: {
          idempotencyKey: randomUUID(),
          studentId,
          scope: 'PUPIL',
          approach: 'TEACHING',
          measure,
          owner: 'SCHOOL',
          dueOn: inDays(14),
        },
      },
    );
    expect(errors).toEqual([]);
    return data.planMeasure.errors;
  };
  expect(await planned(registered, 'REMEDIAL_LESSONS')).toEqual([]);
  await cases.command(office, 'openCase', { studentId, basis: 'LEFT_SCHOOL', knownOn: TODAY });
  expect(await planned(registered, 'VOCATIONAL_COURSES')).toEqual([
    { code: 'OTHER_TOWNSHIP', field: 'studentId' },
  ]);
  expect(await planned(office, 'VOCATIONAL_COURSES')).toEqual([]);
});

test('a township decides no case into being for another; that the child lives elsewhere it may say', async () => {
  const { studentId, registered } = await registeredElsewhere();
  const found = { kind: 'PERSON_WITHOUT_STATUS', studentId, township: RESIDENCE } as const;
  await endRun(cases.agency, TODAY, [found]);
  const evidence = [paper('VISIT_RECORD')];
  const confirmed = await decide(cases.agency, registered, found, { code: 'CONFIRMED_DROPOUT', evidence });
  expect(confirmed.errors).toEqual([{ code: 'OTHER_TOWNSHIP', field: 'discrepancyKey' }]);
  const [village] = await cases.agency.rows<{ code: string }>(
    `select code from division where code like '520625%' and level = 'VILLAGE' order by code limit 1`,
  );
  const moved = await decide(cases.agency, registered, found, {
    code: 'RESIDENCE_MOVED',
    evidence,
    residenceDivisionCode: village?.code,
  });
  expect(moved).toMatchObject({ errors: [], disposition: { caseNumber: null } });
  expect((await stateOf(cases.agency, found)).version).toBe(2);
});
