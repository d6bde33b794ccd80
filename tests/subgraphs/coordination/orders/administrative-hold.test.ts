import { loadPolicies, parsePolicies } from '../../../../policies/load-policies.js';
import { localFile, LOCAL_SOURCE, nationalFile } from '../../../policies/policy-files.js';
import { startTestAgency, type TestAgency } from '../../../support/agency.js';
import { withoutScope } from '../../../support/callers.js';
import { COORDINATION_SCOPES } from '../../../../subgraphs/coordination/scopes.js';
import { bureau, caseOf, leadingGroup, openCases, record, type OpenCase } from './order-cases.js';
import { inDays, today } from './order-days.js';

const turnedOn = parsePolicies([
  nationalFile(),
  localFile({
    values: {
      administrativeHolds: {
        advisoryQuery: { value: true, source: LOCAL_SOURCE },
        items: { value: ['BUSINESS_LICENCE', 'RELIEF'], source: LOCAL_SOURCE },
      },
    },
  }),
]);
const ADVICE = `administrativeHolds { state since orderNumber items clause
  decisions { id item decision basis decidedBy reviewState reviewedBy } }`;
interface Advice {
  readonly administrativeHolds: {
    readonly decisions: readonly { readonly id: string; readonly reviewState: string }[];
    readonly [field: string]: unknown;
  };
}

async function startWith(policies: ReturnType<typeof loadPolicies>) {
  const agency = await startTestAgency('coordination', { policies });
  const [dropout] = await openCases(agency, 1);
  if (!dropout) throw new Error('A case is needed.');
  await agency.rows(
    `insert into enforcement_order (student_id, order_number, case_number, step, kind, issued_by, township_code,
       issued_on, due_on, served_on)
     values (?, 'HOLD-1', ?, 'RETURN_ORDER', 'RETURN', 'TOWNSHIP', ? || '000', '2026-10-15', '2026-10-25', '2026-10-15')`,
    dropout.studentId,
    dropout.caseNumber,
    dropout.township,
  );
  return { agency, dropout };
}
const decision = ({ caseNumber }: OpenCase, change: object = {}) => ({
  caseNumber,
  item: 'BUSINESS_LICENCE',
  decision: 'HOLD',
  basis: '监护人经责令仍不送学生返校',
  ...change,
});

describe('where the policy says nothing', () => {
  let agency: TestAgency;
  let dropout: OpenCase;
  beforeAll(async () => ({ agency, dropout } = await startWith(loadPolicies())));
  afterAll(() => agency.close());

  test('the question is off, and says so', async () => {
    const { administrativeHolds } = await caseOf<Advice>(agency, dropout, ADVICE);
    expect(administrativeHolds).toEqual({
      state: 'OFF',
      since: null,
      orderNumber: null,
      items: [],
      clause: null,
      decisions: [],
    });
    expect(await record(agency, bureau, 'decideAdministrativeHold', decision(dropout))).toEqual([
      'POLICY_OFF',
    ]);
  });
});

describe('where the policy turns it on', () => {
  let agency: TestAgency;
  let dropout: OpenCase;
  beforeAll(async () => ({ agency, dropout } = await startWith(turnedOn)));
  afterAll(() => agency.close());
  const advice = async () => (await caseOf<Advice>(agency, dropout, ADVICE)).administrativeHolds;

  test('it tells since when an order stands open, on what clause, and about what', async () => {
    expect(await advice()).toMatchObject({
      state: 'ORDER_STANDS_OPEN',
      since: '2026-10-26',
      orderNumber: 'HOLD-1',
      items: ['BUSINESS_LICENCE', 'RELIEF'],
      clause: '试政办发〔2025〕1号 三（一）',
    });
  });

  test('a decision takes two persons, and lapses when the child is back', async () => {
    const refusals = (change: object) =>
      record(agency, bureau, 'decideAdministrativeHold', decision(dropout, change));
    expect(await refusals({ item: 'HOUSE_BUILDING_APPROVAL' })).toEqual(['ITEM_NOT_LISTED']);
    expect(await refusals({ basis: '无' })).toEqual(['TEXT_INVALID']);
    expect(await refusals({})).toBe(true);
    const [decided] = (await advice()).decisions;
    expect(decided).toMatchObject({
      decision: 'HOLD',
      decidedBy: 'test:bureau-officer',
      reviewState: 'PENDING',
    });
    const review = { decisionId: decided?.id, isConfirmed: true, basis: '核对送达回证，情况属实' };
    expect(await record(agency, bureau, 'reviewAdministrativeHold', review)).toEqual(['SAME_PERSON']);
    expect(await record(agency, leadingGroup, 'reviewAdministrativeHold', review)).toBe(true);
    expect(await record(agency, leadingGroup, 'reviewAdministrativeHold', review)).toEqual([
      'ALREADY_REVIEWED',
    ]);
    expect((await advice()).decisions).toMatchObject([
      { reviewState: 'CONFIRMED', reviewedBy: 'test:coordination-officer' },
    ]);
    await agency.rows(
      `update dropout_case set returned_on = ?::date where case_number = ?`,
      today,
      dropout.caseNumber,
    );
    expect(await advice()).toMatchObject({
      state: 'NO_OPEN_ORDER',
      since: null,
      decisions: [{ reviewState: 'LAPSED' }],
    });
    expect(await refusals({})).toEqual(['NO_OPEN_ORDER']);
    await agency.rows(`update dropout_case set returned_on = null where case_number = ?`, dropout.caseNumber);
  });

  test('an order from before a relapse is not open', async () => {
    const lostAgain = (episode: number, from: string) =>
      agency.rows(
        'update dropout_case set episode = ?, episode_from = ?::date where case_number = ?',
        episode,
        from,
        dropout.caseNumber,
      );
    await lostAgain(2, '2026-11-05');
    expect(await advice()).toMatchObject({ state: 'NO_OPEN_ORDER', orderNumber: null });
    await lostAgain(1, '2026-10-12');
    expect(await advice()).toMatchObject({ state: 'ORDER_STANDS_OPEN' });
  });

  test('a decision on an order that was withdrawn does not come back with the next one', async () => {
    const reviewState = async () => (await advice()).decisions[0]?.reviewState;
    expect(await reviewState()).toBe('CONFIRMED');
    await agency.rows(
      `update enforcement_order set withdrawn_on = ?::date where order_number = 'HOLD-1'`,
      today,
    );
    expect(await reviewState()).toBe('LAPSED');
    await agency.rows(
      `insert into enforcement_order (student_id, order_number, case_number, step, kind, issued_by, township_code,
         issued_on, due_on, served_on)
       select student_id, 'HOLD-2', case_number, step, kind, issued_by, township_code, issued_on, due_on, served_on
       from enforcement_order where order_number = 'HOLD-1'`,
    );
    expect(await advice()).toMatchObject({ state: 'ORDER_STANDS_OPEN', orderNumber: 'HOLD-2' });
    expect(await reviewState()).toBe('LAPSED');
    await agency.rows(`delete from enforcement_order where order_number = 'HOLD-2'`);
    await agency.rows(`update enforcement_order set withdrawn_on = null where order_number = 'HOLD-1'`);
  });

  test('an order whose time runs, or that nobody served, is not open', async () => {
    for (const change of [`due_on = '${inDays(1)}'`, `due_on = '2026-10-25', served_on = null`]) {
      await agency.rows(`update enforcement_order set ${change} where order_number = 'HOLD-1'`);
      expect(await advice()).toMatchObject({ state: 'NO_OPEN_ORDER' });
    }
  });

  test('it asks for a right of its own', async () => {
    const { data, errors } = await agency.askForStudents<{ casework: unknown }>(
      withoutScope(leadingGroup, COORDINATION_SCOPES.readHolds),
      [dropout.studentId],
      'casework { current { caseNumber administrativeHolds { state } } }',
    );
    expect(data._entities).toEqual([
      { casework: { current: { caseNumber: dropout.caseNumber, administrativeHolds: null } } },
    ]);
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });
});
