import { sql, type RawBuilder } from 'kysely';
import type { LoaderContext } from '../_kit/request-context.js';
import { eachWithinReach } from '../_kit/student/jurisdiction.js';
import type { WorkSource } from '../_kit/work/work-source.js';
import { workOfRows } from '../_kit/work/work-of-rows.js';
import { OPEN_CASE, UNORDERED_CASE } from './cases/open-case.js';
import type { LabourRegister } from './registers.js';
import { LABOUR_SCOPES } from './scopes.js';

const CASES: LabourRegister = 'CHILD_LABOUR_CASES';

/** What the bureau's own officers have to do. Others who may read its cases supervise or look, and do not do them. */
export function labourWork(context: LoaderContext): readonly WorkSource[] {
  const { caller, today } = context;
  if (caller.agency !== 'labour') return [];
  const cases = (
    of: Pick<WorkSource, 'kind' | 'scope'>,
    where: RawBuilder<unknown>,
    { dueOn, within }: { readonly dueOn?: RawBuilder<unknown>; readonly within: RawBuilder<unknown> },
  ): WorkSource => ({
    ...of,
    holds: 'LABOUR',
    registers: [CASES],
    list: 'childLabourCases',
    read: (limit) =>
      workOfRows(
        context,
        {
          from: sql`child_labour_case entry`,
          where: sql`${where} and ${eachWithinReach(caller, sql.ref('entry.student_id'), today)}`,
          subject: sql`case_number`,
          studentId: sql`student_id`,
          ...(dueOn && { dueOn }),
          within,
        },
        limit,
      ),
  });
  return [
    cases(
      // Whoever goes through a division's cases has them to do, also where only the bureau's own system records them.
      { kind: 'RETURN_CHILD_AT_WORK', scope: LABOUR_SCOPES.listChildLabourCases },
      sql`${OPEN_CASE} and not ${UNORDERED_CASE}`,
      {
        // The order names the day of the return (责令限期送回). Of the school it is only said that it is contacted in
        // time (及时), so a child who is back has no day, and whoever came back first is first.
        dueOn: sql`case when returned_on is null then return_due_on end`,
        within: sql`coalesce(returned_on, found_on)`,
      },
    ),
    cases({ kind: 'ISSUE_CHILD_LABOUR_ORDER', scope: LABOUR_SCOPES.recordCases }, UNORDERED_CASE, {
      within: sql`found_on`,
    }),
  ];
}
