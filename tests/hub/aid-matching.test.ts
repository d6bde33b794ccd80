import { startTestAgency, type TestAgency } from '../support/agency.js';
import { callerAs, testCounty } from '../support/callers.js';
import { expectedSubsidies, type ExpectedSubsidy } from './aid-matching.oracle.js';

const AGENCIES = ['education', 'civil-affairs', 'disability', 'poverty', 'coordination'];
const agencies = new Map<string, TestAgency>();
const of = (name: string): TestAgency => {
  const agency = agencies.get(name);
  if (!agency) throw new Error(`There is no agency ${name}.`);
  return agency;
};

interface Found {
  readonly studentId: string;
  readonly programme: string;
  readonly verdict: string;
  readonly agencies: readonly string[];
}
let expected: readonly ExpectedSubsidy[] = [];
let found: ReadonlyMap<string, Found> = new Map();
const keyOf = ({ studentId, programme }: { studentId: string; programme: string }) =>
  `${studentId} ${programme}`;

beforeAll(async () => {
  for (const name of AGENCIES) agencies.set(name, await startTestAgency(name));
  const year = Number(testCounty.asOf.slice(0, 4)) - (testCounty.asOf.slice(5) < '08-31' ? 1 : 0);
  // Whose rows stand under several numbers, or bear another's, is what runs are tested for elsewhere.
  const entangled = new Set(
    (
      await of('coordination').rows<{ id: string }>(
        `select member_id as id from student_link union select canonical_id from student_link
         union select number_id from found_split union select provisional_id from found_split`,
      )
    ).map(({ id }) => id),
  );
  expected = (await expectedSubsidies(of, year, testCounty.asOf)).filter(
    ({ studentId }) => !entangled.has(studentId),
  );
  const rows = await of('coordination').rows<Found>(
    `select student_id as "studentId", programme, verdict,
       array(select distinct fact ->> 'agency' from jsonb_array_elements(facts) fact order by 1) as agencies
     from aid_match`,
  );
  found = new Map(rows.map((row) => [keyOf(row), row]));
});
afterAll(async () => {
  for (const agency of agencies.values()) await agency.close();
});

const those = (isEligible: boolean, isAided: boolean) =>
  expected.filter((each) => each.isEligible === isEligible && each.isAided === isAided);
const verdictsOf = (subsidies: readonly ExpectedSubsidy[]) =>
  new Set(subsidies.map((subsidy) => found.get(keyOf(subsidy))?.verdict));

test('whoever is eligible by the registers and not aided is found, and nobody else', () => {
  const missed = those(true, false);
  expect(missed.length).toBeGreaterThan(0);
  expect(verdictsOf(missed)).toEqual(new Set(['ELIGIBLE_NOT_AIDED']));
  const keys = new Set(expected.map(keyOf));
  const reported = [...found.values()].filter(
    (row) => row.verdict === 'ELIGIBLE_NOT_AIDED' && keys.has(keyOf(row)),
  );
  expect(reported.map(keyOf).toSorted()).toEqual(missed.map(keyOf).toSorted());
});

test('whoever is eligible and aided is no case', () => {
  const aided = those(true, true);
  expect(aided.length).toBeGreaterThan(20);
  expect(verdictsOf(aided)).toEqual(new Set(['ELIGIBLE_AIDED']));
});

test('whoever is aided without being eligible is found, unless it cannot be told', () => {
  const wrong = those(false, true);
  const told = wrong.filter((subsidy) => found.get(keyOf(subsidy))?.verdict === 'AIDED_NOT_ELIGIBLE');
  expect(told.length).toBeGreaterThan(0);
  expect(
    [...verdictsOf(wrong)].filter((verdict) => verdict !== 'AIDED_NOT_ELIGIBLE' && verdict !== 'UNKNOWN'),
  ).toEqual([]);
});

test('nothing is unknown without saying of which condition', async () => {
  const silent = await of('coordination').rows(
    `select from aid_match where (verdict = 'UNKNOWN') <> (conditions_unknown <> '{}' and conditions_not_met = '{}')
       and not (verdict = 'UNKNOWN' and 'AWARD' = any (conditions_unknown)) limit 1`,
  );
  expect(silent).toEqual([]);
  expect([...found.values()].some(({ verdict }) => verdict === 'UNKNOWN')).toBe(true);
});

test('the facts name the agencies that show them', () => {
  for (const subsidy of expected.filter(({ isEligible }) => isEligible))
    expect(found.get(keyOf(subsidy))?.agencies).toEqual(expect.arrayContaining([...subsidy.shownBy]));
});

test('an officer of poverty sees whom its register shows, and how many the county has missed', async () => {
  interface Answer {
    readonly aidMatchCounts: readonly { programme: string; verdict: string; children: number }[];
    readonly aidMatches: {
      readonly totalCount: number;
      readonly nodes: readonly { programme: string; verdict: string; student: { id: string } }[];
    };
  }
  const { data, errors } = await of('coordination').ask<Answer>(
    { ...callerAs('poverty-officer'), purpose: 'AID_MATCHING' },
    `{ aidMatchCounts(division: "520625") { programme verdict children }
       aidMatches(filter: { verdict: ELIGIBLE_NOT_AIDED, programme: "DAY_PUPIL_SUBSIDY", division: "520625" }, first: 100) {
         totalCount nodes { programme verdict povertyFacts { group register asOf } welfareFacts { group }
           disabilityFacts { group } schoolFacts { group } missingSources { register } student { id } } } }`,
  );
  expect(errors).toEqual([]);
  const counted = data.aidMatchCounts.find(
    ({ programme, verdict }) => programme === 'DAY_PUPIL_SUBSIDY' && verdict === 'ELIGIBLE_NOT_AIDED',
  );
  expect(counted?.children).toBe(data.aidMatches.totalCount);
  expect(data.aidMatches.nodes.every(({ verdict }) => verdict === 'ELIGIBLE_NOT_AIDED')).toBe(true);
});
