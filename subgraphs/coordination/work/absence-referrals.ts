import { sql, type RawBuilder } from 'kysely';
import type { LoaderContext } from '../../_kit/request-context.js';
import { eachWithinReach, studentWithinReach } from '../../_kit/student/jurisdiction.js';
import { workOfRows } from '../../_kit/work/work-of-rows.js';
import type { WorkSource } from '../../_kit/work/work-source.js';
import { ownOffices, type ReferralOffice } from '../referrals/referral-bodies.js';
import { OPEN_REFERRAL } from '../referrals/referral.list.js';
import { IDS_OF_ENTRY } from '../register/ids-of-entry.js';
import { COORDINATION_SCOPES } from '../scopes.js';
import { anyOf } from './own-office.js';

/**
 * Absences of suspected dropouts that another body is to be told of, one piece of work for each body. Any referral of the
 * child to it since the absence began does it, and so does one from before that the body still has to answer.
 */
export function absenceReferrals(context: LoaderContext): readonly WorkSource[] {
  const { caller, today } = context;
  const own = ownOffices(caller).flatMap(isOfOffice);
  if (own.length === 0) return [];
  return [
    {
      kind: 'REFER_ABSENCE',
      scope: COORDINATION_SCOPES.sendReferrals,
      holds: 'CASEWORK',
      registers: ['SCHOOL_AGE_REGISTER'],
      list: 'absenceSpells',
      async read(limit) {
        const [isKnown, found] = await Promise.all([
          isAttendanceKnown(context),
          workOfRows(
            context,
            {
              from: sql`school_age_entry entry cross join jsonb_array_elements_text(entry.absence_told_to) told (body)`,
              where: sql`entry.absent_since is not null and ${anyOf(own)} and ${eachWithinReach(caller, sql.ref('entry.student_id'), today)}
                and not exists (
                  select from referral where student_id = any (${IDS_OF_ENTRY}) and to_body = told.body
                    and (${OPEN_REFERRAL} or sent_on >= entry.absent_since and withdrawn_on is null))`,
              subject: sql`told.body`,
              studentId: sql`entry.student_id`,
              // No document gives a day; who has been away longest comes first.
              within: sql`entry.absent_since`,
            },
            limit,
          ),
        ]);
        return isKnown ? found : null;
      },
    },
  ];
}

/** The school that keeps the child's sheets refers; of whom no school has on its roll any more, the bureau. */
function isOfOffice({ body, code }: ReferralOffice): RawBuilder<unknown>[] {
  if (body === 'SCHOOL') return [sql`entry.school_code = ${code}`];
  return body === 'EDUCATION' ? [sql`entry.school_code is null`] : [];
}

/** Whether the last comparison knew any attendance: of one child or of none. */
async function isAttendanceKnown({ readRows, caller, today }: LoaderContext): Promise<boolean> {
  const [row] = await readRows<{ isKnown: boolean }>(sql`
    select exists (select from school_age_entry entry where absence_told_to is not null
      and ${studentWithinReach(caller, sql.ref('entry.student_id'), today)}) as "isKnown"`);
  return row?.isKnown ?? false;
}
