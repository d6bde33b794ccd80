import { parseIsoDate } from '../../../policies/iso-date.js';
import { loadPolicies } from '../../../policies/load-policies.js';
import { policyClause } from '../../../policies/resolve-policy.js';
import fc from 'fast-check';
import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { newChild } from '../../support/children.js';
import { countStatements } from '../../support/count-statements.js';
import { office } from './coordination-callers.js';
import { areasOf, COUNTY, idsOnLedger, KIND_NAMES, type Scope } from './ledger.oracle.js';

let agency: TestAgency;
beforeAll(async () => {
  agency = await startTestAgency('coordination');
});
afterAll(() => agency.close());

interface Total {
  readonly place: string;
  readonly children: number;
  readonly division?: { readonly code: string } | null;
  readonly schoolCode?: string | null;
}
interface Account {
  readonly universe: number;
  readonly undecided: number;
  readonly isReconciled: boolean;
  readonly byResidence: readonly Total[];
  readonly byStudy: readonly Total[];
}
interface Answer {
  readonly ledger: {
    readonly title: string;
    readonly code: string;
    readonly asOf: string;
    readonly runId: string;
    readonly account: Account;
    readonly lines: {
      readonly totalCount: number;
      readonly nodes: readonly { readonly number: number; readonly student: { readonly id: string } }[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  };
}

const QUERY = `query ($scope: LedgerScope!, $code: String!, $kind: LedgerKind!, $first: Int, $after: String) {
  ledger(scope: $scope, code: $code, kind: $kind) {
    title code asOf runId
    account { universe undecided isReconciled
      byResidence { place division { code } children } byStudy { place schoolCode children } }
    lines(first: $first, after: $after) { totalCount nodes { number student { id } } pageInfo { hasNextPage endCursor } } } }`;

async function ledgerOf(
  scope: Scope,
  code: string,
  { kind = 'SCHOOL_AGE_CHILDREN', first = 100, after = null as string | null } = {},
): Promise<Answer['ledger']> {
  const variables = { scope, code, kind, first, after };
  const { data, errors } = await agency.ask<Answer>(office, QUERY, variables);
  expect(errors).toEqual([]);
  return data.ledger;
}

test('a ledger names the documents that order its kind and its level', async () => {
  const clausesOf = async (scope: Scope, code: string, kind: string) => {
    const { data, errors } = await agency.ask<{ ledger: { policyClauses: string[] } }>(
      office,
      'query ($scope: LedgerScope!, $code: String!, $kind: LedgerKind!) { ledger(scope: $scope, code: $code, kind: $kind) { policyClauses } }',
      { scope, code, kind },
    );
    expect(errors).toEqual([]);
    return data.ledger.policyClauses;
  };
  const { ledgerKinds, ledgerScopes } = loadPolicies().policyFor(COUNTY, parseIsoDate('2026-11-20'));
  const clauses = [ledgerKinds.DROPOUTS, ledgerScopes.COUNTY].flatMap((stated) =>
    stated ? [policyClause(stated)] : [],
  );
  expect(clauses).toHaveLength(2);
  expect(await clausesOf('COUNTY', COUNTY, 'DROPOUTS')).toEqual(clauses);
  // No document in force in the county orders one of those who finished grade 9.
  expect(ledgerKinds.JUNIOR_LEAVERS).toBeUndefined();
  expect(await clausesOf('COUNTY', COUNTY, 'JUNIOR_LEAVERS')).toEqual(clauses.slice(1));
});

const sum = (totals: readonly Total[]) => totals.reduce((all, { children }) => all + children, 0);

async function linesOf(scope: Scope, code: string, kind: string, first: number) {
  const lines: Answer['ledger']['lines']['nodes'][number][] = [];
  for (let after: string | null = null; ;) {
    const page = await ledgerOf(scope, code, { kind, first, after });
    lines.push(...page.lines.nodes);
    if (!page.lines.pageInfo.hasNextPage) return lines;
    after = page.lines.pageInfo.endCursor;
  }
}

test.each(KIND_NAMES)('%s: the lines are exactly the children that belong on it, numbered', async (kind) => {
  const expected = await idsOnLedger(agency, 'COUNTY', COUNTY, kind);
  expect(expected.length).toBeGreaterThan(0);
  const lines = await linesOf('COUNTY', COUNTY, kind, 37);
  expect(lines.map(({ student }) => student.id)).toEqual(expected);
  expect(lines.map(({ number }) => number)).toEqual(expected.map((_, index) => index + 1));
  const { account, lines: page } = await ledgerOf('COUNTY', COUNTY, { kind });
  expect([account.universe, page.totalCount]).toEqual([expected.length, expected.length]);
});

test.each(['COUNTY', 'TOWNSHIP', 'VILLAGE', 'SCHOOL', 'CLASS'] as const)(
  'every %s ledger is reconciled, and names each place once',
  async (scope) => {
    const areas = await areasOf(agency, scope);
    expect(areas.length).toBeGreaterThan(0);
    for (const code of areas.slice(0, 20)) {
      const { account, lines } = await ledgerOf(scope, code);
      const ids = await idsOnLedger(agency, scope, code);
      expect({ code, universe: account.universe, lines: lines.totalCount }).toEqual({
        code,
        universe: ids.length,
        lines: ids.length,
      });
      expect([account.isReconciled, sum(account.byResidence), sum(account.byStudy)]).toEqual([
        true,
        ids.length,
        ids.length,
      ]);
      for (const totals of [account.byResidence, account.byStudy]) {
        const places = totals.map(({ place, division, schoolCode }) =>
          [place, division?.code, schoolCode].join(),
        );
        expect(new Set(places).size).toBe(places.length);
      }
    }
  },
);

test("townships add up to the county's ledger, villages to their township's", async () => {
  const county = await ledgerOf('COUNTY', COUNTY);
  const townships = await areasOf(agency, 'TOWNSHIP');
  const universes = await Promise.all(
    townships.map(async (code) => (await ledgerOf('TOWNSHIP', code)).account.universe),
  );
  expect(universes.reduce((all, each) => all + each, 0)).toBe(county.account.universe);
  const [township = ''] = townships;
  const villages = (await areasOf(agency, 'VILLAGE')).filter((code) => code.startsWith(township));
  const ofVillages = await Promise.all(
    villages.map(async (code) => (await ledgerOf('VILLAGE', code)).account.universe),
  );
  expect(ofVillages.reduce((all, each) => all + each, 0)).toBe(universes[0]);
});

test('totals are what the register says, counted another way', async () => {
  const { account } = await ledgerOf('COUNTY', COUNTY);
  const [counted] = await agency.rows<Record<string, number>>(
    `select count(*) filter (where standing in ('OUT_OF_SCOPE', 'NOT_YET_COMPULSORY'))::int as "EXCLUDED",
       count(*) filter (where standing = 'IN_SCHOOL' and school_code is null)::int as "ELSEWHERE",
       count(*) filter (where standing = 'OUT_OF_SCHOOL' or standing = 'APPROVED_ABSENCE' and school_code is null)::int
         as "NOT_STUDYING",
       count(*) filter (where standing in ('UNVERIFIED', 'SUSPECTED') and school_code is null)::int as "NOT_VERIFIED",
       count(*) filter (where residence_division_code is null and residence_source is not null)::int as "OUTSIDE_COUNTY"
     from school_age_entry`,
  );
  const shown = Object.fromEntries(
    [...account.byStudy, ...account.byResidence]
      .filter(({ place }) => place !== 'SCHOOL' && place !== 'DIVISION')
      .map(({ place, children }) => [place, children]),
  );
  expect(shown).toEqual(counted);
  const schools = await agency.rows<{ schoolCode: string; children: number }>(
    `select school_code as "schoolCode", count(*)::int as children from school_age_entry
     where school_code is not null and standing not in ('OUT_OF_SCOPE', 'NOT_YET_COMPULSORY', 'OUT_OF_SCHOOL')
     group by 1 order by 1`,
  );
  expect(account.byStudy.filter(({ place }) => place === 'SCHOOL')).toEqual(
    schools.map((school) => ({ place: 'SCHOOL', ...school })),
  );
});

test('a ledger carries the title that an office prints, the day of its data and the run that made it', async () => {
  const [school = ''] = await areasOf(agency, 'SCHOOL');
  const [{ name, run } = { name: '', run: '' }] = await agency.rows<{ name: string; run: string }>(
    'select school_name as name, set_by_run as run from school_age_entry where school_code = ? limit 1',
    school,
  );
  const county = await ledgerOf('COUNTY', '520625000000');
  expect(county).toMatchObject({ title: '印江土家族苗族自治县适龄儿童台账', code: COUNTY, runId: run });
  expect(county.asOf).toMatch(/^2026-11-\d\dT/);
  expect((await ledgerOf('SCHOOL', school, { kind: 'DROPOUTS' })).title).toBe(`${name}辍学学生台账`);
});

test('a class goes by the name that education gives it, and by its code where there is none', async () => {
  const [found = { code: '', school: '', name: '' }] = await agency.rows<{
    code: string;
    school: string;
    name: string;
  }>(`select class_code as code, school_name as school, class_name as name from school_age_entry
      where class_name is not null order by 1 limit 1`);
  const linesOf = async () => {
    const { data, errors } = await agency.ask<{
      ledger: { title: string; lines: { nodes: { className: string | null; classCode: string }[] } };
    }>(
      office,
      `query ($code: String!) { ledger(scope: CLASS, code: $code, kind: SCHOOL_AGE_CHILDREN) {
         title lines(first: 100) { nodes { classCode className } } } }`,
      { code: found.code },
    );
    expect(errors).toEqual([]);
    const { title, lines } = data.ledger;
    return { title, names: [...new Set(lines.nodes.map((line) => `${line.classCode} ${line.className}`))] };
  };
  expect(await linesOf()).toEqual({
    title: `${found.school}${found.name}适龄儿童台账`,
    names: [`${found.code} ${found.name}`],
  });
  await agency.rows('update school_age_entry set class_name = null where class_code = ?', found.code);
  const unlisted = await linesOf();
  expect(unlisted.names).toEqual([`${found.code} null`]);
  expect(unlisted.title).toMatch(new RegExp(`^${found.school}.年级（班号${found.code}）适龄儿童台账$`));
});

test('children of whom a group is not known are told apart from those who are not in it', async () => {
  const { account } = await ledgerOf('COUNTY', COUNTY, { kind: 'POOR_FAMILY_PUPILS' });
  const [{ undecided } = { undecided: 0 }] = await agency.rows<{ undecided: number }>(
    `select count(*)::int as undecided from school_age_entry
     where standing not in ('OUT_OF_SCOPE', 'NOT_YET_COMPULSORY')
       and not 'FINANCIAL_HARDSHIP' = any (focus_groups)
       and unknown_focus_groups::text like '%"FINANCIAL_HARDSHIP"%'`,
  );
  expect(undecided).toBeGreaterThan(0);
  expect(account.undecided).toBe(undecided);
});

test('a page costs the same number of statements for 1 line and for 50', async () => {
  const page = (first: number) =>
    countStatements(async () => {
      const { errors } = await agency.ask(
        office,
        `{ ledger(scope: COUNTY, code: "520625") { account { universe } lines(first: ${first}) { nodes {
          openDiscrepancies student { id } registeredDivision { name } residenceDivision { name } } } } }`,
      );
      expect(errors).toEqual([]);
    });
  expect(await page(1)).toBeLessThanOrEqual(await page(50));
});

describe('what breaks the account', () => {
  const KIND_OF_PLACE = {
    TOWNSHIP: 'RESIDENCE',
    VILLAGE: 'REGISTERED',
    SCHOOL: 'SCHOOL',
    CLASS: 'CLASS',
  } as const;

  test('a child that a register puts anywhere in the county and that has no line', async () => {
    const places = await Promise.all(
      (Object.keys(KIND_OF_PLACE) as (keyof typeof KIND_OF_PLACE)[]).map(async (scope) => ({
        scope,
        codes: await areasOf(agency, scope),
      })),
    );
    const place = fc
      .tuple(fc.constantFrom(...places), fc.nat())
      .map(([{ scope, codes }, at]) => ({ scope, code: codes[at % codes.length] ?? '' }));
    await fc.assert(
      fc.asyncProperty(place, async ({ scope, code }) => {
        const ledgers = async () => [
          (await ledgerOf(scope, code)).account,
          (await ledgerOf('COUNTY', COUNTY)).account,
        ];
        const before = await ledgers();
        const id = await newChild(agency, {});
        await agency.rows(
          `insert into student_scope (student_id, canonical_id, kind, code, origin) values (?, ?, ?, ?, 'TEST')`,
          id,
          id,
          KIND_OF_PLACE[scope],
          scope === 'TOWNSHIP' ? `${code}000` : code,
        );
        const after = await ledgers();
        await agency.rows('delete from student_scope where student_id = ?', id);
        expect(before.map(({ isReconciled }) => isReconciled)).toEqual([true, true]);
        expect(after.map(({ universe, isReconciled }) => [universe, isReconciled])).toEqual(
          before.map(({ universe }) => [universe + 1, false]),
        );
      }),
      { numRuns: 10, seed: 20_261_120 },
    );
  });

  test('a line that is gone', async () => {
    const [id = ''] = await idsOnLedger(agency, 'COUNTY', COUNTY);
    const [row] = await agency.rows<{ row: object }>(
      'delete from school_age_entry entry where student_id = ? returning to_jsonb(entry) as row',
      id,
    );
    const { account } = await ledgerOf('COUNTY', COUNTY);
    expect(account.isReconciled).toBe(false);
    await agency.rows(
      'insert into school_age_entry select (jsonb_populate_record(null::school_age_entry, ?::jsonb)).*',
      JSON.stringify(row?.row),
    );
    expect((await ledgerOf('COUNTY', COUNTY)).account.isReconciled).toBe(true);
  });

  test('a child that has two lines', async () => {
    const [one = '', other = ''] = await idsOnLedger(agency, 'COUNTY', COUNTY);
    await agency.rows(
      `insert into student_link (member_id, canonical_id, tier, evidence, decided_by, decided_on)
       values (?, ?, 'ALIAS', '{}', 'test', '2026-11-20')`,
      one,
      other,
    );
    const { account } = await ledgerOf('COUNTY', COUNTY);
    expect([account.universe, account.isReconciled]).toEqual([sum(account.byStudy) - 1, false]);
    await agency.rows("delete from student_link where decided_by = 'test'");
  });
});
