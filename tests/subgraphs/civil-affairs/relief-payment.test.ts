import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { callerAs } from '../../support/callers.js';
import { newChild, OTHER_VILLAGE, VILLAGE } from '../../support/children.js';
import { enterPayment } from './welfare-rows.js';

interface Page {
  nodes: { paidOn: string; kind: string; student: { id: string } | null }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}
interface Payments {
  welfare: { reliefPayments: { payments: Page } };
}

const officer = callerAs('civil-affairs-officer');
const DAYS = ['2026-10-10', '2026-09-10', '2026-08-10', '2026-07-10', '2026-06-10'];
let agency: TestAgency;
let child: string;
let brother: string;
beforeAll(async () => {
  agency = await startTestAgency('civil-affairs');
  await agency.rows('delete from relief_payment');
  child = await newChild(agency);
  brother = await newChild(agency);
  for (const paidOn of DAYS.toReversed()) await enterPayment(agency, child, { paidOn });
  await enterPayment(agency, brother, {
    paidOn: '2026-09-11',
    kind: 'TEMPORARY_RELIEF',
    division: OTHER_VILLAGE,
  });
  await enterPayment(agency, await newChild(agency, { residence: '441900001001' }));
});
afterAll(() => agency.close());

const daysOf = (page: Page | undefined) => page?.nodes.map(({ paidOn }) => paidOn);

describe("a child's payments", () => {
  async function payments(ids: readonly string[], argument = ''): Promise<Page[]> {
    const { data, errors } = await agency.askForStudents<Payments>(
      officer,
      ids,
      `welfare { reliefPayments { payments${argument} {
        nodes { paidOn kind month amountYuan student { id } } pageInfo { hasNextPage endCursor } } } }`,
    );
    expect(errors).toEqual([]);
    return data._entities.flatMap((entity) => (entity ? [entity.welfare.reliefPayments.payments] : []));
  }

  test('come the latest first, with their child', async () => {
    const [page] = await payments([child]);
    expect(daysOf(page)).toEqual(DAYS);
    expect(page?.nodes[0]).toEqual({
      paidOn: '2026-10-10',
      kind: 'ORPHAN',
      month: '2026-10',
      amountYuan: 1100,
      student: { id: child },
    });
  });

  test('are paged, each child by itself', async () => {
    const [first, brothers] = await payments([child, brother], '(first: 2)');
    expect(daysOf(first)).toEqual(DAYS.slice(0, 2));
    expect(first?.pageInfo.hasNextPage).toBe(true);
    expect(daysOf(brothers)).toEqual(['2026-09-11']);
    expect(brothers?.pageInfo.hasNextPage).toBe(false);
    const [rest] = await payments([child], `(first: 10, after: "${first?.pageInfo.endCursor}")`);
    expect(daysOf(rest)).toEqual(DAYS.slice(2));
  });

  test('past the end are an empty page of a register that has the child', async () => {
    const [all] = await payments([child]);
    const { data } = await agency.askForStudents<{
      welfare: { reliefPayments: { register: { state: string }; payments: Page } };
    }>(
      officer,
      [child],
      `welfare { reliefPayments { register { state } payments(after: "${all?.pageInfo.endCursor}") { nodes { paidOn } } } }`,
    );
    expect(data._entities[0]?.welfare.reliefPayments).toEqual({
      register: { state: 'FOUND' },
      payments: { nodes: [] },
    });
  });

  test('two pages of one child in one request do not mix', async () => {
    const { data } = await agency.askForStudents<{
      welfare: { reliefPayments: { one: Page; two: Page } };
    }>(
      officer,
      [child],
      'welfare { reliefPayments { one: payments(first: 1) { nodes { paidOn } } two: payments(first: 2) { nodes { paidOn } } } }',
    );
    const payments = data._entities[0]?.welfare.reliefPayments;
    expect([daysOf(payments?.one), daysOf(payments?.two)]).toEqual([DAYS.slice(0, 1), DAYS.slice(0, 2)]);
  });

  test.each(['(first: 0)', '(first: 101)', '(after: "x")'])(
    'asked for with %s are refused',
    async (argument) => {
      const { errors } = await agency.askForStudents(
        officer,
        [child],
        `welfare { reliefPayments { payments${argument} { nodes { paidOn } } } }`,
      );
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    },
  );
});

describe('the list of payments', () => {
  const LIST = `query ($filter: ReliefPaymentFilter, $first: Int! = 100, $after: String) {
    reliefPayments(filter: $filter, first: $first, after: $after) {
      nodes { paidOn kind student { id } } pageInfo { hasNextPage endCursor } } }`;

  async function list(variables: Record<string, unknown> = {}): Promise<Page> {
    const { data, errors } = await agency.ask<{ reliefPayments: Page }>(officer, LIST, variables);
    expect(errors).toEqual([]);
    return data.reliefPayments;
  }

  test('holds those for children within reach, the latest first', async () => {
    expect(daysOf(await list())).toEqual(['2026-10-10', '2026-09-11', ...DAYS.slice(1)]);
  });

  test.each([
    ['of a month', { month: '2026-09' }, ['2026-09-11', '2026-09-10']],
    ['of a kind', { kind: 'TEMPORARY_RELIEF' }, ['2026-09-11']],
    ['of a village', { division: VILLAGE }, DAYS],
    [
      'of a village, a month and a kind',
      { division: VILLAGE, month: '2026-09', kind: 'ORPHAN' },
      ['2026-09-10'],
    ],
  ])('finds those %s', async (_what, filter, days) => {
    expect(daysOf(await list({ filter }))).toEqual(days);
  });

  test('is paged without a gap or a repetition', async () => {
    const first = await list({ first: 4 });
    const second = await list({ first: 4, after: first.pageInfo.endCursor });
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
    expect([...(daysOf(first) ?? []), ...(daysOf(second) ?? [])]).toEqual(daysOf(await list()));
  });

  test.each(['2026-13', '2026-1', '2026', "2026-01'--"])('refuses "%s" as a month', async (month) => {
    const { errors } = await agency.ask(officer, LIST, { filter: { month } });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });
});
