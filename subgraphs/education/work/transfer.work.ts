import { sql } from 'kysely';
import type { LoaderContext } from '../../_kit/request-context.js';
import { isPast, NOTHING, workOfFound } from '../../_kit/work/work-of-found.js';
import type { WorkFound, WorkRead, WorkSource } from '../../_kit/work/work-source.js';
import { calendarOf, policyAt } from '../school/school-policy.js';
import { EDUCATION_SCOPES } from '../scopes.js';
import { transferDueOn } from '../status/transfer-due.js';
import { ownSchoolsOf } from './own-office.js';

/** Transfers from or to the caller's own school that wait: each side has its days for its part. */
export function transferWork(context: LoaderContext): WorkSource {
  return {
    kind: 'COMPLETE_TRANSFER',
    scope: EDUCATION_SCOPES.listStatusFollowUps,
    holds: 'SCHOOLING',
    registers: ['STUDENT_STATUS'],
    list: 'pendingTransfers',
    read: (limit) => readPendingTransfers(context, limit),
  };
}

/** Those of one day that stand under one policy are due on one day. */
interface TransfersOfDay {
  readonly changedOn: string;
  readonly divisionCode: string | null;
  readonly open: number;
  readonly ids: readonly string[];
  readonly studentIds: readonly string[];
}

async function readPendingTransfers(context: LoaderContext, limit: number): Promise<WorkRead> {
  const { readRows, caller, today } = context;
  const { schools } = ownSchoolsOf(caller);
  if (schools.length === 0) return NOTHING;
  const rows = await readRows<TransfersOfDay>(sql`
    select changed_on::text as "changedOn", receiving.division_code as "divisionCode", count(*)::int as open,
      (array_agg(change.id::text order by change.id))[1:${limit}::int] as ids,
      (array_agg(change.student_id order by change.id))[1:${limit}::int] as "studentIds"
    from status_change change
    left join school receiving on receiving.code = coalesce(change.to_school_code, change.from_school_code)
    where change.kind in ('TRANSFERRED_OUT', 'TRANSFERRED_IN') and change.completed_on is null
      and (change.from_school_code = any (${schools}::text[]) or change.to_school_code = any (${schools}::text[]))
    group by change.changed_on, receiving.division_code`);
  const days = rows.map((row) => ({ ...row, dueOn: dueOnOf(context, row) }));
  const found = days.flatMap(({ ids, studentIds, dueOn }): WorkFound[] =>
    ids.map((subject, index) => ({ studentId: studentIds[index] ?? null, subject, dueOn })),
  );
  const total = (of: typeof days) => of.reduce((sum, { open }) => sum + open, 0);
  return {
    open: total(days),
    overdue: total(days.filter(({ dueOn }) => isPast(dueOn, today))),
    items: workOfFound(found, { today, limit }).items,
  };
}

function dueOnOf(
  context: LoaderContext,
  { changedOn, divisionCode }: Pick<TransfersOfDay, 'changedOn' | 'divisionCode'>,
): string | null {
  const policy = policyAt(context, divisionCode);
  return transferDueOn(changedOn, policy, calendarOf(policy));
}
