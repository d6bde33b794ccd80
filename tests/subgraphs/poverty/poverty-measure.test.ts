import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { callerAs } from '../../support/callers.js';
import { newChild, OTHER_VILLAGE, VILLAGE } from '../../support/children.js';
import { enterMeasure } from './poverty-rows.js';

interface Page {
  nodes: { startedOn: string; student: { id: string } | null }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const LIST = `query ($filter: PovertyMeasureFilter, $first: Int! = 100, $after: String) {
  povertyMeasures(filter: $filter, first: $first, after: $after) {
    nodes { startedOn student { id } } pageInfo { hasNextPage endCursor } } }`;

const officer = callerAs('poverty-officer');
let agency: TestAgency;
let child: string;
beforeAll(async () => {
  agency = await startTestAgency('poverty');
  await agency.rows('delete from poverty_measure');
  child = await newChild(agency);
  await enterMeasure(agency, child, { startedOn: '2026-01-01' });
  await enterMeasure(agency, child, { startedOn: '2026-03-03', kind: 'HOUSING', division: OTHER_VILLAGE });
  // Two on one day: the row decides their order, and a page may end between them.
  await enterMeasure(agency, child, { startedOn: '2026-02-02' });
  await enterMeasure(agency, child, { startedOn: '2026-02-02' });
  await enterMeasure(agency, await newChild(agency, { residence: '441900001001' }));
});
afterAll(() => agency.close());

async function measures(variables: Record<string, unknown> = {}): Promise<Page> {
  const { data, errors } = await agency.ask<{ povertyMeasures: Page }>(officer, LIST, variables);
  expect(errors).toEqual([]);
  return data.povertyMeasures;
}
const daysOf = ({ nodes }: Page) => nodes.map(({ startedOn }) => startedOn);

test('the list holds measures for children within reach, the latest first', async () => {
  const page = await measures();
  expect(daysOf(page)).toEqual(['2026-03-03', '2026-02-02', '2026-02-02', '2026-01-01']);
  expect(page.nodes[0]?.student).toEqual({ id: child });
});

test.each([
  ['of a kind', { kind: 'HOUSING' }, ['2026-03-03']],
  ['of a village', { division: VILLAGE }, ['2026-02-02', '2026-02-02', '2026-01-01']],
] as const)('the filter finds measures %s', async (_what, filter, days) => {
  expect(daysOf(await measures({ filter }))).toEqual(days);
});

test('a page that ends between two measures of one day loses neither', async () => {
  const first = await measures({ first: 2 });
  const second = await measures({ first: 2, after: first.pageInfo.endCursor });
  expect([...daysOf(first), ...daysOf(second)]).toEqual(daysOf(await measures()));
  expect(second.pageInfo.hasNextPage).toBe(false);
});
