import { startTestAgency, type TestAgency } from '../support/agency.js';
import { callerAs, elsewhere, withoutScope, type TestCaller } from '../support/callers.js';
import { countStatements } from '../support/count-statements.js';
import type { GraphqlAnswer } from '../support/graphql-client.js';

interface PortalList {
  readonly agency: string;
  readonly field: string;
  readonly persona: string;
  readonly scope: string;
  /** Rows that the list has to show, in words of its own. */
  readonly table: string;
  readonly where: string;
}

const LISTS: readonly PortalList[] = [
  {
    agency: 'civil-affairs',
    field: 'orphans',
    persona: 'civil-affairs-officer',
    scope: 'civil-affairs.orphan.list',
    table: 'orphan',
    where: 'ended_on is null',
  },
  {
    agency: 'civil-affairs',
    field: 'extremePovertySupports',
    persona: 'civil-affairs-officer',
    scope: 'civil-affairs.extreme-poverty.list',
    table: 'extreme_poverty_support',
    where: 'ended_on is null',
  },
  {
    agency: 'civil-affairs',
    field: 'childrenInDifficulty',
    persona: 'civil-affairs-officer',
    scope: 'civil-affairs.child-in-difficulty.list',
    table: 'child_in_difficulty',
    where: 'ended_on is null',
  },
  {
    agency: 'police',
    field: 'residents',
    persona: 'police-officer',
    scope: 'police.resident.list',
    table: 'resident',
    where: "cancelled_on is null and age('2026-11-20', birth_date) < interval '19 years'",
  },
  {
    agency: 'education',
    field: 'pendingTransfers',
    persona: 'bureau-officer',
    scope: 'education.status-follow-up.list',
    table: 'status_change',
    where: "kind like 'TRANSFERRED%' and completed_on is null",
  },
  {
    agency: 'education',
    field: 'failedVerifications',
    persona: 'bureau-officer',
    scope: 'education.status-follow-up.list',
    table: 'student_status',
    where: "id_verification = 'FAILED'",
  },
  {
    agency: 'education',
    field: 'rollCallDifferences',
    persona: 'bureau-officer',
    scope: 'education.status-follow-up.list',
    table: 'roll_call_finding',
    where: "finding <> 'PRESENT'",
  },
  {
    agency: 'coordination',
    field: 'screenings',
    persona: 'coordination-officer',
    scope: 'coordination.casework.read',
    table: 'screening_visit',
    where: 'true',
  },
];

type Answer = Record<
  string,
  {
    nodes: { student: { id: string } }[];
    totalCount?: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  } | null
>;

const agencies = new Map<string, TestAgency>();
beforeAll(async () => {
  for (const name of new Set(LISTS.map(({ agency }) => agency)))
    agencies.set(name, await startTestAgency(name));
});
afterAll(() => Promise.all([...agencies.values()].map((agency) => agency.close())));

function agencyOf({ agency }: PortalList): TestAgency {
  const found = agencies.get(agency);
  if (!found) throw new Error(`${agency} was not started.`);
  return found;
}

const page = (
  list: PortalList,
  caller: TestCaller,
  selection: string,
  variables: Record<string, unknown> = {},
): Promise<GraphqlAnswer<Answer>> =>
  agencyOf(list).ask<Answer>(
    caller,
    `query ($first: Int! = 100, $after: String) { ${list.field}(first: $first, after: $after) { ${selection} pageInfo { hasNextPage endCursor } } }`,
    variables,
  );

describe.each(LISTS)('$field', (list) => {
  const caller = callerAs(list.persona);

  test('shows every row of the county’s children once, page by page, and counts them', async () => {
    const rows = await agencyOf(list).rows(
      `select from ${list.table} r where ${list.where} and exists (select from student_scope s
        where s.student_id = r.student_id and s.kind in ('REGISTERED', 'RESIDENCE') and s.code like '520625%')`,
    );
    let seen = 0;
    let after: string | null = null;
    do {
      const { data, errors }: GraphqlAnswer<Answer> = await page(
        list,
        caller,
        'nodes { student { id } } totalCount',
        {
          first: 7,
          after,
        },
      );
      expect(errors).toEqual([]);
      expect(data[list.field]?.totalCount).toBe(rows.length);
      seen += data[list.field]?.nodes.length ?? 0;
      const info = data[list.field]?.pageInfo;
      after = info?.hasNextPage ? info.endCursor : null;
    } while (after !== null && seen <= rows.length);
    expect(seen).toBe(rows.length);
  });

  test('counts with one statement more, only where somebody asks', async () => {
    const silent = await countStatements(() => page(list, caller, 'nodes { student { id } }'));
    expect(await countStatements(() => page(list, caller, 'nodes { student { id } } totalCount'))).toBe(
      silent + 1,
    );
  });

  test('is empty for another county and refused without the right', async () => {
    expect(
      (await page(list, elsewhere(caller), 'nodes { student { id } } totalCount')).data[list.field],
    ).toMatchObject({
      nodes: [],
      totalCount: 0,
    });
    const { data, errors } = await page(list, withoutScope(caller, list.scope), 'nodes { student { id } }');
    expect(data[list.field]).toBeNull();
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });
});

test('residents are told of minors alone, and of an age that is asked for', async () => {
  const list = LISTS.find(({ field }) => field === 'residents');
  if (!list) throw new Error('There is no list of residents.');
  const caller = callerAs(list.persona);
  const { data } = await agencyOf(list).ask<{ residents: { nodes: { birthDate: string }[] } }>(
    caller,
    '{ residents(first: 100, filter: { ageFrom: 6, ageTo: 6 }) { nodes { birthDate } } }',
  );
  expect(data.residents.nodes.length).toBeGreaterThan(0);
  for (const { birthDate } of data.residents.nodes) {
    expect(birthDate <= '2020-11-20' && birthDate > '2019-11-20').toBe(true);
  }
  const { errors } = await agencyOf(list).ask(
    caller,
    '{ residents(filter: { ageTo: 40 }) { nodes { name } } }',
  );
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
});
