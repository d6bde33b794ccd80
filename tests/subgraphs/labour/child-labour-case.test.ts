import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { callerAs } from '../../support/callers.js';
import { newChild, OTHER_VILLAGE, VILLAGE } from '../../support/children.js';
import { enterCase, enterEmployer } from './labour-rows.js';

interface Case {
  caseNumber: string;
  isOpen: boolean;
  foundOn: string;
  returnDueOn: string | null;
  student: { id: string } | null;
}
interface Page {
  nodes: Case[];
  edges: { cursor: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount: number | null;
}

const LIST = `query ($filter: ChildLabourCaseFilter, $first: Int! = 100, $after: String) {
  childLabourCases(filter: $filter, first: $first, after: $after) {
    nodes { caseNumber isOpen foundOn returnDueOn student { id } } edges { cursor }
    pageInfo { hasNextPage endCursor } totalCount
  }
}`;

const inspector = callerAs('labour-inspector');
let agency: TestAgency;
const numbers: Record<'earlier' | 'later' | 'closed' | 'elsewhere' | 'unordered', string> = {
  earlier: '',
  later: '',
  closed: '',
  elsewhere: '',
  unordered: '',
};
const children: string[] = [];
beforeAll(async () => {
  agency = await startTestAgency('labour');
  await agency.rows('delete from child_labour_case');
  await enterEmployer(agency, 'YG-TEST-1');
  await enterEmployer(agency, 'YG-TEST-2', { division: OTHER_VILLAGE });
  for (let count = 0; count < 3; count += 1) children.push(await newChild(agency));
  const [first = '', second = '', third = ''] = children;
  numbers.later = await enterCase(agency, first, { returnDueOn: '2026-11-15' });
  numbers.earlier = await enterCase(agency, second, { returnDueOn: '2026-11-05', foundOn: '2026-10-20' });
  numbers.closed = await enterCase(agency, third, {
    employer: 'YG-TEST-2',
    returnedOn: '2026-11-09',
    schoolContactedOn: '2026-11-09',
  });
  const stranger = await newChild(agency, { registered: '441900001001', residence: '441900001001' });
  // Found between the days of two returns: without an order it stands under that day.
  numbers.unordered = await enterCase(agency, await newChild(agency), {
    foundOn: '2026-11-08',
    orderIssuedOn: null,
    returnDueOn: null,
  });
  numbers.elsewhere = await enterCase(agency, stranger);
});
afterAll(() => agency.close());

async function cases(variables: Record<string, unknown> = {}): Promise<Page> {
  const { data, errors } = await agency.ask<{ childLabourCases: Page }>(inspector, LIST, variables);
  expect(errors).toEqual([]);
  return data.childLabourCases;
}
const numbersOf = ({ nodes }: Page) => nodes.map(({ caseNumber }) => caseNumber);

test('the list is ordered by the day on which the child is to be returned, and names the child', async () => {
  const page = await cases();
  expect(numbersOf(page)).toEqual([numbers.earlier, numbers.unordered, numbers.closed, numbers.later]);
  expect(page.nodes[0]?.student).toEqual({ id: children[1] });
  expect(page.totalCount).toBe(4);
});

test.each([
  ['open cases', { isOpen: true }, ['earlier', 'unordered', 'later']],
  ['cases that wait for an order', { isOrdered: false }, ['unordered']],
  ['cases of children ordered back', { isOrdered: true }, ['earlier', 'closed', 'later']],
  ['closed cases', { isOpen: false }, ['closed']],
  ['cases found from a day on', { foundFrom: '2026-11-02' }, ['unordered', 'closed', 'later']],
  ['cases found up to a day', { foundTo: '2026-10-20' }, ['earlier']],
  ["cases of a village's employers", { division: OTHER_VILLAGE }, ['closed']],
  [
    "cases of a township's employers",
    { division: VILLAGE.slice(0, 9) },
    ['earlier', 'unordered', 'closed', 'later'],
  ],
  [
    "cases of a county's employers, its code filled with zeros",
    { division: '520625000000' },
    ['earlier', 'unordered', 'closed', 'later'],
  ],
  [
    'everything at once',
    { isOpen: true, isOrdered: true, foundFrom: '2026-11-01', foundTo: '2026-11-30', division: VILLAGE },
    ['later'],
  ],
] as const)('the filter finds %s', async (_what, filter, expected) => {
  expect(numbersOf(await cases({ filter }))).toEqual(expected.map((name) => numbers[name]));
});

test('pages follow each other without a gap or a repetition', async () => {
  const first = await cases({ first: 2 });
  expect(first.pageInfo.hasNextPage).toBe(true);
  const second = await cases({ first: 2, after: first.pageInfo.endCursor });
  expect(second.pageInfo.hasNextPage).toBe(false);
  expect([...numbersOf(first), ...numbersOf(second)]).toEqual(numbersOf(await cases()));
});

test.each([
  ['an unknown division code', { filter: { division: '52062' } }],
  ['a division code with a wildcard', { filter: { division: '%' } }],
  ['a day that does not exist', { filter: { foundFrom: '2026-02-30' } }],
  ['a page of none', { first: 0 }],
  ['a page of too many', { first: 101 }],
  ['a cursor that is not one', { after: 'nonsense' }],
  ['the cursor of another list', { after: Buffer.from('["x"]').toString('base64url') }],
])('%s is refused as bad input', async (_what, variables) => {
  const { errors } = await agency.ask(inspector, LIST, variables);
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
});
