import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPolicies, policyDirectory } from '../../../policies/load-policies.js';
import { kyselyOf } from '../../../subgraphs/_kit/kysely-of.js';
import { serviceTransaction } from '../../../subgraphs/_kit/student/service-transaction.js';
import { keepMonth } from '../../../subgraphs/coordination/indicators/history/keep-month.js';
import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { makeTemporaryFolder } from '../../support/temporary-folder.js';
import { analyst, officerOf } from './coordination-callers.js';

const COUNTY = '520625';

/** The hub's policies, with the county's own plan in force since October alone. */
function policiesSinceOctober() {
  const folder = makeTemporaryFolder('policies');
  cpSync(policyDirectory(), folder, { recursive: true });
  const plan = join(folder, 'yinjiang-2020.yaml');
  const text = readFileSync(plan, 'utf8');
  writeFileSync(plan, text.replace('\nvalidFrom: 2020-04-26', '\nvalidFrom: 2026-10-01'));
  return loadPolicies(folder);
}

let agency: TestAgency;
beforeAll(async () => {
  agency = await startTestAgency('coordination', { policies: policiesSinceOctober() });
  await agency.rows('delete from indicator_month');
  await keep();
});
afterAll(() => agency.close());

const keep = () => serviceTransaction(kyselyOf(agency.orm.em.fork()), (db) => keepMonth(db, loadPolicies()));

const codesOf = (errors: readonly { extensions: { code: string } }[]) =>
  errors.map(({ extensions }) => extensions.code);

interface Told {
  readonly kind: string;
  readonly stage: string;
  readonly disability: string;
  readonly reason: string | null;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly isSuppressed: boolean;
  readonly gap: string | null;
  readonly target: { readonly verdict: string; readonly policyClause: string } | null;
}
interface Month {
  readonly month: string;
  readonly asOf: string | null;
  readonly registerAsOf: string | null;
  readonly gap: string | null;
  readonly sources: readonly { readonly agency: string }[] | null;
  readonly indicators: readonly Told[] | null;
}

const INDICATORS = `indicators { kind stage disability ages { from to } reason academicYear value numerator denominator isSuppressed
  gap target { operator value verdict policyClause } }`;
const MONTHS = `months { month asOf registerAsOf gap sources { agency } ${INDICATORS} }`;

async function monthsOf(root: string): Promise<readonly Month[]> {
  const { data, errors } = await agency.ask<{ history: { months: Month[] } }>(
    analyst,
    `{ history: ${root} { ${MONTHS} } }`,
  );
  expect(errors).toEqual([]);
  return data.history.months;
}

const inAutumn = (division = COUNTY) =>
  monthsOf(`indicatorHistory(division: "${division}", from: "2026-08", to: "2026-11")`);

/** As if a run of an earlier month had left the same. */
async function repeatIn(month: string): Promise<void> {
  await agency.rows('delete from indicator_month where month = ?', month);
  await agency.rows(
    `insert into indicator_month (month, place, division_code, school_code, run_id, as_of, figures)
     select ?, place, division_code, school_code, run_id, ?::timestamptz, figures from indicator_month
     where month = '2026-11'`,
    month,
    `${month}-28T20:00:00Z`,
  );
}

const enrolmentIn = (month: Month | undefined, disability = 'EVERYONE') =>
  month?.indicators?.find(
    (each) => each.kind === 'ENROLMENT_RATE' && each.stage === 'COMPULSORY' && each.disability === disability,
  );

test('the month of the last run is what is published now, with cut-off day and sources', async () => {
  const now = await agency.ask<{ indicators: object }>(
    analyst,
    `{ indicators(division: "${COUNTY}") { registerAsOf sources { agency } ${INDICATORS} } }`,
  );
  const month = (await inAutumn()).at(-1);
  expect(month).toEqual({ ...now.data.indicators, month: '2026-11', asOf: '2026-11-20', gap: null });
  expect(enrolmentIn(month)?.numerator).toBeGreaterThan(0);
});

test('a month without a run says so, and has no figures, not even zeros', async () => {
  const [august] = await inAutumn();
  expect(august).toEqual({
    month: '2026-08',
    asOf: null,
    registerAsOf: null,
    gap: 'NO_RUN',
    sources: null,
    indicators: null,
  });
});

test('each month is judged by the policy that was in force on its day', async () => {
  await repeatIn('2026-09');
  await repeatIn('2026-10');
  const [, september, october] = await inAutumn();
  expect([september?.asOf, october?.asOf]).toEqual(['2026-09-29', '2026-10-29']);
  expect(enrolmentIn(september)?.numerator).toBe(enrolmentIn(october)?.numerator);
  expect(enrolmentIn(september)?.target).toBeNull();
  expect(enrolmentIn(october)?.target).toMatchObject({
    verdict: 'NOT_MET',
    policyClause: '印府办发〔2020〕19号 二',
  });
});

test('the last run of a month takes the place of the one before, in Shanghai’s month, and what is older than two years goes', async () => {
  await repeatIn('2024-11');
  await repeatIn('2026-10');
  await agency.rows("update register set as_of = '2026-10-31T16:30:00Z' where code = 'SCHOOL_AGE_REGISTER'");
  await agency.rows("update indicator_month set run_id = 'before' where month = '2026-11'");
  await keep();
  const kept = await agency.rows<{ month: string; runs: string[] }>(
    'select month, array_agg(distinct run_id) as runs from indicator_month group by month order by month',
  );
  expect(kept.map(({ month }) => month)).toEqual(['2026-09', '2026-10', '2026-11']);
  expect(kept.at(-1)?.runs).not.toContain('before');
  expect((await inAutumn()).at(-1)?.asOf).toBe('2026-11-01');
});

/** Of the county, where the counts of its townships are hidden. */
const stateDisabled = (month: string, enrolled: number) =>
  agency.rows(
    `update indicator_month set figures = (select jsonb_agg(case when figure ->> 'disability' = 'ALL_CATEGORIES'
         then figure || jsonb_build_object('isSuppressed', false, 'numerator', ?::int, 'denominator', ?::int)
         else figure end) from jsonb_array_elements(figures) figure)
     where month = ? and length(place) <= 6`,
    enrolled,
    enrolled + 20,
    month,
  );

test('a few more disabled children than a month ago are told by no month before', async () => {
  await agency.rows("delete from indicator_month where month < '2026-11'");
  await repeatIn('2026-10');
  await stateDisabled('2026-11', 104);
  const before = async () => enrolmentIn((await inAutumn()).at(-2), 'ALL_CATEGORIES');
  await stateDisabled('2026-10', 100);
  expect(await before()).toMatchObject({
    value: null,
    numerator: null,
    denominator: null,
    isSuppressed: true,
    target: { verdict: 'NOT_ASSESSED' },
  });
  expect(enrolmentIn((await inAutumn()).at(-2))?.isSuppressed).toBe(false);
  expect(enrolmentIn((await inAutumn()).at(-1), 'ALL_CATEGORIES')?.numerator).toBe(104);
  await stateDisabled('2026-10', 94);
  expect(await before()).toMatchObject({ numerator: 94, denominator: 114, isSuppressed: false });
});

test('what is hidden is not stored', async () => {
  const stored = await agency.rows<{ hidden: number; told: number }>(
    `select count(*)::int as hidden,
       (count(*) filter (where figure ->> 'numerator' is not null or figure ->> 'denominator' is not null))::int as told
     from indicator_month, jsonb_array_elements(figures) figure where (figure ->> 'isSuppressed')::boolean`,
  );
  expect(stored[0]?.hidden).toBeGreaterThan(0);
  expect(stored[0]?.told).toBe(0);
});

test('a school has the months of what it states, and none of a month in which it was not on the list', async () => {
  const [site] = await agency.rows<{ code: string }>(
    `select distinct site.code from school_site site join school_age_entry entry on entry.school_code = site.code
     where entry.grade = 6 order by 1`,
  );
  await repeatIn('2026-10');
  await agency.rows("delete from indicator_month where month = '2026-10' and school_code = ?", site?.code);
  const [october, november] = await monthsOf(
    `schoolIndicatorHistory(school: "${site?.code}", from: "2026-10", to: "2026-11")`,
  );
  expect(october).toMatchObject({ gap: 'NOT_LISTED', indicators: null, asOf: null });
  const { data } = await agency.ask<{ now: { indicators: Told[] } }>(
    analyst,
    `{ now: schoolIndicators(school: "${site?.code}") { ${INDICATORS} } }`,
  );
  expect(november?.indicators).toEqual(data.now.indicators);
  expect(new Set(november?.indicators?.map(({ kind }) => kind))).toEqual(
    new Set(['DROPOUT_RATE_STATISTICAL', 'RETENTION_RATE', 'RETENTION_RATE_UNADJUSTED']),
  );
});

test('without months the year up to now is told', async () => {
  const months = await monthsOf(`indicatorHistory(division: "${COUNTY}")`);
  expect(months.map(({ month }) => month)).toEqual([
    '2025-12',
    ...Array.from({ length: 11 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}`),
  ]);
});

test.each([
  'from: "2026-12", to: "2026-12"',
  'from: "2024-11"',
  'from: "2026-10", to: "2026-09"',
  'from: "2026-1"',
  'from: "2026-13"',
  'to: "2026-11-20"',
  'to: ""',
])('months that are none, not kept or to come are refused (%s)', async (range) => {
  const { data, errors } = await agency.ask<{ indicatorHistory: object | null }>(
    analyst,
    `{ indicatorHistory(division: "${COUNTY}", ${range}) { months { month } } }`,
  );
  expect(data.indicatorHistory).toBeNull();
  expect(codesOf(errors)).toEqual(['BAD_USER_INPUT']);
});

test.each([
  'indicatorHistory(division: "652301")',
  'indicatorHistory(division: "520625999000")',
  'schoolIndicatorHistory(school: "5299999999")',
])('a place out of reach and one that does not exist look the same (%s)', async (root) => {
  const { data, errors } = await agency.ask<{ history: object | null }>(
    officerOf(COUNTY),
    `{ history: ${root} { months { month } } }`,
  );
  expect(data.history).toBeNull();
  expect(codesOf(errors)).toEqual(['NOT_FOUND']);
});
