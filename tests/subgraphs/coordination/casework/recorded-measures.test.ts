import { randomUUID } from 'node:crypto';
import type { TestCaller } from '../../../support/callers.js';
import { office, officerOf } from '../coordination-callers.js';
import { inDays, TODAY } from '../decisions/difference-rows.js';
import type { ListedChild } from '../register-rows.js';
import { of, startCases, type Cases } from './case-harness.js';

let cases: Cases;
beforeAll(async () => {
  cases = await startCases();
});
afterAll(() => cases?.close());

interface Measure {
  readonly id: string;
  readonly version: number;
}
interface Payload {
  readonly measure: Measure | null;
  readonly errors: readonly { readonly code: string; readonly field: string }[];
}
const DONE_ON = inDays(-20);
const done = ({ studentId }: ListedChild, change: object = {}) => ({
  idempotencyKey: randomUUID(),
  studentId,
  scope: 'PUPIL',
  approach: 'ANTI_POVERTY',
  measure: 'AID_APPLICATION',
  owner: 'SCHOOL',
  doneOn: DONE_ON,
  evidenceKind: 'SCHOOL_CERTIFICATE',
  evidenceNumber: ' 2026-31 ',
  ...change,
});

async function command(name: string, input: object, caller: TestCaller = office): Promise<Payload> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await cases.agency.ask<Record<string, Payload>>(
    caller,
    `mutation ($input: ${type}!) { ${name}(input: $input) { measure { id version measure owner ownerPost dueOn doneOn
      evidenceKind evidenceNumber } errors { code field } } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
  );
  expect(errors).toEqual([]);
  return data[name] ?? { measure: null, errors: [] };
}
const record = (input: object, caller?: TestCaller) => command('recordMeasure', input, caller);
const planned = ({ studentId }: ListedChild, measure: string) =>
  command('planMeasure', {
    studentId,
    scope: 'PUPIL',
    approach: 'ANTI_POVERTY',
    measure,
    owner: 'SCHOOL',
    dueOn: inDays(14),
  });

async function plansOf({ studentId }: ListedChild): Promise<readonly object[]> {
  const { data, errors } = await cases.agency.askForStudents<{ casework: { plans: object[] } }>(
    office,
    [studentId],
    'casework { plans { scope drawnUpOn measures { measure dueOn doneOn } } }',
  );
  expect(errors).toEqual([]);
  return data._entities[0]?.casework.plans ?? [];
}

test('what was done unplanned is recorded with its day, its paper and who did it, and with no day that was never set', async () => {
  const child = cases.nextChild();
  const input = done(child, { ownerPost: 'CLASS_TEACHER' });
  const recorded = await record(input);
  expect(recorded).toMatchObject({
    errors: [],
    measure: {
      version: 1,
      measure: 'AID_APPLICATION',
      owner: 'SCHOOL',
      ownerPost: 'CLASS_TEACHER',
      dueOn: null,
      doneOn: DONE_ON,
      evidenceKind: 'SCHOOL_CERTIFICATE',
      evidenceNumber: '2026-31',
    },
  });
  // Asked again with the same key it is the same measure; told anew it is refused.
  expect((await record(input)).measure?.id).toBe(recorded.measure?.id);
  expect((await record(done(child))).errors).toEqual([{ code: 'DONE_ALREADY', field: 'doneOn' }]);
  await planned(child, 'HOME_VISITS');
  expect(await plansOf(child)).toEqual([
    {
      scope: 'PUPIL',
      // The plan itself was drawn up when it was written down.
      drawnUpOn: TODAY,
      measures: [
        { measure: 'HOME_VISITS', dueOn: inDays(14), doneOn: null },
        { measure: 'AID_APPLICATION', dueOn: null, doneOn: DONE_ON },
      ],
    },
  ]);
  const [row] = await cases.agency.rows<object>(
    'select planned_by as "plannedBy", done_by as "doneBy" from plan_measure where id = ?::bigint',
    recorded.measure?.id ?? '',
  );
  expect(row).toEqual({ plannedBy: null, doneBy: `test:${office.slug}` });
});

test('what the plan still has to be done is closed there, and not recorded beside it', async () => {
  const child = cases.nextChild();
  await planned(child, 'AID_APPLICATION');
  expect((await record(done(child))).errors).toEqual([{ code: 'ALREADY_PLANNED', field: 'measure' }]);
  const { measure } = await record(done(child, { measure: 'COUNSELLING' }));
  const close = await command('closeMeasure', {
    measureId: measure?.id,
    expectedVersion: measure?.version,
    doneOn: TODAY,
    evidenceKind: 'SCHOOL_CERTIFICATE',
    evidenceNumber: '2026-32',
  });
  expect(close.errors).toEqual([{ code: 'DONE_ALREADY', field: 'measureId' }]);
});

test.each<[what: string, change: object, error: object]>([
  ['of tomorrow', { doneOn: inDays(1) }, { code: 'DONE_DATE_INVALID', field: 'doneOn' }],
  ['of more than a year ago', { doneOn: inDays(-367) }, { code: 'DONE_DATE_INVALID', field: 'doneOn' }],
  ['without a paper', { evidenceNumber: ' ' }, { code: 'EVIDENCE_INVALID', field: 'evidenceNumber' }],
  [
    'with the number of a person',
    { evidenceNumber: '99062520150505002X' },
    { code: 'EVIDENCE_INVALID', field: 'evidenceNumber' },
  ],
  ['of nobody', { studentId: 'z'.repeat(26) }, { code: 'CHILD_NOT_FOUND', field: 'studentId' }],
])('one %s is refused, and nothing is drawn up', async (_what, change, error) => {
  const child = cases.nextChild();
  expect(await record(done(child, change))).toEqual({ measure: null, errors: [error] });
  expect(await plansOf(child)).toEqual([]);
});

test('it belongs to the case that was open on its day, which stays as it is, and to the township of that case', async () => {
  const child = cases.nextChild();
  const opened = await cases.opened(child, 'LEFT_SCHOOL', inDays(-200));
  const steps: [name: string, input: object][] = [
    ['recordReturnPlacement', { placedOn: inDays(-180), mode: 'OUT_OF_COUNTY' }],
    ['recordReturnCheck', { checkedOn: inDays(-150), checkerPost: 'TOWNSHIP_OFFICER', result: 'IN_SCHOOL' }],
    ['recordReturnCheck', { checkedOn: inDays(-90), checkerPost: 'TOWNSHIP_OFFICER', result: 'IN_SCHOOL' }],
  ];
  let known = opened;
  for (const [name, input] of steps)
    known = (await cases.command(office, name, { ...of(known), ...input })).case ?? known;
  expect(known).toMatchObject({ state: 'CLOSED', closedOn: inDays(-90) });
  const stored = () =>
    cases.agency.rows<object>(
      'select state, version, next_step, next_due_on, closed_on, episode from dropout_case where case_number = ?',
      known.caseNumber,
    );
  const before = await stored();
  const foreign = officerOf('520625998');
  await cases.agency.rows(
    `insert into student_scope (student_id, canonical_id, kind, code, origin) values (?, ?, 'REGISTERED', '520625998001', 'test')`,
    child.studentId,
    child.studentId,
  );
  expect((await record(done(child, { doneOn: inDays(-100) }), foreign)).errors).toEqual([
    { code: 'OTHER_TOWNSHIP', field: 'studentId' },
  ]);
  expect((await record(done(child, { doneOn: inDays(-100) }))).errors).toEqual([]);
  expect((await record(done(child, { doneOn: inDays(-89) }))).errors).toEqual([]);
  expect(await stored()).toEqual(before);
  expect(
    await cases.agency.rows<object>(
      `select plan.case_number as "caseNumber", measure.done_on::text as "doneOn" from support_plan plan
       join plan_measure measure using (plan_number) where plan.student_id = ? order by measure.done_on`,
      child.studentId,
    ),
  ).toEqual([
    { caseNumber: known.caseNumber, doneOn: inDays(-100) },
    { caseNumber: null, doneOn: inDays(-89) },
  ]);
});

test('a child who needs a plan still needs one after something was done without it', async () => {
  const child = cases.nextChild();
  await cases.opened(child, 'LEFT_SCHOOL', inDays(-30));
  await cases.agency.rows(
    'update dropout_case set confirmed_on = ?::date where student_id = ?',
    inDays(-29),
    child.studentId,
  );
  const isListed = async () => {
    const { data } = await cases.agency.ask<{ studentsWithoutPlan: { nodes: { id: string }[] } }>(
      office,
      '{ studentsWithoutPlan(scope: PUPIL, first: 100) { nodes { id } } }',
    );
    return data.studentsWithoutPlan.nodes.some(({ id }) => id === child.studentId);
  };
  expect(await isListed()).toBe(true);
  expect((await record(done(child))).errors).toEqual([]);
  expect(await isListed()).toBe(true);
  await planned(child, 'HOME_VISITS');
  expect(await isListed()).toBe(false);
});
