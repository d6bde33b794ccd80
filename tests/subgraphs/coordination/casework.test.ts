import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { office, officerOf } from './coordination-callers.js';
import {
  addCase,
  addOrder,
  addReferral,
  addScreening,
  listedPupils,
  type CaseRow,
  type ListedChild,
} from './register-rows.js';

let agency: TestAgency;
let pupils: ListedChild[];
let cases: CaseRow[];
beforeAll(async () => {
  agency = await startTestAgency('coordination');
  for (const table of [
    'dropout_case',
    'persuasion_visit',
    'support_plan',
    'plan_measure',
    'enforcement_order',
    'referral',
    'screening_visit',
  ])
    await agency.rows(`delete from ${table}`);
  pupils = await listedPupils(agency, 6);
  const [a, b, c, d] = pupils.map(({ studentId }) => studentId);
  cases = [
    await addCase(agency, a ?? '', { number: 'T-1', openedOn: '2026-10-01' }),
    await addCase(agency, b ?? '', {
      number: 'T-2',
      openedOn: '2026-10-05',
      state: 'VERIFYING',
      reason: 'CHILD_LABOUR',
    }),
    await addCase(agency, c ?? '', { number: 'T-3', openedOn: '2026-11-02', reason: 'EARLY_MARRIAGE' }),
  ];
  const [first, second, third] = cases;
  if (!first || !second || !third) throw new Error('Three cases are needed.');
  await addOrder(agency, first, { dueOn: '2026-11-01' });
  await addOrder(agency, second, { dueOn: '2026-11-01', compliedOn: '2026-10-30' });
  await addOrder(agency, third, { dueOn: '2026-12-01' });
  await addReferral(agency, second, { toBody: 'LABOUR', dueOn: '2026-10-20' });
  await addReferral(agency, first, { toBody: 'POLICE', dueOn: '2026-10-16', answeredOn: '2026-10-10' });
  await addScreening(agency, d ?? '', 'LEGAL_CUSTODY', 'COURT');
});
afterAll(() => agency.close());

const CASE = `caseNumber state reason basis openedOn closedOn reportedOn township { code }
  persuasionVisits { visitedOn participants place result committedTo nextVisitOn }
  plan { planNumber scope reviewOn measures { approach measure owner dueOn doneOn } } student { id }`;

async function casework(id: string) {
  const { data, errors } = await agency.askForStudents<{ casework: Record<string, unknown> }>(
    office,
    [id],
    `casework { register { state } current { ${CASE} } cases { caseNumber } screenings { visitedOn visitorPost proposedDisposition evidence { kind } residenceDivision { code } }
      orders { orderNumber isOverdue } referrals { referralNumber } }`,
  );
  expect(errors).toEqual([]);
  return data._entities[0]?.casework ?? {};
}

test('casework shows the open case with its visits, plan, orders and referrals', async () => {
  const studentId = cases[0]?.studentId ?? '';
  expect(await casework(studentId)).toMatchObject({
    register: { state: 'FOUND' },
    current: {
      caseNumber: 'T-1',
      reason: 'AVERSION_TO_STUDY',
      reportedOn: null,
      township: { code: '520625101000' },
      persuasionVisits: [
        {
          visitedOn: '2026-10-03',
          participants: ['TOWNSHIP_OFFICER', 'CLASS_TEACHER'],
          result: 'REFUSED',
          nextVisitOn: '2026-10-10',
        },
      ],
      plan: {
        planNumber: 'PT-1',
        scope: 'PUPIL',
        measures: [{ approach: 'AFFECTION', measure: 'COUNSELLING', owner: 'SCHOOL' }],
      },
      student: { id: studentId },
    },
    orders: [{ orderNumber: 'OT-1', isOverdue: true }],
    referrals: [{ referralNumber: 'RT-1' }],
    screenings: [],
  });
});

test('a child nobody had a reason to visit has no record', async () => {
  expect(await casework(pupils[4]?.studentId ?? '')).toEqual({
    register: { state: 'NO_RECORD' },
    current: null,
    cases: [],
    screenings: [],
    orders: [],
    referrals: [],
  });
});

test('a visit that found custody looks like one without an answer', async () => {
  expect(await casework(pupils[3]?.studentId ?? '')).toMatchObject({
    register: { state: 'FOUND' },
    screenings: [
      { visitedOn: '2026-11-01', visitorPost: 'VILLAGE_CADRE', proposedDisposition: null, evidence: [] },
    ],
  });
});

test('a closed case is not the current one', async () => {
  await agency.rows(
    "update dropout_case set closed_on = '2026-11-10', state = 'CLOSED' where case_number = 'T-3'",
  );
  expect(await casework(cases[2]?.studentId ?? '')).toMatchObject({
    current: null,
    cases: [{ caseNumber: 'T-3' }],
  });
});

describe('the lists', () => {
  const numbers = async (query: string, variables: Record<string, unknown> = {}, caller = office) => {
    const { data, errors } = await agency.ask<Record<string, { nodes: Record<string, string>[] }>>(
      caller,
      query,
      variables,
    );
    expect(errors).toEqual([]);
    return Object.values(data)[0]?.nodes.map((node) => Object.values(node)[0]);
  };
  const listCases = (filter: object) =>
    numbers('query ($filter: CaseFilter) { cases(filter: $filter) { nodes { caseNumber } } }', { filter });

  test('cases stand in order, the latest first', async () => {
    expect(await listCases({})).toEqual(['T-3', 'T-2', 'T-1']);
  });

  test('cases by state, by day and by division', async () => {
    expect(await listCases({ state: ['VERIFYING', 'CONFIRMED'] })).toEqual(['T-2']);
    expect(await listCases({ openedFrom: '2026-10-05', openedTo: '2026-11-01' })).toEqual(['T-2']);
    expect(await listCases({ openedFrom: '2026-10-05' })).toEqual(['T-3', 'T-2']);
    expect(await listCases({ division: pupils[0]?.registeredDivisionCode })).toContain('T-1');
    expect(await listCases({ division: '520625' })).toHaveLength(3);
    expect(await listCases({ division: '652301' })).toEqual([]);
  });

  test('cases page by page', async () => {
    const query =
      'query ($after: String) { cases(first: 2, after: $after) { nodes { caseNumber } pageInfo { hasNextPage endCursor } } }';
    interface Page {
      readonly cases: {
        nodes: { caseNumber: string }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
    }
    const first = await agency.ask<Page>(office, query);
    expect(first.data.cases.pageInfo.hasNextPage).toBe(true);
    const second = await agency.ask<Page>(office, query, { after: first.data.cases.pageInfo.endCursor });
    expect(second.data.cases).toMatchObject({
      nodes: [{ caseNumber: 'T-1' }],
      pageInfo: { hasNextPage: false },
    });
  });

  test('a reason that only its own agency may tell is shown as another', async () => {
    const { data } = await agency.ask<{ cases: { nodes: object[] } }>(
      office,
      '{ cases { nodes { caseNumber reason } } }',
    );
    expect(data.cases.nodes).toContainEqual({ caseNumber: 'T-3', reason: 'OTHER' });
  });

  test('orders are overdue when their day is past and nobody obeyed', async () => {
    const orders = (filter: object) =>
      numbers(
        'query ($filter: EnforcementOrderFilter) { enforcementOrders(filter: $filter) { nodes { orderNumber } } }',
        { filter },
      );
    expect(await orders({ isOverdue: true })).toEqual(['OT-1']);
    expect(await orders({ isOverdue: false })).toEqual(['OT-2', 'OT-3']);
    expect(await orders({})).toHaveLength(3);
  });

  test('referrals by body and state, those due first come first', async () => {
    const referrals = (filter: object) =>
      numbers('query ($filter: ReferralFilter) { referrals(filter: $filter) { nodes { referralNumber } } }', {
        filter,
      });
    expect(await referrals({})).toEqual(['RT-1', 'RT-2']);
    expect(await referrals({ toBody: 'LABOUR' })).toEqual(['RT-2']);
    expect(await referrals({ state: 'ANSWERED' })).toEqual(['RT-1']);
    expect(await referrals({ division: '520625' })).toEqual(['RT-1', 'RT-2']);
    expect(await referrals({ division: '110101' })).toEqual([]);
    await agency.rows("update referral set from_code = '520625101' where referral_number = 'RT-2'");
    expect(await referrals({ officeCode: '520625101' })).toEqual(['RT-2']);
  });

  test('hold nothing of children out of reach', async () => {
    for (const field of ['cases', 'enforcementOrders', 'referrals']) {
      expect(await numbers(`{ ${field} { nodes { __typename } } }`, {}, officerOf('652301'))).toEqual([]);
    }
  });
});
