import fc from 'fast-check';
import { FocusGroupEnum } from '../../subgraphs/coordination/standing/focus-group.enum.js';
import { callersAcross, LOCAL_PERSONAS } from '../support/areas.js';
import { callerAs, type TestCaller } from '../support/callers.js';
import type { GraphqlAnswer } from '../support/graphql-client.js';
import { startTestHub, type TestHub } from '../support/hub.js';
import { ORDER_NAMES, studentListSql, type Filter, type Order } from './student-list.oracle.js';

const STANDINGS = [
  'IN_SCHOOL',
  'SUSPECTED',
  'OUT_OF_SCHOOL',
  'APPROVED_ABSENCE',
  'OUT_OF_SCOPE',
  'UNVERIFIED',
  'NOT_YET_COMPULSORY',
];
const STAGES = ['PRESCHOOL', 'PRIMARY', 'JUNIOR_SECONDARY'];
const GROUPS = Object.keys(FocusGroupEnum.type);
const office = callerAs('coordination-officer');

/** The county has some 600 children, and lists of all of them are asked for in pages of five or more. */
const MOST_PAGES = 200;

const QUERY = `query ($filter: StudentFilter, $orderBy: StudentOrder, $first: Int, $after: String) {
  students(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    totalCount nodes { id } edges { cursor } pageInfo { hasNextPage endCursor } } }`;

interface Page {
  readonly students: {
    readonly totalCount: number;
    readonly nodes: readonly { readonly id: string }[];
    readonly edges: readonly { readonly cursor: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

let hub: TestHub;
let callers: readonly TestCaller[];
/** Values that occur in the county, so that filters find somebody. */
let known: Record<'divisions' | 'schools' | 'classes' | 'names', string[]>;

const rows = <Row>(text: string) => hub.agency('coordination').rows<Row>(text);
const values = async (text: string) => (await rows<{ value: string }>(text)).map(({ value }) => value);

beforeAll(async () => {
  hub = await startTestHub();
  const across = LOCAL_PERSONAS.map((slug) => callersAcross(hub.agency('coordination'), slug, 2));
  callers = [office, ...(await Promise.all(across)).flat()];
  known = {
    divisions: (
      await Promise.all(
        [6, 9, 12].map((digits) =>
          values(`select rpad(left(code, ${digits}), 12, '0') as value from school_age_entry
            cross join lateral (values (registered_division_code), (residence_division_code)) place (code)
            where code is not null group by 1 order by count(*) desc, 1 limit 5`),
        ),
      )
    ).flat(),
    schools: await values(
      `select distinct school_code as value from school_age_entry where school_code is not null order by 1`,
    ),
    classes: await values(
      `select distinct class_code as value from school_age_entry where class_code is not null order by 1`,
    ),
    names: await values(
      `select distinct left(name, n) as value from school_age_entry, generate_series(1, 3) n order by 1`,
    ),
  };
}, 60_000);
afterAll(() => hub.close());

async function pagesOf(caller: TestCaller, variables: { filter: Filter; orderBy: Order; first: number }) {
  const pages: Page['students'][] = [];
  let after: string | null = null;
  do {
    const { data, errors }: GraphqlAnswer<Page> = await hub.ask<Page>(caller, QUERY, { ...variables, after });
    expect(errors).toEqual([]);
    pages.push(data.students);
    // A list that never ends must not keep the test from ending.
    if (pages.length > MOST_PAGES) throw new Error(`There are more than ${MOST_PAGES} pages.`);
    after = data.students.pageInfo.hasNextPage ? data.students.pageInfo.endCursor : null;
  } while (after !== null);
  return pages;
}

/** Pages through the whole list and compares it with the oracle's. @returns how many are on it. */
async function compare(caller: TestCaller, filter: Filter, orderBy: Order, first: number): Promise<number> {
  const expected = (await rows<{ id: string }>(studentListSql(caller, filter, orderBy))).map(({ id }) => id);
  const pages = await pagesOf(caller, { filter, orderBy, first });
  expect(pages.flatMap(({ nodes }) => nodes.map(({ id }) => id))).toEqual(expected);
  expect(pages).toHaveLength(Math.max(1, Math.ceil(expected.length / first)));
  for (const [index, { nodes, edges, totalCount, pageInfo }] of pages.entries()) {
    const isLast = index === pages.length - 1;
    expect({ totalCount, edges: edges.length, hasNextPage: pageInfo.hasNextPage }).toEqual({
      totalCount: expected.length,
      edges: nodes.length,
      hasNextPage: !isLast,
    });
    expect(nodes.length).toBe(isLast ? expected.length - first * index : first);
    expect(pageInfo.endCursor).toBe(edges.at(-1)?.cursor ?? null);
  }
  return expected.length;
}

test('the county has divisions of three levels, schools and names to ask for', () => {
  const levels = known.divisions.map((code) => (code.endsWith('000000') ? 6 : code.endsWith('000') ? 9 : 12));
  expect(new Set(levels)).toEqual(new Set([6, 9, 12]));
  expect(Math.min(known.schools.length, known.classes.length, known.names.length)).toBeGreaterThan(3);
});

const alone: Record<string, () => readonly Filter[]> = {
  'no condition': () => [{}],
  'focus groups': () => GROUPS.map((group) => ({ focusGroups: [group] })),
  standing: () => STANDINGS.map((standing) => ({ standing: [standing] })),
  'division of either kind': () => known.divisions.map((division) => ({ division })),
  'division of registration': () => known.divisions.map((registeredDivision) => ({ registeredDivision })),
  'division of residence': () => known.divisions.map((residenceDivision) => ({ residenceDivision })),
  stage: () => STAGES.map((stage) => ({ stage })),
  school: () => known.schools.map((school) => ({ school })),
  class: () => known.classes.slice(0, 10).map((schoolClass) => ({ schoolClass })),
  grade: () => Array.from({ length: 11 }, (_, grade) => ({ grade })),
  sex: () => ['MALE', 'FEMALE'].map((sex) => ({ sex })),
  'lowest age': () => Array.from({ length: 8 }, (_, step) => 2 * step + 3).map((ageFrom) => ({ ageFrom })),
  'highest age': () => Array.from({ length: 8 }, (_, step) => 2 * step + 3).map((ageTo) => ({ ageTo })),
  name: () => known.names.slice(0, 20).map((name) => ({ name })),
};

test.each(Object.keys(alone))(
  'by %s alone, exactly the children that fit',
  async (what) => {
    let found = 0;
    for (const filter of alone[what]?.() ?? []) found += await compare(office, filter, 'NAME', 100);
    expect(found).toBeGreaterThan(0);
  },
  60_000,
);

test.each(ORDER_NAMES)(
  'in order %s small pages join to the whole list, for callers of every kind of area',
  async (orderBy) => {
    for (const caller of callers) {
      const found = await compare(caller, {}, orderBy, caller === office ? 31 : 7);
      expect({ caller: caller.slug, isEmpty: found === 0 }).toEqual({ caller: caller.slug, isEmpty: false });
    }
  },
  60_000,
);

test('a page of one child at a time goes through a whole class', async () => {
  const [teacher] = await callersAcross(hub.agency('coordination'), 'class-teacher', 1);
  expect(await compare(teacher ?? office, {}, 'NAME', 1)).toBeGreaterThan(3);
});

const maybe = <Value>(of: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: of });
const oneOf = (list: keyof typeof known) => fc.nat().map((at) => known[list][at % known[list].length] ?? '');

const question = fc.record({
  caller: fc.nat().map((at) => callers[at % callers.length] ?? office),
  orderBy: fc.constantFrom(...ORDER_NAMES),
  first: fc.integer({ min: 5, max: 40 }),
  filter: fc.record({
    focusGroups: maybe(fc.uniqueArray(fc.constantFrom(...GROUPS), { maxLength: 6 })),
    focusGroupsMatch: fc.constantFrom('ANY' as const, 'ALL' as const),
    standing: maybe(fc.uniqueArray(fc.constantFrom(...STANDINGS), { maxLength: 4 })),
    division: maybe(oneOf('divisions')),
    stage: maybe(fc.constantFrom(...STAGES)),
    school: maybe(oneOf('schools')),
    sex: maybe(fc.constantFrom('MALE', 'FEMALE')),
    ageFrom: maybe(fc.integer({ min: 3, max: 12 })),
    ageTo: maybe(fc.integer({ min: 8, max: 17 })),
    name: maybe(oneOf('names')),
  }),
});

test('any combination of conditions, order, page size and caller gives the same list', async () => {
  const sizes: number[] = [];
  await fc.assert(
    fc.asyncProperty(question, async ({ caller, filter, orderBy, first }) => {
      sizes.push(await compare(caller, filter, orderBy, first));
    }),
    { numRuns: 100, seed: 20_260_102 },
  );
  // Conditions that contradict each other would all be met by an empty list.
  expect(sizes.filter((size) => size > 0).length).toBeGreaterThan(35);
}, 120_000);
