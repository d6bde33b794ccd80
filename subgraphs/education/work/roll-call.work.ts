import { sql } from 'kysely';
import type { LoaderContext } from '../../_kit/request-context.js';
import { isPast, NOTHING } from '../../_kit/work/work-of-found.js';
import type { WorkRead, WorkSource } from '../../_kit/work/work-source.js';
import { campaignFor } from '../attendance/roll-call-task.list.js';
import { EDUCATION_SCOPES } from '../scopes.js';
import { ownSchoolsOf } from './own-office.js';

/** Classes of the caller that owe the roll-call of the campaign under way. Officers of a division watch over it. */
export function rollCallWork(context: LoaderContext): WorkSource {
  return {
    kind: 'CALL_ROLL',
    scope: EDUCATION_SCOPES.recordRollCalls,
    holds: 'SCHOOLING',
    registers: ['SCHOOLS', 'ROLL_CALL'],
    list: 'rollCallTasks',
    read: (limit) => readUncalledClasses(context, limit),
  };
}

async function readUncalledClasses(context: LoaderContext, limit: number): Promise<WorkRead> {
  const { caller, overAllRows, today } = context;
  const { schools, classes } = ownSchoolsOf(caller);
  if (schools.length + classes.length === 0) return NOTHING;
  const campaign = await campaignFor(context, null);
  if (!campaign) return NOTHING;
  const { dueOn } = campaign;
  // Whoever of its pupils has gone, a class that was called was called.
  const { rows } = await overAllRows((db) =>
    sql<{ code: string; open: number }>`
      select own.code, (count(*) over ())::int as open from school_class own
      where (own.code = any(${classes}::text[]) or own.school_code = any(${schools}::text[]))
        and not exists (
          select from roll_call_finding call where call.class_code = own.code
            and call.called_on >= ${campaign.opensOn}::date and call.called_on < ${campaign.endsBefore}::date)
      order by own.code limit ${limit}`.execute(db),
  );
  const open = rows[0]?.open ?? 0;
  return {
    open,
    overdue: isPast(dueOn, today) ? open : 0,
    items: rows.map(({ code }) => ({ studentId: null, subject: code, dueOn })),
  };
}
