import { sql, type RawBuilder } from 'kysely';
import type { LoaderContext } from '../../_kit/request-context.js';
import { eachWithinReach } from '../../_kit/student/jurisdiction.js';
import { workOfRows } from '../../_kit/work/work-of-rows.js';
import type { WorkSource } from '../../_kit/work/work-source.js';
import { answeringOffices, ownOffices, type ReferralOffice } from '../referrals/referral-bodies.js';
import { OPEN_REFERRAL } from '../referrals/referral.list.js';
import { COORDINATION_SCOPES } from '../scopes.js';
import { anyOf } from './own-office.js';

/** What others have referred to the caller's office, and what it has referred itself and nobody answers in time. */
export function referrals(context: LoaderContext): readonly WorkSource[] {
  const { caller, today } = context;
  const source = (which: Pick<WorkSource, 'kind' | 'scope'>, isMine: RawBuilder<unknown>): WorkSource => ({
    ...which,
    holds: 'CASEWORK',
    registers: ['CASEWORK'],
    list: 'referrals',
    read: (limit) =>
      workOfRows(
        context,
        {
          from: sql`referral`,
          where: sql`${OPEN_REFERRAL} and ${isMine} and ${eachWithinReach(caller, sql.ref('referral.student_id'), today)}`,
          subject: sql`referral_number`,
          studentId: sql`student_id`,
          dueOn: sql`due_on`,
        },
        limit,
      ),
  });
  return [
    source(
      { kind: 'ANSWER_REFERRAL', scope: COORDINATION_SCOPES.answerReferrals },
      isOf('to', answeringOffices(caller)),
    ),
    source(
      { kind: 'CHASE_REFERRAL', scope: COORDINATION_SCOPES.sendReferrals },
      sql`due_on < ${today}::date and ${isOf('from', ownOffices(caller))}`,
    ),
  ];
}

function isOf(side: 'from' | 'to', offices: readonly ReferralOffice[]): RawBuilder<boolean> {
  const [body, place] = [sql.ref(`${side}_body`), sql.ref(`${side}_code`)];
  return anyOf(
    offices.map(
      (office) => sql`(${body} = ${office.body} and ${place} is not distinct from ${office.code}::text)`,
    ),
  );
}
