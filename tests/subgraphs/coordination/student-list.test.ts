import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { clerkOf, office, officerOf, teacherOf } from './coordination-callers.js';
import { listedPupil, type ListedChild } from './register-rows.js';

let agency: TestAgency;
let child: ListedChild;
/** The whole county, in order of name. */
let everybody: Awaited<ReturnType<typeof all>>;
beforeAll(async () => {
  agency = await startTestAgency('coordination');
  child = await listedPupil(agency);
  everybody = await all({});
});
afterAll(() => agency.close());

interface Entry {
  readonly name: string;
  readonly birthDate: string;
  readonly sex: string;
  readonly standing: string;
  readonly stage: string | null;
  readonly grade: number | null;
  readonly age: number;
  readonly schoolCode: string | null;
  readonly classCode: string | null;
  readonly focusGroups: readonly string[];
  readonly registeredDivision: { readonly code: string } | null;
  readonly residenceDivision: { readonly code: string } | null;
}
interface Page {
  readonly students: {
    readonly totalCount: number | null;
    readonly nodes: readonly { readonly id: string; readonly registerEntry: Entry }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  } | null;
}

const ENTRY = `name birthDate sex standing stage grade age schoolCode classCode focusGroups
  registeredDivision { code } residenceDivision { code }`;
const QUERY = `query ($filter: StudentFilter, $orderBy: StudentOrder, $first: Int, $after: String) {
  students(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    nodes { id registerEntry { ${ENTRY} } } pageInfo { hasNextPage endCursor } TOTAL } }`;

async function list(variables: Record<string, unknown>, caller = office) {
  const { data, errors } = await agency.ask<Page>(caller, QUERY.replace('TOTAL', 'totalCount'), variables);
  expect(errors).toEqual([]);
  return data.students ?? { nodes: [], totalCount: null, pageInfo: { hasNextPage: false, endCursor: null } };
}

/** Everybody on the list, page by page. */
async function all(variables: Record<string, unknown>, caller = office) {
  const found: { id: string; registerEntry: Entry }[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof list>> = await list({ ...variables, first: 100, after }, caller);
    found.push(...page.nodes);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after);
  return found;
}

describe('filters', () => {
  const within = (code: string) => (division: { code: string } | null) =>
    division?.code.startsWith(code) ?? false;
  const cases: [string, Record<string, unknown>, (entry: Entry) => boolean][] = [
    [
      'standing',
      { standing: ['UNVERIFIED', 'SUSPECTED'] },
      ({ standing }) => ['UNVERIFIED', 'SUSPECTED'].includes(standing),
    ],
    ['stage', { stage: 'JUNIOR_SECONDARY' }, ({ stage }) => stage === 'JUNIOR_SECONDARY'],
    ['grade', { grade: 8 }, ({ grade }) => grade === 8],
    ['sex', { sex: 'FEMALE' }, ({ sex }) => sex === 'FEMALE'],
    ['ages', { ageFrom: 7, ageTo: 8 }, ({ age }) => age === 7 || age === 8],
    [
      'any of two groups',
      { focusGroups: ['DISABLED', 'RELOCATED'] },
      ({ focusGroups }) => focusGroups.includes('DISABLED') || focusGroups.includes('RELOCATED'),
    ],
    [
      'both of two groups',
      { focusGroups: ['LEFT_BEHIND', 'REGISTERED_POVERTY'], focusGroupsMatch: 'ALL' },
      ({ focusGroups }) => focusGroups.includes('LEFT_BEHIND') && focusGroups.includes('REGISTERED_POVERTY'),
    ],
    [
      'two fields at once',
      { sex: 'MALE', stage: 'PRIMARY' },
      ({ sex, stage }) => sex === 'MALE' && stage === 'PRIMARY',
    ],
  ];
  test.each(cases)('by %s', async (_name, filter, fits) => {
    const found = await all({ filter });
    const expected = everybody.filter(({ registerEntry }) => fits(registerEntry));
    expect(expected.length).toBeGreaterThan(0);
    expect(found.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
  });

  test('by division of registration, of residence, and of either', async () => {
    const township = child.registeredDivisionCode.slice(0, 9);
    const by = async (field: string) =>
      (await all({ filter: { [field]: `${township}000` } })).map(({ id }) => id);
    const fitting = (fits: (entry: Entry) => boolean) =>
      everybody.filter(({ registerEntry }) => fits(registerEntry)).map(({ id }) => id);
    const isHere = within(township);
    expect(await by('registeredDivision')).toEqual(fitting((entry) => isHere(entry.registeredDivision)));
    expect(await by('residenceDivision')).toEqual(fitting((entry) => isHere(entry.residenceDivision)));
    expect(await by('division')).toEqual(
      fitting((entry) => isHere(entry.registeredDivision) || isHere(entry.residenceDivision)),
    );
  });

  test('by school and by class', async () => {
    for (const { id, registerEntry } of await all({ filter: { school: child.schoolCode } })) {
      expect([id, registerEntry.schoolCode]).toEqual([id, child.schoolCode]);
    }
    const classmates = await all({ filter: { schoolClass: child.classCode } });
    expect(classmates.map(({ id }) => id)).toContain(child.studentId);
    expect(new Set(classmates.map(({ registerEntry }) => registerEntry.classCode))).toEqual(
      new Set([child.classCode]),
    );
  });

  test('by the beginning of the name, whatever dots stand in it', async () => {
    await agency.rows(
      `update school_age_entry set name = '木合塔尔•华提别克', name_key = '木合塔尔华提别克' where student_id = ?`,
      child.studentId,
    );
    for (const name of ['木合', '木合塔尔·华', '木合塔尔 华提']) {
      expect((await all({ filter: { name } })).map(({ id }) => id)).toEqual([child.studentId]);
    }
    expect(await all({ filter: { name: '木合塔尔·艾' } })).toEqual([]);
    await agency.rows(
      `update school_age_entry set name = ?, name_key = ? where student_id = ?`,
      child.name,
      child.name,
      child.studentId,
    );
  });

  test('a per cent sign or an underscore in a name or a code opens nothing', async () => {
    expect(await all({ filter: { name: '%' } })).toEqual([]);
    expect(await all({ filter: { name: '_' } })).toEqual([]);
    const { errors } = await agency.ask<Page>(office, QUERY.replace('TOTAL', ''), {
      filter: { division: '%' },
    });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });

  test.each([{ name: '' }, { name: ' · ' }, { division: '52062' }])('%p is refused', async (filter) => {
    const { data, errors } = await agency.ask<Page>(office, QUERY.replace('TOTAL', ''), { filter });
    expect(data.students).toBeNull();
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });
});

describe('order and pages', () => {
  test.each(['NAME', 'YOUNGEST_FIRST', 'OLDEST_FIRST', 'ID'])(
    '%s: pages join without gap or repetition',
    async (orderBy) => {
      const inLargePages = await all({ orderBy });
      const inSmallPages: string[] = [];
      let after: string | null = null;
      for (let page = 0; page < 5; page += 1) {
        const { nodes, pageInfo }: Awaited<ReturnType<typeof list>> = await list({
          orderBy,
          first: 7,
          after,
        });
        inSmallPages.push(...nodes.map(({ id }) => id));
        after = pageInfo.endCursor;
      }
      expect(inSmallPages).toEqual(inLargePages.slice(0, 35).map(({ id }) => id));
      expect(new Set(inLargePages.map(({ id }) => id)).size).toBe(everybody.length);
    },
  );

  test('names stand in pinyin order', () => {
    // By code point these surnames would stand as 任 张 李 杨 王 田 陈; rarer ones move with the version of ICU.
    const byPinyin = '陈李任田王杨张';
    const surnames = everybody
      .map(({ registerEntry }) => registerEntry.name.charAt(0))
      .filter((surname) => byPinyin.includes(surname));
    expect(new Set(surnames).size).toBeGreaterThan(3);
    const ranks = surnames.map((surname) => byPinyin.indexOf(surname));
    expect(ranks).toEqual(ranks.toSorted((x, y) => x - y));
  });

  test('ages and ids stand in their order', async () => {
    const births = (await all({ orderBy: 'YOUNGEST_FIRST' })).map(
      ({ registerEntry }) => registerEntry.birthDate,
    );
    expect(births).toEqual(births.toSorted().toReversed());
    const oldest = (await all({ orderBy: 'OLDEST_FIRST' })).map(
      ({ registerEntry }) => registerEntry.birthDate,
    );
    expect(oldest).toEqual(oldest.toSorted());
    const ids = (await all({ orderBy: 'ID' })).map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted((a, b) => (a < b ? -1 : 1)));
  });

  test('a cursor of one order does not fit another', async () => {
    const { pageInfo } = await list({ orderBy: 'NAME', first: 1 });
    const { errors } = await agency.ask(office, QUERY.replace('TOTAL', ''), {
      orderBy: 'OLDEST_FIRST',
      after: pageInfo.endCursor,
    });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });

  test('the total counts all that fit', async () => {
    const girls = everybody.filter(({ registerEntry }) => registerEntry.sex === 'FEMALE');
    expect((await list({ filter: { sex: 'FEMALE' }, first: 1 })).totalCount).toBe(girls.length);
  });
});

describe('whom a caller sees', () => {
  test('a township officer sees the children registered or living in the township', async () => {
    const township = child.registeredDivisionCode.slice(0, 9);
    const seen = (await all({}, officerOf(township))).map(({ id }) => id);
    const entitled = await agency.rows<{ id: string }>(
      `select distinct canonical_id as id from student_scope where kind in ('REGISTERED','RESIDENCE') and starts_with(code, ?)`,
      township,
    );
    expect(seen.toSorted()).toEqual(entitled.map(({ id }) => id).toSorted());
    expect(seen.length).toBeLessThan(everybody.length);
  });

  test('a clerk sees the school, a teacher the class', async () => {
    const school = await all({}, clerkOf(child.schoolCode));
    const schoolClass = await all({}, teacherOf(child.classCode));
    expect(school.map(({ id }) => id)).toContain(child.studentId);
    expect(schoolClass.map(({ id }) => id)).toContain(child.studentId);
    expect(schoolClass.length).toBeLessThan(school.length);
  });

  test('the total counts those within reach alone', async () => {
    const clerk = clerkOf(child.schoolCode);
    expect((await list({ first: 1 }, clerk)).totalCount).toBe((await all({}, clerk)).length);
  });
});
