import { EDUCATION_SCOPES } from '../../../subgraphs/education/scopes.js';
import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { elsewhere, withoutScope, type TestCaller } from '../../support/callers.js';
import { bureauOfficer, clerkOf } from './education-callers.js';
import { enrolledPupils, type Pupil } from './pupils.js';

let agency: TestAgency;
let pupils: Pupil[];
beforeAll(async () => {
  agency = await startTestAgency('education');
  pupils = await enrolledPupils(agency, 3);
  await agency.rows("delete from status_change where kind in ('EXPELLED', 'WITHDRAWN')");
  for (const [index, kind] of ['WITHDRAWN', 'EXPELLED', 'TRANSFERRED_OUT'].entries())
    await agency.rows(
      `insert into status_change (student_id, source_key, kind, changed_on, from_school_code)
       values (?, ?, ?, ?::date, ?)`,
      pupils[index]?.studentId,
      `pushed-out:${index}`,
      kind,
      `2026-10-1${index}`,
      pupils[index]?.schoolCode,
    );
});
afterAll(() => agency.close());

async function pushedOut(caller: TestCaller, filter = '') {
  const { data, errors } = await agency.ask<{
    pushedOutPupils: {
      nodes: { kind: string; changedOn: string; student: { id: string } }[];
      totalCount: number;
    } | null;
  }>(
    caller,
    `{ pushedOutPupils(first: 10 filter: { ${filter} }) { nodes { kind changedOn student { id } } totalCount } }`,
  );
  return { codes: errors.map(({ extensions }) => extensions.code), page: data.pushedOutPupils };
}

test('whom a school expelled or struck off is a violation, the latest first; a transfer is none', async () => {
  const { codes, page } = await pushedOut(bureauOfficer);
  expect(codes).toEqual([]);
  expect(page).toEqual({
    nodes: [
      { kind: 'EXPELLED', changedOn: '2026-10-11', student: { id: pupils[1]?.studentId } },
      { kind: 'WITHDRAWN', changedOn: '2026-10-10', student: { id: pupils[0]?.studentId } },
    ],
    totalCount: 2,
  });
});

test('the filter, the area and the right hold', async () => {
  const other = pupils[0]?.schoolCode ?? '';
  const { page } = await pushedOut(bureauOfficer, `school: "${other}"`);
  const own = pupils.slice(0, 2).filter(({ schoolCode }) => schoolCode === other);
  expect(page?.totalCount).toBe(own.length);
  expect((await pushedOut(clerkOf(other))).page?.totalCount).toBe(own.length);
  expect((await pushedOut(elsewhere(bureauOfficer))).page).toEqual({ nodes: [], totalCount: 0 });
  expect(await pushedOut(withoutScope(bureauOfficer, EDUCATION_SCOPES.listViolations))).toEqual({
    codes: ['FORBIDDEN'],
    page: null,
  });
});
