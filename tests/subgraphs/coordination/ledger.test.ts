import { parseIsoDate } from '../../../policies/iso-date.js';
import { loadPolicies } from '../../../policies/load-policies.js';
import { policyClause } from '../../../policies/resolve-policy.js';
import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { countStatements } from '../../support/count-statements.js';
import { office } from './coordination-callers.js';
import { ledgerReader, type Answer } from './ledger-reader.js';
import { areasOf, COUNTY, idsOnLedger, KIND_NAMES, type Scope } from './ledger.oracle.js';

let agency: TestAgency;
beforeAll(async () => {
  agency = await startTestAgency('coordination');
});
afterAll(() => agency.close());

const ledgerOf = ledgerReader(() => agency);

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
