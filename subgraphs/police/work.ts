import { sql } from 'kysely';
import type { LoaderContext } from '../_kit/request-context.js';
import { eachWithinReach } from '../_kit/student/jurisdiction.js';
import type { WorkSource } from '../_kit/work/work-source.js';
import { workOfRows } from '../_kit/work/work-of-rows.js';
import type { PoliceRegister } from './registers.js';
import { POLICE_SCOPES } from './scopes.js';

const MISSING_PERSONS: PoliceRegister = 'MISSING_PERSONS';

/** What police officers have to do. Others who may read the requests wait for what is found. */
export function policeWork(context: LoaderContext): readonly WorkSource[] {
  const { caller, today } = context;
  // Work goes through a division's requests as their list does: that is a right of its own.
  if (caller.agency !== 'police' || !caller.scopes.has(POLICE_SCOPES.listMissingPersons)) return [];
  return [
    {
      kind: 'DETERMINE_MISSING',
      scope: POLICE_SCOPES.determineMissingPersons,
      holds: 'HOUSEHOLD',
      registers: [MISSING_PERSONS],
      list: 'missingPersonDeterminations',
      read: (limit) =>
        workOfRows(
          context,
          {
            from: sql`missing_person_determination request`,
            where: sql`determined_on is null and ${eachWithinReach(caller, sql.ref('request.student_id'), today)}`,
            // A request has no number: the child names it.
            subject: sql`student_id`,
            studentId: sql`student_id`,
            // No document says by when (印府办发〔2020〕19号 三（一）县公安局).
            within: sql`requested_on`,
          },
          limit,
        ),
    },
  ];
}
