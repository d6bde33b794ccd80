import { callerAs } from '../../../support/callers.js';
import { personaAt, startWork, subjectsOf, type WorkTest } from './work-harness.js';

let started: WorkTest;
beforeAll(async () => {
  started = await startWork();
});
afterAll(() => started.agency.close());

const work: WorkTest['work'] = (...asked) => started.work(...asked);

describe('households', () => {
  interface Assignment {
    code: string;
    village: string;
  }
  async function incomplete(condition: string, ...parameters: unknown[]): Promise<Assignment[]> {
    return started.agency.rows<Assignment>(
      `select own.code, own.division_code as village from screening_assignment own
       where ${condition} and not (own.household_count is not null
         and (select count(*) from household_screening where assignment_code = own.code and result <> 'NOBODY_AT_HOME') >= own.household_count
         and not exists (select from household_member_screening where assignment_code = own.code and education_level is null))
       order by due_on, code`,
      ...parameters,
    );
  }
  const codes = (assignments: readonly Assignment[]) => assignments.map(({ code }) => code);

  test('a village and its township have what the villages visit, a school what it visits itself', async () => {
    const [first] = await incomplete("answered_by = 'VILLAGE'");
    const village = first?.village ?? '';
    for (const area of [village, village.slice(0, 9)]) {
      const expected = await incomplete("answered_by = 'VILLAGE' and starts_with(division_code, ?)", area);
      expect(expected.length).toBeGreaterThan(0);
      const slug = area === village ? 'village-cadre' : 'township-officer';
      const group = (await work(personaAt(slug, 'DIVISION', area))).get('VISIT_HOUSEHOLDS');
      expect(group?.open).toBe(expected.length);
      expect(subjectsOf(group)).toEqual(codes(expected).slice(0, 50));
    }
    await started.agency.rows(
      "update screening_assignment set answered_by = 'SCHOOL', school_code = ?, household_count = null where code = ?",
      started.pupil.schoolCode,
      first?.code,
    );
    const own = await incomplete("answered_by = 'SCHOOL' and school_code = ?", started.pupil.schoolCode);
    const group = (await work(started.clerk)).get('VISIT_HOUSEHOLDS');
    expect(codes(own)).toContain(first?.code);
    expect(subjectsOf(group)?.toSorted()).toEqual(codes(own).toSorted());
    const cadre = (await work(personaAt('village-cadre', 'DIVISION', village))).get('VISIT_HOUSEHOLDS');
    expect(subjectsOf(cadre)).not.toContain(first?.code);
    expect((await work(callerAs('bureau-officer'))).get('VISIT_HOUSEHOLDS')).toMatchObject({
      open: 0,
      items: [],
    });
  });

  test('a village that was visited door by door asks for nothing more', async () => {
    const [visited] = await incomplete(
      "answered_by = 'SCHOOL' and school_code = ?",
      started.pupil.schoolCode,
    );
    const subjects = async () => subjectsOf((await work(started.clerk)).get('VISIT_HOUSEHOLDS'));
    expect(await subjects()).toContain(visited?.code);
    await started.agency.rows(
      `update household_member_screening set education_level = 'PRIMARY'
       where assignment_code = ? and education_level is null`,
      visited?.code,
    );
    await started.agency.rows(
      `update screening_assignment set household_count = (
         select count(*) from household_screening where assignment_code = code and result <> 'NOBODY_AT_HOME')
       where code = ?`,
      visited?.code,
    );
    const other = await incomplete("answered_by = 'SCHOOL' and school_code = ?", started.pupil.schoolCode);
    expect((await subjects())?.toSorted()).toEqual(codes(other).toSorted());
    expect(await subjects()).not.toContain(visited?.code);
    await started.agency.rows(
      'update screening_assignment set household_count = null where code = ?',
      visited?.code,
    );
  });

  test('a campaign that has not begun, and one of a year that is over, ask for nothing', async () => {
    const openOf = async () => (await work(started.clerk)).get('VISIT_HOUSEHOLDS')?.open;
    expect(await openOf()).toBeGreaterThan(0);
    await started.agency.rows("update screening_campaign set opens_on = '2026-11-21'");
    expect(await openOf()).toBe(0);
    await started.agency.rows("update screening_campaign set opens_on = '2025-10-08', academic_year = 2025");
    await started.agency.rows("update screening_assignment set due_on = '2025-11-30'");
    expect(await openOf()).toBe(0);
    await started.agency.rows("update screening_assignment set due_on = '2026-11-30'");
    expect(await openOf()).toBeGreaterThan(0);
  });
});
