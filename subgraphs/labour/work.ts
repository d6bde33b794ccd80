import { sql } from 'kysely';
import type { LoaderContext } from '../_kit/request-context.js';
import { studentWithinReach } from '../_kit/student/jurisdiction.js';
import type { WorkSource } from '../_kit/work/work-source.js';
import { workOfRows } from '../_kit/work/work-of-rows.js';
import { OPEN_CASE } from './cases/open-case.js';
import type { LabourRegister } from './registers.js';
import { LABOUR_SCOPES } from './scopes.js';

const CASES: LabourRegister = 'CHILD_LABOUR_CASES';

/** What the bureau's own officers have to do. Others who may read its cases supervise or look, and do not do them. */
export function labourWork(context: LoaderContext): readonly WorkSource[] {
  const { caller, today } = context;
  if (caller.agency !== 'labour') return [];
  return [
    {
      kind: 'RETURN_CHILD_AT_WORK',
      // The bureau has rights to read alone. Work goes through a division's cases as their list does, so it takes that right.
      scope: LABOUR_SCOPES.listChildLabourCases,
      holds: 'LABOUR',
      registers: [CASES],
      list: 'childLabourCases',
      read: (limit) =>
        workOfRows(
          context,
          {
            from: sql`child_labour_case entry`,
            where: sql`${OPEN_CASE} and ${studentWithinReach(caller, sql.ref('entry.student_id'), today)}`,
            subject: sql`case_number`,
            studentId: sql`student_id`,
            // The order names the day of the return (责令限期送回). Of the school it is only said that it is contacted in
            // time (及时), so a child who is back has no day, and whoever came back first is first.
            dueOn: sql`case when returned_on is null then return_due_on end`,
            within: sql`coalesce(returned_on, found_on)`,
          },
          limit,
        ),
    },
  ];
}
