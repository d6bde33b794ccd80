import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { callerAs } from '../../support/callers.js';
import { newChild, OTHER_VILLAGE, VILLAGE } from '../../support/children.js';
import { enterAllowance, enterDated, enterLeftBehind } from './welfare-rows.js';

interface Page {
  nodes: { student: { id: string } | null }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const officer = callerAs('civil-affairs-officer');
const faraway = { registered: '441900001001', residence: '441900001001' };
let agency: TestAgency;
beforeAll(async () => {
  agency = await startTestAgency('civil-affairs');
});
afterAll(() => agency.close());

/** Asks one list for the names of its children, by the names that the test gave them. */
async function childrenIn(
  field: string,
  filterType: string,
  names: ReadonlyMap<string, string>,
  variables: Record<string, unknown> = {},
): Promise<{ names: (string | undefined)[]; pageInfo: Page['pageInfo'] }> {
  const { data, errors } = await agency.ask<Record<string, Page>>(
    officer,
    `query ($filter: ${filterType}, $first: Int! = 100, $after: String) {
      ${field}(filter: $filter, first: $first, after: $after) {
        nodes { student { id } } pageInfo { hasNextPage endCursor } } }`,
    variables,
  );
  expect(errors).toEqual([]);
  const page = data[field];
  if (!page) throw new Error(`${field} was not answered.`);
  return { names: page.nodes.map(({ student }) => names.get(student?.id ?? '')), pageInfo: page.pageInfo };
}

describe('left-behind children', () => {
  const names = new Map<string, string>();
  beforeAll(async () => {
    await agency.rows('delete from left_behind_child');
    const enter = async (name: string, visited: string, period = {}, places?: typeof faraway) => {
      const id = await newChild(agency, places);
      names.set(id, name);
      await enterLeftBehind(agency, id, visited, period);
    };
    await enter('visited lately', '2026-11-12');
    await enter('long unvisited', '2026-06-01');
    await enter('of the other village', '2026-09-01', { division: OTHER_VILLAGE });
    await enter('no longer left behind', '2026-01-01', { endedOn: '2026-08-01' });
    await enter('out of reach', '2026-01-01', {}, faraway);
  });
  const list = (variables?: Record<string, unknown>) =>
    childrenIn('leftBehindChildren', 'LeftBehindChildFilter', names, variables);

  test('are those who count as such today, the longest unvisited first', async () => {
    expect((await list()).names).toEqual(['long unvisited', 'of the other village', 'visited lately']);
  });

  test.each([
    ['not visited since a day, that day not counted', { notVisitedSince: '2026-09-01' }, ['long unvisited']],
    [
      'not visited since the day after',
      { notVisitedSince: '2026-09-02' },
      ['long unvisited', 'of the other village'],
    ],
    ['of a village', { division: OTHER_VILLAGE }, ['of the other village']],
  ])('can be found %s', async (_what, filter, expected) => {
    expect((await list({ filter })).names).toEqual(expected);
  });

  test('are paged without a gap or a repetition', async () => {
    const first = await list({ first: 2 });
    const second = await list({ first: 2, after: first.pageInfo.endCursor });
    expect([...first.names, ...second.names]).toEqual((await list()).names);
    expect(second.pageInfo.hasNextPage).toBe(false);
  });
});

describe('de facto unattended children', () => {
  const names = new Map<string, string>();
  beforeAll(async () => {
    await agency.rows('delete from de_facto_unattended_child');
    const enter = async (name: string, period = {}, places?: typeof faraway) => {
      const id = await newChild(agency, places);
      names.set(id, name);
      const facts = {
        father_circumstance: 'DEAD',
        mother_circumstance: 'MISSING',
        monthly_amount_yuan: 1100,
      };
      await enterDated(agency, 'de_facto_unattended_child', id, facts, period);
    };
    await enter('first recognised', { startedOn: '2020-01-01' });
    await enter('last recognised', { startedOn: '2026-01-01', division: OTHER_VILLAGE });
    await enter('no longer unattended', { endedOn: '2026-11-19' });
    await enter('last day today', { startedOn: '2024-01-01', endedOn: '2026-11-20' });
    await enter('out of reach', {}, faraway);
  });
  const list = (variables?: Record<string, unknown>) =>
    childrenIn('deFactoUnattendedChildren', 'DeFactoUnattendedChildFilter', names, variables);

  test('are those who count as such today, the latest recognised first', async () => {
    expect((await list()).names).toEqual(['last recognised', 'last day today', 'first recognised']);
  });

  test('can be found by division', async () => {
    expect((await list({ filter: { division: OTHER_VILLAGE } })).names).toEqual(['last recognised']);
    expect((await list({ filter: { division: '5206' } })).names).toHaveLength(3);
  });

  test('are paged without a gap or a repetition', async () => {
    const first = await list({ first: 1 });
    const second = await list({ first: 2, after: first.pageInfo.endCursor });
    expect([...first.names, ...second.names]).toEqual((await list()).names);
  });
});

describe('subsistence allowances', () => {
  const names = new Map<string, string>();
  beforeAll(async () => {
    await agency.rows('delete from subsistence_allowance');
    const enter = async (
      name: string,
      facts: Parameters<typeof enterAllowance>[2],
      places?: typeof faraway,
    ) => {
      const id = await newChild(agency, places);
      names.set(id, name);
      await enterAllowance(agency, id, facts);
    };
    await enter('rural', { startedOn: '2025-01-01' });
    await enter('urban', { startedOn: '2026-01-01', area: 'URBAN', division: OTHER_VILLAGE });
    await enter('ended', { startedOn: '2024-01-01', endedOn: '2024-12-31' });
    await enter('out of reach', {}, faraway);
  });
  const list = (variables?: Record<string, unknown>) =>
    childrenIn('subsistenceAllowances', 'SubsistenceAllowanceFilter', names, variables);

  test('are all those of children within reach, the latest first', async () => {
    expect((await list()).names).toEqual(['urban', 'rural', 'ended']);
  });

  test.each([
    ['that hold today', { isCurrent: true }, ['urban', 'rural']],
    ['that have ended', { isCurrent: false }, ['ended']],
    ['of an area', { area: 'URBAN' }, ['urban']],
    ['of a village', { division: VILLAGE }, ['rural', 'ended']],
  ])('can be found %s', async (_what, filter, expected) => {
    expect((await list({ filter })).names).toEqual(expected);
  });

  test('are paged without a gap or a repetition', async () => {
    const first = await list({ first: 2 });
    const second = await list({ first: 2, after: first.pageInfo.endCursor });
    expect([...first.names, ...second.names]).toEqual((await list()).names);
  });
});

test.each([
  ['leftBehindChildren', 'filter: { division: "%" }'],
  ['leftBehindChildren', 'filter: { notVisitedSince: "yesterday" }'],
  ['deFactoUnattendedChildren', 'after: "x"'],
  ['subsistenceAllowances', 'first: 1000'],
])('%s(%s) is refused as bad input', async (field, argument) => {
  const { errors } = await agency.ask(officer, `{ ${field}(${argument}) { nodes { startedOn } } }`);
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
});
