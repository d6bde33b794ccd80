import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { elsewhere, type TestCaller } from '../../support/callers.js';
import { bureauOfficer, clerkOf } from './education-callers.js';
import { enrolledPupil } from './pupils.js';

let agency: TestAgency;
beforeAll(async () => {
  agency = await startTestAgency('education');
});
afterAll(() => agency.close());

test('the review of a term counts what each school still owes, and is overdue after a month', async () => {
  interface Review {
    school: { code: string };
    term: string;
    state: string;
    pendingTransfers: number;
    failedVerifications: number;
    withoutClass: number;
    duplicateStatuses: number;
  }
  const reviews = async (caller: TestCaller) => {
    const { data, errors } = await agency.ask<{ termStatusReviews: { nodes: Review[] } }>(
      caller,
      `{ termStatusReviews(first: 100) { nodes { school { code } term dueOn state
           pendingTransfers failedVerifications withoutClass duplicateStatuses } } }`,
    );
    expect(errors).toEqual([]);
    return data.termStatusReviews.nodes;
  };
  const all = await reviews(bureauOfficer);
  const [failed] = await agency.rows<{ count: number }>(
    `select count(*)::int as count from student_status
     where id_verification = 'FAILED' and status in ('ENROLLED', 'RETURNED', 'SUSPENDED')
       and school_code in (select code from school)`,
  );
  expect(all.reduce((sum, review) => sum + review.failedVerifications, 0)).toBe(failed?.count);
  for (const { state, term, pendingTransfers, failedVerifications, withoutClass, duplicateStatuses } of all) {
    expect(term).toBe('2026-AUTUMN');
    const open = pendingTransfers + failedVerifications + withoutClass + duplicateStatuses;
    expect(state).toBe(open === 0 ? 'CLEAR' : 'OVERDUE');
  }
  const pupil = await enrolledPupil(agency);
  expect((await reviews(clerkOf(pupil.schoolCode))).map(({ school }) => school.code)).toEqual([
    pupil.schoolCode,
  ]);
  expect(await reviews(elsewhere(bureauOfficer))).toEqual([]);
});
