import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { bureauOfficer } from './education-callers.js';

let agency: TestAgency;
beforeAll(async () => {
  agency = await startTestAgency('education');
});
afterAll(() => agency.close());

test('leavers of grade 6 whom no grade 7 has taken in, and transfers that wait for too long', async () => {
  const expected = await agency.rows<{ id: string }>(
    `select student_id as id from student_status left_one where grade = 6 and status = 'GRADUATED' and left_on is not null
       and student_id in (select student_id from student_scope where kind in ('RESIDENCE', 'REGISTERED') and code like '520625%')
       and not exists (select from student_status next where next.student_id = left_one.student_id and next.grade > 6)
       and not exists (select from study_elsewhere away where away.student_id = left_one.student_id and away.grade > 6)`,
  );
  const { data, errors } = await agency.ask<{
    missingTransitions: { nodes: { student: { id: string } }[] };
    pendingTransfers: { nodes: { changedOn: string; dueOn: string | null; isOverdue: boolean | null }[] };
  }>(
    bureauOfficer,
    `{ missingTransitions(first: 100) { nodes { student { id } } }
       pendingTransfers(first: 100) { nodes { changedOn dueOn isOverdue } } }`,
  );
  expect(errors).toEqual([]);
  expect(data.missingTransitions.nodes).toHaveLength(expected.length);
  expect(data.pendingTransfers.nodes.length).toBeGreaterThan(0);
  for (const { dueOn, isOverdue } of data.pendingTransfers.nodes) {
    expect(dueOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(isOverdue).toBe('2026-11-20' > (dueOn ?? ''));
  }
});
