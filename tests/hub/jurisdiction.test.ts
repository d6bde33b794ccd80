import { reachedIdsSql } from '../support/areas.js';
import { callerAs, elsewhere, testCounty, type TestCaller } from '../support/callers.js';
import type { GraphqlAnswer } from '../support/graphql-client.js';
import { countStatements } from '../support/count-statements.js';
import { startTestHub, type TestHub } from '../support/hub.js';

const officer = callerAs('coordination-officer');
const sample = testCounty.sampleStudentId ?? '';
const UNKNOWN = 'aaaaaaaaaaaaaaaaaaaaaaaaaa';

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub.close());

/** Ids of all children that a caller's pages show. */
async function childrenOf(caller: TestCaller): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  for (;;) {
    const { data, errors }: GraphqlAnswer<Page> = await hub.ask<Page>(
      caller,
      'query ($after: String) { students(first: 100, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }',
      { after },
    );
    expect(errors).toEqual([]);
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

/** The same question asked of the stored places, in other words. */
async function childrenIn(caller: TestCaller): Promise<string[]> {
  const rows = await hub
    .agency('coordination')
    .rows<{ id: string }>(
      `select e.student_id as id from school_age_entry e where e.student_id in (${reachedIdsSql(caller)})`,
    );
  return rows.map(({ id }) => id);
}

test.each(['class-teacher', 'school-clerk', 'village-cadre', 'township-officer', 'bureau-officer'])(
  'T6 a page of the %s shows exactly the children of the area',
  async (slug) => {
    const caller = callerAs(slug);
    const shown = await childrenOf(caller);
    expect(shown.length).toBeGreaterThan(0);
    expect(new Set(shown).size).toBe(shown.length);
    expect(shown.toSorted()).toEqual((await childrenIn(caller)).toSorted());
  },
);

test('a school clerk sees every child that is due at the school, whichever school it attends', async () => {
  const clerk = callerAs('school-clerk');
  const school = testCounty.places?.school ?? '';
  const shown = new Set(await childrenOf(clerk));
  const [catchment, pupils] = [
    await hub.agencies
      .get('education')
      ?.rows<Catchment>(
        'select division_code as village, lowest_grade as lowest, highest_grade as highest from catchment where school_code = ?',
        school,
      ),
    await pupilsOf(school),
  ];
  const due = (
    await hub.agencies
      .get('coordination')
      ?.rows<{ id: string; village: string; grade: number }>(
        'select student_id as id, counted_division_code as village, expected_grade as grade from school_age_entry where expected_grade is not null',
      )
  )
    ?.filter(({ village, grade }) =>
      catchment?.some((row) => row.village === village && row.lowest <= grade && grade <= row.highest),
    )
    .map(({ id }) => id);
  expect(due?.filter((id) => !pupils.has(id)).length).toBeGreaterThan(0);
  expect(new Set([...pupils, ...(due ?? [])])).toEqual(shown);
});

interface Catchment {
  readonly village: string;
  readonly lowest: number;
  readonly highest: number;
}

async function pupilsOf(school: string): Promise<Set<string>> {
  const rows = await hub.agencies
    .get('coordination')
    ?.rows<{ id: string }>(
      "select e.student_id as id from school_age_entry e join student_scope s on s.canonical_id = e.student_id and s.kind = 'SCHOOL' and s.code = ?",
      school,
    );
  return new Set(rows?.map(({ id }) => id));
}

test('where a child is due holds for one academic year, where it lives from the day its source names', async () => {
  const rows = await hub.agencies
    .get('coordination')
    ?.rows<{ kind: string; from: string | null; to: string | null }>(
      `select distinct kind, to_char(min(valid_from), 'YYYY-MM-DD') as from, to_char(max(valid_to), 'YYYY-MM-DD') as to
       from student_scope group by kind`,
    );
  expect(rows?.find(({ kind }) => kind === 'CATCHMENT')).toMatchObject({
    from: '2026-09-01',
    to: '2027-08-31',
  });
  expect(rows?.filter(({ from }) => from === null)).toEqual([]);
});

test('T6 an officer of another county sees nobody', async () => {
  expect(await childrenOf(elsewhere(officer))).toEqual([]);
});

test('a child out of reach and a child that does not exist get the same answer at the same cost', async () => {
  const ask = (caller: TestCaller, id: string) =>
    hub.ask<unknown>(
      caller,
      'query ($id: ID!) { student(id: $id) { id registerEntry { name } schooling { studentStatus { register { state } } } } }',
      { id },
    );
  const stranger = elsewhere(officer);
  const [outOfReach, unknown] = [await ask(stranger, sample), await ask(stranger, UNKNOWN)];
  const withoutRequest = (answer: typeof unknown) =>
    JSON.stringify(answer).replaceAll(/"requestId":"[^"]*"/g, '');
  expect(withoutRequest(outOfReach)).toBe(withoutRequest(unknown));
  expect(outOfReach).toMatchObject({
    status: 200,
    data: { student: null },
    errors: [{ extensions: { code: 'NOT_FOUND' } }],
  });
  expect(await countStatements(() => ask(stranger, sample))).toBe(
    await countStatements(() => ask(stranger, UNKNOWN)),
  );
});

test.each([
  ['education', 'schooling { studentStatus { register { state } } }', 'schooling'],
  ['police', 'household { residentRegistration { register { state } } }', 'household'],
  ['civil-affairs', 'welfare { orphan { register { state } } }', 'welfare'],
  ['disability', 'disability { certificate { register { state } } }', 'disability'],
  ['labour', 'labour { childLabourCases { register { state } } }', 'labour'],
  ['poverty', 'poverty { measures { register { state } } }', 'poverty'],
  ['coordination', 'registerEntry { name }', 'registerEntry'],
])(
  '%s asked directly for a child out of reach answers null and NOT_FOUND',
  async (agency, selection, field) => {
    const server = hub.agencies.get(agency);
    const reached = await server?.askForStudents<Record<string, unknown>>(officer, [sample], selection);
    expect(reached?.errors).toEqual([]);
    expect(reached?.data._entities[0]?.[field]).not.toBeNull();
    const refused = await server?.askForStudents<Record<string, unknown>>(
      elsewhere(officer),
      [sample],
      selection,
    );
    expect(refused?.data._entities[0]?.[field] ?? null).toBeNull();
    expect(refused?.errors.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND']);
  },
);

test.each([
  ['school', 'query ($key: String!) { school(code: $key) { name } }', testCounty.places?.school],
  ['household', 'query ($key: ID!) { household(id: $key) { id } }', testCounty.sampleHouseholdId],
])('a %s of another county is not found', async (root, query, key) => {
  const own = await hub.ask<Record<string, unknown>>(officer, query, { key });
  expect(own.data[root]).not.toBeNull();
  const { data, errors } = await hub.ask<Record<string, unknown>>(elsewhere(officer), query, { key });
  expect(data[root]).toBeNull();
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND']);
});
