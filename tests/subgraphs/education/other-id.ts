import type { TestAgency } from '../../support/agency.js';

/** Lets a child be known under another id too, wherever it is known: rows keep the id that they came with. */
export async function addOtherId(agency: TestAgency, studentId: string, otherId: string): Promise<void> {
  await agency.rows(
    `insert into student_scope (student_id, kind, code, origin, canonical_id)
     select ?, kind, code, origin, canonical_id from student_scope where student_id = ?`,
    otherId,
    studentId,
  );
}
