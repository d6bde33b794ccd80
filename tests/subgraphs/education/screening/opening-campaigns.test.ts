import { withoutScope, type TestCaller } from '../../../support/callers.js';
import { bureauOfficer, officerOf } from '../education-callers.js';
import { startScreening, type Fault, type Screening } from './screening-harness.js';

let screening: Screening;
beforeAll(async () => {
  screening = await startScreening();
});
afterAll(() => screening?.close());

interface Campaign {
  campaign: { code: string } | null;
  assignmentCount: number;
  errors: Fault[];
}
const open = (input: object, caller?: TestCaller) =>
  screening.command<Campaign>(
    'openScreeningCampaign',
    input,
    'campaign { code academicYear } assignmentCount',
    caller,
  );

/** Opened in the spring, so that the generated census of the autumn stays as it is. */
const NEXT_YEAR = { opensOn: '2026-11-10', dueOn: '2026-12-31' };

describe('opening a campaign', () => {
  test('assigns every village of the area, once', async () => {
    const township = screening.village.slice(0, 9);
    const { payload } = await open({ kind: 'SCHOOL_HOUSEHOLD_CENSUS', divisionCode: township, ...NEXT_YEAR });
    const villages = await screening.agency.rows(
      "select code from division where level = 'VILLAGE' and starts_with(code, ?) order by 1",
      township,
    );
    expect(payload).toEqual({
      campaign: { code: `SCHOOL_HOUSEHOLD_CENSUS-2026-${township}000`, academicYear: 2026 },
      assignmentCount: villages.length,
      errors: [],
    });
    expect(villages.length).toBeGreaterThan(1);
    const again = await open({ kind: 'SCHOOL_HOUSEHOLD_CENSUS', divisionCode: township, ...NEXT_YEAR });
    expect(again.payload.errors).toEqual([expect.objectContaining({ code: 'ALREADY_OPEN', field: 'kind' })]);
  });

  test.each<[string, object, TestCaller, string]>([
    ['an area of others', { divisionCode: '652301' }, bureauOfficer, 'AREA_NOT_FOUND'],
    ['more than the own area', { divisionCode: '520625' }, officerOf('520625101'), 'AREA_NOT_FOUND'],
    ['an area without villages', { divisionCode: '520625999' }, bureauOfficer, 'AREA_NOT_FOUND'],
    ['an end before the beginning', { dueOn: '2026-11-09' }, bureauOfficer, 'DATES_INVALID'],
    ['an end in the past', { opensOn: '2026-10-01', dueOn: '2026-10-02' }, bureauOfficer, 'DATES_INVALID'],
  ])('%s is refused', async (_what, part, caller, code) => {
    const { payload } = await open(
      { kind: 'HOUSEHOLD_EDUCATION_REGISTER', divisionCode: '520625', ...NEXT_YEAR, ...part },
      caller,
    );
    expect(payload).toMatchObject({ campaign: null, errors: [{ code }] });
  });

  test('needs the right to manage campaigns', async () => {
    const caller = withoutScope(bureauOfficer, 'education.screening.manage');
    const { errors } = await open(
      { kind: 'SCHOOL_HOUSEHOLD_CENSUS', divisionCode: '520625', ...NEXT_YEAR },
      caller,
    );
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });
});
