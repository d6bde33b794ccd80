import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { analyst, office, officerOf } from './coordination-callers.js';

let agency: TestAgency;
beforeAll(async () => {
  agency = await startTestAgency('coordination');
});
afterAll(() => agency.close());

const codesOf = (errors: readonly { extensions: { code: string } }[]) =>
  errors.map(({ extensions }) => extensions.code);

interface Report {
  readonly indicators: {
    readonly asOf: string;
    readonly division: { readonly code: string };
    readonly indicators: readonly {
      readonly kind: string;
      readonly stage: string;
      readonly disability: string;
      readonly value: number | null;
      readonly numerator: number | null;
      readonly denominator: number | null;
      readonly isSuppressed: boolean;
      readonly target: { readonly verdict: string; readonly policyClause: string } | null;
    }[];
  } | null;
}
const REPORT = `query ($division: String!, $asOf: Date) { indicators(division: $division, asOf: $asOf) {
  asOf registerAsOf division { code name } indicators { kind stage disability ages { from to } reason value numerator denominator
    isSuppressed target { operator value reachBy verdict policyClause } } } }`;
const COUNTY = '520625000000';

test('the net enrolment rate is what the entries say', async () => {
  const { data, errors } = await agency.ask<Report>(office, REPORT, { division: COUNTY });
  expect(errors).toEqual([]);
  const rate = data.indicators?.indicators.find(
    ({ kind, stage, disability }) =>
      kind === 'ENROLMENT_RATE' && stage === 'PRIMARY' && disability === 'EVERYONE',
  );
  const [counted] = await agency.rows<{ enrolled: number; cohort: number }>(
    `select count(*) filter (where standing in ('IN_SCHOOL', 'SUSPECTED'))::int as enrolled, count(*)::int as cohort
     from school_age_entry where stage = 'PRIMARY' and standing not in ('OUT_OF_SCOPE', 'NOT_YET_COMPULSORY')
       and counted_division_code like '520625%'`,
  );
  expect(rate).toMatchObject({
    numerator: counted?.enrolled,
    denominator: counted?.cohort,
    isSuppressed: false,
  });
  expect(rate?.value).toBeCloseTo(((counted?.enrolled ?? 0) / (counted?.cohort ?? 1)) * 100);
});

test('aid coverage is what the matches say, suppressed like all that rests on registers about hardship', async () => {
  const { data, errors } = await agency.ask<Report>(
    analyst,
    `query ($division: String!) { indicators(division: $division) { indicators { kind value numerator denominator unknown isComplete
       isSuppressed target { verdict policyClause } } } }`,
    { division: COUNTY },
  );
  expect(errors).toEqual([]);
  const coverage = data.indicators?.indicators.find(({ kind }) => kind === 'AID_COVERAGE');
  const [counted] = await agency.rows<{ aided: number; eligible: number; unknown: number }>(
    `select count(*) filter (where is_eligible and not lacks)::int as aided, count(*) filter (where is_eligible)::int as eligible,
       count(*) filter (where is_unknown)::int as unknown
     from (select bool_or(verdict in ('ELIGIBLE_AIDED', 'ELIGIBLE_NOT_AIDED')) as is_eligible,
         bool_or(verdict = 'ELIGIBLE_NOT_AIDED') as lacks, bool_or(verdict = 'UNKNOWN') as is_unknown
       from aid_match join school_age_entry using (student_id)
       where counted_division_code like '520625%' group by student_id) child`,
  );
  expect(counted?.eligible).toBeGreaterThan(0);
  expect(coverage).toEqual({
    kind: 'AID_COVERAGE',
    value: ((counted?.aided ?? 0) / (counted?.eligible ?? 1)) * 100,
    numerator: counted?.aided,
    denominator: counted?.eligible,
    unknown: counted?.unknown,
    isComplete: counted?.unknown === 0,
    isSuppressed: false,
    target: { verdict: 'NOT_MET', policyClause: '印府办发〔2020〕19号 三（四）' },
  });
});

test('targets are those of the policy in force, with document and clause', async () => {
  const { data } = await agency.ask<Report>(office, REPORT, { division: COUNTY });
  const targets = data.indicators?.indicators.flatMap(({ kind, target }) =>
    target ? [[kind, target.verdict, target.policyClause]] : [],
  );
  expect(targets).toContainEqual(['ENROLMENT_RATE', 'NOT_MET', '印府办发〔2020〕19号 二']);
  expect(targets).toContainEqual(['RETENTION_RATE', 'NOT_ASSESSED', '印府办发〔2020〕19号 二']);
});

test('small counts are hidden, and the figure with them', async () => {
  const { data } = await agency.ask<Report>(analyst, REPORT, { division: COUNTY });
  const hidden = data.indicators?.indicators.filter(({ isSuppressed }) => isSuppressed) ?? [];
  for (const { value, numerator, denominator } of hidden) {
    expect([value, numerator, denominator]).toEqual([null, null, null]);
  }
  const shown =
    data.indicators?.indicators.filter(
      ({ isSuppressed, numerator }) => !isSuppressed && numerator !== null,
    ) ?? [];
  for (const { kind, disability, numerator, denominator } of shown) {
    const threshold = disability === 'EVERYONE' ? 5 : 10;
    // Pupils of any age attend a stage: what is between them and its cohort is no group of children.
    const rest = kind === 'GROSS_ENROLMENT_RATE' ? 0 : (denominator ?? numerator ?? 0) - (numerator ?? 0);
    for (const count of [numerator ?? 0, rest]) {
      expect(count <= 0 || count >= threshold).toBe(true);
    }
  }
  expect(hidden.length).toBeGreaterThan(0);
});

test('the counts of villages never give a hidden one away by subtraction', async () => {
  const villages = await agency.rows<{ code: string; parent: string }>(
    `select code, parent_code as parent from division where level = 'VILLAGE' and parent_code in
       (select left(counted_division_code, 9) || '000' from school_age_entry group by 1 order by count(*) desc limit 1)`,
  );
  const shown = await Promise.all(
    villages.map(async ({ code }) => {
      const { data } = await agency.ask<{
        focusGroupCounts: { group: string; children: number | null; isSuppressed: boolean }[];
      }>(
        analyst,
        'query ($division: String!) { focusGroupCounts(division: $division) { group children isSuppressed } }',
        { division: code },
      );
      return data.focusGroupCounts;
    }),
  );
  for (const group of shown[0]?.map((count) => count.group) ?? []) {
    const counts = shown.map((counts) => counts.find((count) => count.group === group));
    const hidden = counts.filter((count) => count?.isSuppressed).length;
    const withChildren = hidden + counts.filter((count) => (count?.children ?? 0) > 0).length;
    expect({ group, single: hidden === 1 && withChildren > 1 }).toEqual({ group, single: false });
  }
});

test('what rests on a register about disability or poverty needs more children before it is shown', async () => {
  const { data } = await agency.ask<{
    focusGroupCounts: { group: string; children: number | null; isSuppressed: boolean }[];
  }>(analyst, `{ focusGroupCounts(division: "520625") { group children isSuppressed } }`);
  const sensitive = [
    'DISABLED',
    'RELOCATED',
    'REGISTERED_POVERTY',
    'EXTREME_POVERTY',
    'SUPPORT_NEED',
    'HARDSHIP_DISABLED',
  ];
  const counts = data.focusGroupCounts.filter(({ group }) => sensitive.includes(group));
  expect(counts).toHaveLength(sensitive.length);
  for (const { children } of counts) expect(children === null || children === 0 || children >= 10).toBe(true);
});

test('a count says whether it is known of every child', async () => {
  const { data } = await agency.ask<{ focusGroupCounts: { group: string; isComplete: boolean }[] }>(
    analyst,
    `{ focusGroupCounts(division: "520625") { group isComplete } }`,
  );
  const complete = new Map(data.focusGroupCounts.map(({ group, isComplete }) => [group, isComplete]));
  // Pupils from other counties live here; whether they have an allowance is known at home.
  expect(complete.get('SUBSISTENCE_ALLOWANCE')).toBe(false);
  expect(complete.get('GRADE_8')).toBe(true);
});

test('focus groups are counted once for each child of the division', async () => {
  const { data, errors } = await agency.ask<{
    focusGroupCounts: { group: string; children: number | null }[];
  }>(analyst, `{ focusGroupCounts(division: "520625") { group children } }`);
  expect(errors).toEqual([]);
  const [counted] = await agency.rows<{ children: number }>(
    `select count(*)::int as children from school_age_entry where focus_groups @> '{REGISTERED_POVERTY}' and counted_division_code like '520625%'`,
  );
  expect(data.focusGroupCounts).toContainEqual({ group: 'REGISTERED_POVERTY', children: counted?.children });
});

test.each(['652301000000', '520625999000', '520000000000'])(
  'a division out of reach and one that does not exist look the same (%s)',
  async (division) => {
    for (const query of [
      REPORT,
      'query ($division: String!) { indicators: focusGroupCounts(division: $division) { group } }',
    ]) {
      const { data, errors } = await agency.ask<Report>(officerOf('520625'), query, { division });
      expect(data.indicators).toBeNull();
      expect(codesOf(errors)).toEqual(['NOT_FOUND']);
    }
  },
);

test.each(['2026-11-19', '2026-11-21', '2020-01-01'])('there is no register of %s', async (asOf) => {
  const { errors } = await agency.ask(office, REPORT, { division: COUNTY, asOf });
  expect(codesOf(errors)).toEqual(['BAD_USER_INPUT']);
});

test('the day of the register is accepted', async () => {
  const { data, errors } = await agency.ask<Report>(office, REPORT, {
    division: '520625',
    asOf: '2026-11-20',
  });
  expect(errors).toEqual([]);
  expect(data.indicators).toMatchObject({ asOf: '2026-11-20', division: { code: COUNTY } });
});
