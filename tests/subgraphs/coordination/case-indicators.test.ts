import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { withoutScope } from '../../support/callers.js';
import { COORDINATION_SCOPES } from '../../../subgraphs/coordination/scopes.js';
import { analyst, office, officerOf } from './coordination-callers.js';

const COUNTY = '520625000000';

/** Cases of a kind, and how many pupils have one: opened so many days before the register's day. */
interface Arranged {
  readonly children: number;
  readonly basis: 'ABSENT' | 'TOLD_BY_AGENCY' | 'LEFT_SCHOOL';
  readonly opened: number;
  /** Days after the opening. */
  readonly verified?: number;
  readonly confirmed?: number;
  readonly returned?: number;
}
const ARRANGED: readonly Arranged[] = [
  // Seen on the last day of seven; a day late; never.
  { children: 12, basis: 'ABSENT', opened: 40, verified: 7 },
  { children: 6, basis: 'TOLD_BY_AGENCY', opened: 40, verified: 8 },
  { children: 5, basis: 'ABSENT', opened: 8 },
  // Still time today; back before it ran out; seen from the first, since it was no suspicion.
  { children: 7, basis: 'ABSENT', opened: 7 },
  { children: 6, basis: 'ABSENT', opened: 40, returned: 6 },
  { children: 8, basis: 'LEFT_SCHOOL', opened: 40, verified: 0 },
  { children: 9, basis: 'LEFT_SCHOOL', opened: 60, verified: 0, confirmed: 0, returned: 20 },
];

let agency: TestAgency;
/** Ids of the pupils of each arrangement. */
let arranged: readonly (readonly string[])[];
beforeAll(async () => {
  agency = await startTestAgency('coordination');
  const hidden = await figuresOf(COUNTY);
  expect(hidden.map(({ isSuppressed, value }) => [isSuppressed, value])).toContainEqual([true, null]);
  const pupils = await agency.rows<{ id: string }>(
    `select student_id as id from school_age_entry where standing = 'IN_SCHOOL' and stage in ('PRIMARY', 'JUNIOR_SECONDARY')
       and counted_division_code like '520625%' and not exists (select from dropout_case c where c.student_id = school_age_entry.student_id)
     order by id`,
  );
  let next = 0;
  arranged = ARRANGED.map(({ children }) => pupils.slice(next, (next += children)).map(({ id }) => id));
  for (const [index, { basis, opened, verified, confirmed, returned }] of ARRANGED.entries())
    for (const id of arranged[index] ?? [])
      await agency.rows(
        `insert into dropout_case (student_id, case_number, state, reason, opened_on, township_code, basis, verified_on, confirmed_on,
           returned_on)
         select ?::text, 'ARRANGED-' || ?::text, 'SUSPECTED', 'OTHER', day, '520625101000', ?, day + ?::int, day + ?::int, day + ?::int
         from (select date '2026-11-20' - ?::int as day) opening`,
        id,
        id,
        basis,
        verified ?? null,
        confirmed ?? null,
        returned ?? null,
        opened,
      );
  // So many of both stages that figures about who is out of school are shown, and a case tells of each of them.
  await agency.rows(
    `update school_age_entry set standing = 'OUT_OF_SCHOOL' where student_id in (
       select id from (select student_id as id, row_number() over (partition by stage order by student_id desc) as place
         from school_age_entry where standing = 'IN_SCHOOL' and stage in ('PRIMARY', 'JUNIOR_SECONDARY')
           and counted_division_code like '520625%') pupil where place <= 20)`,
  );
  await agency.rows(
    `insert into dropout_case (student_id, case_number, state, reason, opened_on, township_code, basis, verified_on, confirmed_on)
     select student_id, 'OUT-' || student_id, 'CONFIRMED', 'OTHER', '2026-11-19', '520625101000', 'LEFT_SCHOOL', '2026-11-19', '2026-11-19'
     from school_age_entry where standing = 'OUT_OF_SCHOOL'`,
  );
  // What is remembered of a publication holds as long as the register's version.
  await agency.rows(`update register set version = version + 1 where code = 'SCHOOL_AGE_REGISTER'`);
});
afterAll(() => agency.close());

interface Figure {
  readonly kind: string;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly isSuppressed: boolean;
  readonly target: object | null;
}
async function figuresOf(division: string, caller = analyst): Promise<readonly Figure[]> {
  const { data, errors } = await agency.ask<{ indicators: { indicators: Figure[] } }>(
    caller,
    `query ($division: String!) { indicators(division: $division) { indicators { kind value numerator denominator isSuppressed
       target { verdict } } } }`,
    { division },
  );
  expect(errors).toEqual([]);
  return data.indicators.indicators.filter(
    ({ kind }) => kind === 'VERIFICATION_RATE' || kind === 'RETURN_RATE',
  );
}

const LIST = `query ($filter: StudentFilter, $after: String) { students(filter: $filter, first: 100, after: $after) {
  totalCount nodes { id } pageInfo { hasNextPage endCursor } } }`;
interface Page {
  readonly students: {
    readonly totalCount: number;
    readonly nodes: readonly { readonly id: string }[];
  } | null;
}
async function listed(filter: object, caller = office): Promise<readonly string[]> {
  const { data, errors } = await agency.ask<Page>(caller, LIST, { filter });
  expect(errors).toEqual([]);
  expect(data.students?.nodes).toHaveLength(data.students?.totalCount ?? -1);
  return data.students?.nodes.map(({ id }) => id) ?? [];
}
const idsOf = (...indexes: number[]) => indexes.flatMap((index) => arranged[index] ?? []);

test('verification counts suspicions that were seen in time, of those that were seen or whose time is over', async () => {
  const [verification] = await figuresOf(COUNTY);
  expect(verification).toEqual({
    kind: 'VERIFICATION_RATE',
    value: (12 / 23) * 100,
    numerator: 12,
    denominator: 23,
    isSuppressed: false,
    target: null,
  });
});

test('return counts who is back of the confirmed, each child by its latest case', async () => {
  const [, returns] = await figuresOf(COUNTY);
  const [counted] = await agency.rows<{ out: number; back: number }>(
    `select count(*) filter (where e.standing = 'OUT_OF_SCHOOL')::int as out,
       count(*) filter (where e.standing <> 'OUT_OF_SCHOOL' and c.returned_on is not null)::int as back
     from school_age_entry e left join dropout_case c on c.student_id = e.student_id and c.confirmed_on is not null
     where e.stage in ('PRIMARY', 'JUNIOR_SECONDARY') and e.standing not in ('OUT_OF_SCOPE', 'NOT_YET_COMPULSORY')
       and e.counted_division_code like '520625%' and (c.id is null or not exists (select from dropout_case l
         where l.student_id = c.student_id and (l.opened_on, l.id) > (c.opened_on, c.id)))`,
  );
  expect(counted?.back).toBeGreaterThanOrEqual(9);
  expect(returns).toMatchObject({
    numerator: counted?.back,
    denominator: (counted?.back ?? 0) + (counted?.out ?? 0),
    isSuppressed: false,
    target: null,
  });
});

test('of places inside, what is small is hidden of every part, and never of one alone', async () => {
  const townships = await agency.rows<{ code: string }>(
    `select code from division where level = 'TOWNSHIP' and code like '520625%'`,
  );
  const told = await Promise.all(townships.map(({ code }) => figuresOf(code)));
  for (const index of [0, 1]) {
    const all = told.flatMap((figures) => figures[index] ?? []);
    expect(all.every(({ isSuppressed, numerator }) => numerator === null || !isSuppressed)).toBe(true);
    for (const { numerator, denominator } of all) {
      const rest = (denominator ?? 0) - (numerator ?? 0);
      for (const count of [numerator ?? 0, denominator ?? 0, rest])
        expect(count === 0 || count >= 5).toBe(true);
    }
    expect(all.filter(({ isSuppressed }) => isSuppressed)).not.toHaveLength(1);
  }
});

test.each([
  ['VERIFIED_IN_TIME', [0]],
  ['NOT_VERIFIED_IN_TIME', [1, 2]],
] as const)('whoever may see children goes down from the figure to them: %s', async (outcome, indexes) => {
  const ids = await listed({ caseOutcome: [outcome], standing: ['IN_SCHOOL'] });
  expect(ids.toSorted()).toEqual(idsOf(...indexes).toSorted());
});

test('several outcomes are any of them, and none finds nobody', async () => {
  const both = await listed({ caseOutcome: ['VERIFIED_IN_TIME', 'RETURNED'] });
  expect(both).toEqual(expect.arrayContaining(idsOf(0, 6)));
  expect(both).not.toEqual(expect.arrayContaining(idsOf(4).slice(0, 1)));
  expect(await listed({ caseOutcome: [] })).toEqual([]);
});

test('a township goes down to the children whom it reaches, and to no other', async () => {
  const [{ township } = { township: '' }] = await agency.rows<{ township: string }>(
    `select left(code, 9) as township from student_scope where kind in ('REGISTERED', 'RESIDENCE') and student_id = ?`,
    idsOf(0)[0],
  );
  const reached = await agency.rows<{ id: string }>(
    `select distinct student_id as id from student_scope
     where kind in ('REGISTERED', 'RESIDENCE') and starts_with(code, ?) and student_id = any (?::text[])`,
    township,
    idsOf(0),
  );
  const ids = await listed(
    { caseOutcome: ['VERIFIED_IN_TIME'], standing: ['IN_SCHOOL'] },
    officerOf(township),
  );
  expect(ids.toSorted()).toEqual(reached.map(({ id }) => id).toSorted());
  expect(ids.length).toBeGreaterThan(0);
  expect(ids.length).toBeLessThan(idsOf(0).length);
});

test('the filter is for those who may read casework', async () => {
  const { data, errors } = await agency.ask<Page>(
    withoutScope(office, COORDINATION_SCOPES.readCasework),
    LIST,
    { filter: { caseOutcome: ['RETURNED'] } },
  );
  expect(data.students).toBeNull();
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
});
