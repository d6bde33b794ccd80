import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { callerAs } from '../../support/callers.js';
import { newChild, OTHER_VILLAGE } from '../../support/children.js';
import { enterRelocation, enterSite } from './poverty-rows.js';

interface Children {
  nodes: { student: { id: string } | null }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}
interface Site {
  code: string;
  relocatedChildren: Children;
}

const officer = callerAs('poverty-officer');
let agency: TestAgency;
const movers: string[] = [];
beforeAll(async () => {
  agency = await startTestAgency('poverty');
  await agency.rows('delete from resettlement_site');
  await enterSite(agency, 'AZ-1');
  await enterSite(agency, 'AZ-2', OTHER_VILLAGE);
  await enterSite(agency, 'AZ-3', '441900001001');
  for (const movedOn of ['2018-09-03', '2018-09-01', '2018-09-02']) {
    const id = await newChild(agency);
    await enterRelocation(agency, id, 'AZ-1', movedOn);
    movers.push(id);
  }
  await enterRelocation(agency, await newChild(agency, { residence: '441900001001' }), 'AZ-1');
});
afterAll(() => agency.close());

async function sites<Found = Site>(argument: string, selection: string): Promise<Found[]> {
  const { data, errors } = await agency.ask<{ resettlementSites: { nodes: Found[] } }>(
    officer,
    `{ resettlementSites${argument} { nodes { code ${selection} } } }`,
  );
  expect(errors).toEqual([]);
  return data.resettlementSites.nodes;
}

test("the list holds the sites of the caller's area, in order of code", async () => {
  expect((await sites('', '')).map(({ code }) => code)).toEqual(['AZ-1', 'AZ-2']);
  expect((await sites(`(filter: { division: "${OTHER_VILLAGE}" })`, '')).map(({ code }) => code)).toEqual([
    'AZ-2',
  ]);
  expect((await sites('(first: 1)', '')).map(({ code }) => code)).toEqual(['AZ-1']);
});

test('a site has its children within reach, by the day they moved in', async () => {
  const [first, second] = await sites(
    '',
    'relocatedChildren { nodes { student { id } } pageInfo { hasNextPage } }',
  );
  const [third = '', earliest = '', middle = ''] = movers;
  expect(first?.relocatedChildren).toEqual({
    nodes: [earliest, middle, third].map((id) => ({ student: { id } })),
    pageInfo: { hasNextPage: false },
  });
  expect(second?.relocatedChildren.nodes).toEqual([]);
});

test('the children of a site are paged', async () => {
  const page = async (after: string) => {
    const [site] = await sites(
      '(first: 1)',
      `relocatedChildren(first: 2${after}) { nodes { student { id } } pageInfo { hasNextPage endCursor } }`,
    );
    return site?.relocatedChildren;
  };
  const first = await page('');
  const second = await page(`, after: "${first?.pageInfo.endCursor}"`);
  expect([first?.pageInfo.hasNextPage, second?.pageInfo.hasNextPage]).toEqual([true, false]);
  expect([...(first?.nodes ?? []), ...(second?.nodes ?? [])].map(({ student }) => student?.id)).toEqual([
    movers[1],
    movers[2],
    movers[0],
  ]);
});

test('two pages of one site in one request do not mix', async () => {
  const [site] = await sites<{ one: Children; two: Children }>(
    '(first: 1)',
    'one: relocatedChildren(first: 1) { nodes { student { id } } } two: relocatedChildren(first: 2) { nodes { student { id } } }',
  );
  expect(site?.one.nodes).toHaveLength(1);
  expect(site?.two.nodes).toHaveLength(2);
});

test.each(['(first: 0)', '(first: 101)', '(after: "x")'])(
  'a page of children asked for with %s is refused',
  async (argument) => {
    const { errors } = await agency.ask(
      officer,
      `{ resettlementSites { nodes { relocatedChildren${argument} { nodes { movedOn } } } } }`,
    );
    expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(new Set(['BAD_USER_INPUT']));
  },
);
