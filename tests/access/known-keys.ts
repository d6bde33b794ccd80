import { callerAs, testCounty, type TestCaller } from '../support/callers.js';
import type { GraphqlAnswer } from '../support/graphql-client.js';
import type { TestHub } from '../support/hub.js';
import type { ArgumentLiterals } from './every-path.js';

export interface KnownKeys {
  readonly literals: ArgumentLiterals;
  /** Keys of entities by type: a child that the county was made with in mind first, then all others. */
  readonly entities: ReadonlyMap<string, { readonly field: string; readonly values: readonly string[] }>;
}

const REASON = '补办学籍材料';

/** What one has to know of the test county to ask every question of the schema. */
export async function readKnownKeys(hub: TestHub, caller: TestCaller): Promise<KnownKeys> {
  const { places, countyCode, sampleStudentId, sampleHouseholdId } = testCounty;
  if (!places || !sampleStudentId || !sampleHouseholdId) throw new Error('The test county has no sample.');
  const { data } = await hub.ask<Sample>(
    caller,
    'query ($id: ID!, $reason: String!) { student(id: $id) { registerEntry { name residentIdNumber(reason: $reason) } } }',
    { id: sampleStudentId, reason: REASON },
  );
  const { name, residentIdNumber } = data.student.registerEntry;
  const children = await childrenOf(hub, caller);
  return {
    literals: {
      'Query.student(id:)': quoted(sampleStudentId),
      'Query.school(code:)': quoted(places.school),
      'Query.household(id:)': quoted(sampleHouseholdId),
      'Query.division(code:)': quoted(countyCode),
      'Query.divisions(parent:)': quoted(countyCode),
      'Query.indicators(division:)': quoted(countyCode),
      'Query.schoolIndicators(school:)': quoted(places.school),
      'Query.indicatorHistory(division:)': quoted(countyCode),
      'Query.schoolIndicatorHistory(school:)': quoted(places.school),
      'Query.mechanismChecks(division:)': quoted(countyCode),
      'Query.focusGroupCounts(division:)': quoted(countyCode),
      'Query.aidMatchCounts(division:)': quoted(countyCode),
      'Query.ledger(scope:)': 'COUNTY',
      'Query.ledger(code:)': quoted(countyCode),
      'Query.householdEducationRegister(scope:)': 'COUNTY',
      'Query.householdEducationRegister(code:)': quoted(countyCode),
      'Query.attendanceSheet(date:)': quoted('2026-11-20'),
      'Query.attendanceSheet(schoolClass:)': quoted(places.schoolClass),
      'Query.screeningAssignment(code:)': quoted(await anyAssignment(hub)),
      'Query.enforcementOrder(orderNumber:)': quoted(await anyOrder(hub, caller)),
      'Query.caseFigures(scope:)': 'COUNTY',
      'Query.caseFigures(code:)': quoted(countyCode),
      'Query.findStudent(input:)': `{ residentIdNumber: ${quoted(residentIdNumber)}, name: ${quoted(name)} }`,
      'SchoolAgeEntry.residentIdNumber(reason:)': quoted(REASON),
    },
    entities: new Map([
      ['Student', { field: 'id', values: [sampleStudentId, ...children] }],
      ['School', { field: 'code', values: [places.school] }],
      ['Household', { field: 'id', values: [sampleHouseholdId] }],
    ]),
  };
}

interface Sample {
  readonly student: { readonly registerEntry: { readonly name: string; readonly residentIdNumber: string } };
}

export function quoted(value: string): string {
  return JSON.stringify(value);
}

async function anyOrder({ ask }: TestHub, caller: TestCaller): Promise<string> {
  const { data } = await ask<{ enforcementOrders: { nodes: readonly { orderNumber: string }[] } }>(
    caller,
    '{ enforcementOrders(first: 1) { nodes { orderNumber } } }',
  );
  const [order] = data.enforcementOrders.nodes;
  if (!order) throw new Error('The test county has no order.');
  return order.orderNumber;
}

/** Of a screening, which the other officers of the county have no right to. */
async function anyAssignment({ ask }: TestHub): Promise<string> {
  const { data } = await ask<{
    screeningCampaigns: { nodes: readonly { assignments: { nodes: readonly { code: string }[] } }[] };
  }>(
    callerAs('bureau-officer'),
    '{ screeningCampaigns(first: 1) { nodes { assignments(first: 1) { nodes { code } } } } }',
  );
  const [assignment] = data.screeningCampaigns.nodes.flatMap(({ assignments }) => assignments.nodes);
  if (!assignment) throw new Error('The test county has no screening.');
  return assignment.code;
}

/** Ids of all children within the caller's reach. */
async function childrenOf({ ask }: TestHub, caller: TestCaller): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let after: string | null = null; ;) {
    const { data }: GraphqlAnswer<Page> = await ask<Page>(
      caller,
      'query ($after: String) { students(first: 100, after: $after, orderBy: ID) { nodes { id } pageInfo { hasNextPage endCursor } } }',
      { after },
    );
    ids.push(...data.students.nodes.map(({ id }) => id));
    if (!data.students.pageInfo.hasNextPage) return ids;
    after = data.students.pageInfo.endCursor;
  }
}

interface Page {
  readonly students: {
    readonly nodes: readonly { readonly id: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}
