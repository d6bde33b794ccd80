import { sql } from 'kysely';
import type { LoaderContext } from '../../_kit/request-context.js';
import { eachWithinReach } from '../../_kit/student/jurisdiction.js';
import { workOfRows } from '../../_kit/work/work-of-rows.js';
import type { WorkSource } from '../../_kit/work/work-source.js';
import { codesRepairedBy } from '../comparison/dispositions/repairing-agency.js';
import { COORDINATION_SCOPES } from '../scopes.js';
import { countiesOf } from './own-office.js';

/** Registers that were found to be wrong: the county's office of the agency that keeps one repairs it. */
export function repairs(context: LoaderContext): readonly WorkSource[] {
  const { caller, today } = context;
  const codes = codesRepairedBy(caller.agency);
  if (codes.length === 0 || countiesOf(caller).length === 0) return [];
  return [
    {
      kind: 'REPAIR_REGISTER',
      scope: COORDINATION_SCOPES.readDiscrepancies,
      holds: 'SCHOOLING',
      registers: ['SCHOOL_AGE_REGISTER'],
      list: 'discrepancies',
      read: (limit) =>
        workOfRows(
          context,
          {
            from: sql`discrepancy found join disposition_record decided on decided.id = found.disposition_id`,
            where: sql`found.state = 'AWAITING_REPAIR' and decided.code = any (${[...codes]}::text[])
              and ${eachWithinReach(caller, sql.ref('found.student_id'), today)}`,
            subject: sql`found.key`,
            studentId: sql`found.student_id`,
            // No rule gives a day; what was decided first has waited longest.
            within: sql`decided.decided_on`,
          },
          limit,
        ),
    },
  ];
}
