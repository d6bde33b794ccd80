import { callerAs, type TestCaller } from '../support/callers.js';
import { operation } from './absent-pupil.js';
import { countsOf, listOf, programmesOf } from './aid-lists.js';
import { HOUSEHOLD, startAidYear, type AidYear } from './aid-year.js';
import type { UnaidedPupil } from './unaided-pupils.js';

const PATIENCE_MS = 300_000;
const [WHEN_DECIDED, WHEN_ENDED] = ['2026-12-07', '2026-12-14'] as const;
const as = (slug: string, purpose = 'AID_MATCHING'): TestCaller => ({ ...callerAs(slug), purpose });
const bureau = as('bureau-officer');
const poverty = as('poverty-officer');

let aid: AidYear;
beforeAll(async () => {
  aid = await startAidYear();
}, PATIENCE_MS);
afterAll(() => aid?.year.close());

const SUBSIDY = { BOARDING_SUBSIDY: [1250, 1500], DAY_PUPIL_SUBSIDY: [625, 750] };
interface OfHouseholds {
  readonly povertyHouseholds: {
    readonly nodes: readonly {
      readonly code: string;
      readonly children: readonly {
        readonly student: {
          readonly id: string;
          readonly aidMatching: { readonly programmes: readonly { programme: string; verdict: string }[] };
          readonly casework: { readonly plans: readonly { planNumber: string; scope: string }[] };
        };
      }[];
    }[];
  };
}
/** The household as the poverty office sees it: its children's verdicts on the subsidies, and their plans. */
async function theHousehold() {
  const { povertyHouseholds } = await aid.year.query<OfHouseholds>(
    as('poverty-officer', 'CASE_HANDLING'),
    operation('AidOfHouseholds'),
    { division: aid.children.elder.village, withPlans: true },
  );
  const found = povertyHouseholds.nodes.find(({ code }) => code === HOUSEHOLD);
  return Object.fromEntries(
    (found?.children ?? []).map(({ student: { id, aidMatching, casework } }) => [
      id,
      {
        verdicts: aidMatching.programmes
          .filter(({ programme, verdict }) => programme in SUBSIDY && verdict !== 'NOT_ELIGIBLE')
          .map(({ programme, verdict }) => `${programme} ${verdict}`),
        plans: casework.plans.map(({ scope, planNumber }) => `${scope} ${planNumber}`),
      },
    ]),
  );
}

test(
  'whom three offices know is found eligible and not aided, has a plan, is aided, and is found again when the ground is gone',
  async () => {
    const { year, children, officesHandIn } = aid;
    const { elder, younger, onAllowance, disabled } = children;
    await year.compare();
    const before = await countsOf(year, poverty);
    await officesHandIn();
    await year.compare();

    // Each office finds in its list whom its own register shows, with what is due.
    const missed = (officer: TestCaller, child: UnaidedPupil) =>
      programmesOf(year, officer, 'ELIGIBLE_NOT_AIDED', child);
    const boards = (await missed(poverty, elder)).get('BOARDING_SUBSIDY');
    expect(boards).toMatchObject({
      povertyFacts: [{ group: 'REGISTERED_POVERTY' }],
      amountAwardedYuan: null,
    });
    expect(SUBSIDY.BOARDING_SUBSIDY).toContain(boards?.amountDueYuan);
    const goesHome = (await missed(poverty, younger)).get('DAY_PUPIL_SUBSIDY');
    expect(SUBSIDY.DAY_PUPIL_SUBSIDY).toContain(goesHome?.amountDueYuan);
    expect((await missed(as('civil-affairs-officer'), onAllowance)).get('DAY_PUPIL_SUBSIDY')).toMatchObject({
      welfareFacts: [{ group: 'SUBSISTENCE_ALLOWANCE' }],
      povertyFacts: [],
    });
    expect((await missed(as('disability-officer'), disabled)).get('BOARDING_SUBSIDY')).toMatchObject({
      disabilityFacts: [{ group: 'DISABLED' }],
      povertyFacts: [{ group: 'MONITORED' }],
      welfareFacts: [],
    });
    const after = await countsOf(year, poverty);
    const more = (key: string) => (after.get(key) ?? 0) - (before.get(key) ?? 0);
    expect([
      more('BOARDING_SUBSIDY ELIGIBLE_NOT_AIDED'),
      more('DAY_PUPIL_SUBSIDY ELIGIBLE_NOT_AIDED'),
    ]).toEqual([3, 2]);

    // One plan for the household, and one for the pupil who has a certificate.
    const plan = {
      measure: 'AID_APPLICATION',
      owner: 'TOWNSHIP',
      dueOn: '2026-12-20',
      approach: 'ANTI_POVERTY',
    };
    const handling = as('bureau-officer', 'CASE_HANDLING');
    const planned = (child: UnaidedPupil, scope: string) =>
      year.command(handling, operation('PlanMeasure'), { studentId: child.studentId, scope, ...plan });
    await planned(disabled, 'PUPIL');
    await planned(elder, 'HOUSEHOLD');
    const [drawnUp = ''] = (await theHousehold())[elder.studentId]?.plans ?? [];
    expect(await theHousehold()).toEqual({
      [elder.studentId]: { verdicts: ['BOARDING_SUBSIDY ELIGIBLE_NOT_AIDED'], plans: [drawnUp] },
      [younger.studentId]: { verdicts: ['DAY_PUPIL_SUBSIDY ELIGIBLE_NOT_AIDED'], plans: [] },
    });
    await year.command(handling, operation('JoinHouseholdPlan'), {
      planNumber: drawnUp.replace('HOUSEHOLD ', ''),
      studentId: younger.studentId,
      basis: 'POVERTY_REGISTER',
    });

    // The bureau decides; what it awards is in its own list, and stands in the next comparison.
    aid.on(WHEN_DECIDED);
    await aid.award(
      [elder, '寄宿生生活补助', 625],
      [younger, '非寄宿生生活补助', 312.5],
      [onAllowance, '非寄宿生生活补助', 312.5],
    );
    await year.compare();
    expect(await theHousehold()).toEqual({
      [elder.studentId]: { verdicts: ['BOARDING_SUBSIDY ELIGIBLE_AIDED'], plans: [drawnUp] },
      [younger.studentId]: { verdicts: ['DAY_PUPIL_SUBSIDY ELIGIBLE_AIDED'], plans: [drawnUp] },
    });
    const aided = (child: UnaidedPupil) => programmesOf(year, bureau, 'ELIGIBLE_AIDED', child);
    expect((await aided(elder)).get('BOARDING_SUBSIDY')).toMatchObject({ amountAwardedYuan: 625 });
    expect((await aided(onAllowance)).get('DAY_PUPIL_SUBSIDY')).toMatchObject({ amountAwardedYuan: 312.5 });
    expect((await missed(bureau, elder)).has('BOARDING_SUBSIDY')).toBe(false);

    // Civil affairs ends the allowance: who goes on being aided is found, and the bureau is told why.
    aid.on(WHEN_ENDED);
    await aid.drawAllowance({ ...onAllowance, endedOn: '2026-11-30' });
    await year.compare();
    expect(
      (await programmesOf(year, bureau, 'AIDED_NOT_ELIGIBLE', onAllowance)).get('DAY_PUPIL_SUBSIDY'),
    ).toMatchObject({
      conditionsNotMet: ['GROUP'],
      welfareFacts: [],
      amountDueYuan: null,
      amountAwardedYuan: 312.5,
    });
    expect((await aided(onAllowance)).has('DAY_PUPIL_SUBSIDY')).toBe(false);
    expect((await aided(elder)).has('BOARDING_SUBSIDY')).toBe(true);
  },
  PATIENCE_MS,
);

test('of a pupil whom the registers here do not cover it is said that nobody knows, and which of them', async () => {
  const { year } = aid;
  const unknown = await listOf(year, bureau, 'UNKNOWN', { programme: 'DAY_PUPIL_SUBSIDY' });
  const uncovered = unknown.filter(({ missingSources }) =>
    missingSources.some(
      ({ register, reason }) => register === 'SUBSISTENCE_ALLOWANCE' && reason === 'OUT_OF_COVERAGE',
    ),
  );
  expect(uncovered.length).toBeGreaterThan(0);
  for (const { student, conditionsUnknown, amountDueYuan } of uncovered) {
    expect({ conditionsUnknown, amountDueYuan }).toEqual({
      conditionsUnknown: ['GROUP'],
      amountDueYuan: null,
    });
    const { student: seen } = await year.query<{
      student: { welfare: { subsistenceAllowance: { register: { state: string }; current: object | null } } };
    }>(as('bureau-officer', 'CASE_HANDLING'), operation('AidOfStudent'), { id: student.id });
    expect(seen.welfare.subsistenceAllowance).toMatchObject({
      register: { state: 'OUT_OF_COVERAGE' },
      current: null,
    });
  }
});
