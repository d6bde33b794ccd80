import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { analyst, officerOf } from './coordination-callers.js';

let agency: TestAgency;
beforeAll(async () => {
  agency = await startTestAgency('coordination');
});
afterAll(() => agency?.close());

const PARTS = 'kind stage value numerator denominator academicYear gap isSuppressed target { verdict }';
interface Told {
  readonly kind: string;
  readonly stage: string;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly academicYear: number | null;
  readonly gap: string | null;
  readonly isSuppressed: boolean;
  readonly target: { readonly verdict: string } | null;
}

/** Replaces what schools have stated, as a run would: the register has a new version then. */
async function stateCohorts(
  rows: readonly (readonly [school: string, entrants: number, finished: number])[],
) {
  await agency.rows('delete from retention_cohort');
  for (const [school, entrants, finished] of rows)
    await agency.rows(
      `insert into retention_cohort (school_code, stage, intake_year, division_code, entrants, transferred_out,
         deceased, finished, transferred_in)
       select code, 'COMPULSORY', 2018, division_code, ?, 10, 0, ?, 20 from school_site where code = ?`,
      entrants,
      finished,
      school,
    );
  await agency.rows("update register set version = version + 1 where code = 'SCHOOL_AGE_REGISTER'");
}

async function nineYears(root: string): Promise<Told | undefined> {
  const { data, errors } = await agency.ask<{ report: { indicators: Told[] } }>(
    analyst,
    `{ report: ${root} { indicators { ${PARTS} } } }`,
  );
  expect(errors).toEqual([]);
  return data.report.indicators.find(
    ({ kind, stage }) => kind === 'RETENTION_RATE' && stage === 'COMPULSORY',
  );
}

const primarySchools = () =>
  agency.rows<{ code: string }>(
    `select distinct site.code from school_age_entry entry join school_site site on site.code = entry.school_code
     where entry.grade = 6 and entry.standing in ('IN_SCHOOL', 'SUSPECTED') order by 1`,
  );

test('nine-year retention is judged against the county’s target, and each school has its own', async () => {
  const schools = await primarySchools();
  await stateCohorts(schools.map(({ code }) => [code, 300, 290]));
  const count = schools.length;
  expect(await nineYears('indicators(division: "520625")')).toEqual({
    kind: 'RETENTION_RATE',
    stage: 'COMPULSORY',
    value: (280 / 300) * 100,
    numerator: 280 * count,
    denominator: 300 * count,
    academicYear: 2018,
    gap: null,
    isSuppressed: false,
    target: { verdict: 'NOT_MET' },
  });
  expect(await nineYears(`schoolIndicators(school: "${schools[0]?.code}")`)).toMatchObject({
    numerator: 280,
    denominator: 300,
    isSuppressed: false,
    target: { verdict: 'NOT_MET' },
  });
});

test('one school that states nothing leaves the county’s retention unknown and unassessed', async () => {
  const schools = await primarySchools();
  await stateCohorts(schools.slice(1).map(({ code }) => [code, 300, 290]));
  expect(await nineYears('indicators(division: "520625")')).toMatchObject({
    value: null,
    numerator: null,
    gap: 'INCOMPLETE',
    target: { verdict: 'NOT_ASSESSED' },
  });
  await stateCohorts([]);
  expect(await nineYears(`schoolIndicators(school: "${schools[0]?.code}")`)).toMatchObject({
    gap: 'NO_HISTORY',
  });
});

test('a few who were lost at a school are told by no sum of schools', async () => {
  const schools = await primarySchools();
  await stateCohorts(schools.map(({ code }, index) => [code, 300, index === 0 ? 307 : 290]));
  const few = await nineYears(`schoolIndicators(school: "${schools[0]?.code}")`);
  expect(few).toMatchObject({
    value: null,
    numerator: null,
    isSuppressed: true,
    target: { verdict: 'NOT_ASSESSED' },
  });
  const others = await Promise.all(
    schools.slice(1).map(({ code }) => nineYears(`schoolIndicators(school: "${code}")`)),
  );
  expect(others.filter((other) => other?.isSuppressed).length).toBeGreaterThan(0);
});

test.each(['5299999999', ''])(
  'a school that is not there and one out of reach look the same (%s)',
  async (unknown) => {
    const [site] = await primarySchools();
    const { data, errors } = await agency.ask<{ indicators: object | null }>(
      officerOf('652301'),
      'query ($school: String!) { indicators: schoolIndicators(school: $school) { asOf } }',
      { school: unknown || site?.code },
    );
    expect(data.indicators).toBeNull();
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND']);
  },
);
