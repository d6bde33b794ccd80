import { sql, type Kysely } from 'kysely';
import type { IsoDate } from '../../../../policies/iso-date.js';
import type { ResolvedPolicy } from '../../../../policies/resolve-policy.js';
import { taskDueOn } from './task-deadlines.js';

type Db = Kysely<unknown>;

export interface HandOver {
  readonly countyCode: string;
  readonly today: IsoDate;
  readonly policy: Pick<ResolvedPolicy, 'verification'>;
}

/** Somebody has to go: nobody has decided, or it was decided that another township has to. */
const ASKS_FOR_A_VISIT = sql`(found.disposition_id is null or exists (
  select from disposition_record record where record.id = found.disposition_id and record.code = 'RESIDENCE_MOVED'))`;

/**
 * The tasks that the differences ask for as they stand: one for the township where the child lives, else where it is
 * registered, else for the county's office; and one for the school that answers for the child. One matter is one visit,
 * whatever the number of its differences.
 */
const wanted = (countyCode: string) => sql`
  select found.matter, min(found.student_id) as student_id, place.body, place.division_code, place.school_code,
    min(coalesce(found.reopened_on, found.first_seen_on)) as since
  from discrepancy found
  cross join lateral (
    select case when found.township_code is null then 'COORDINATION' else 'TOWNSHIP' end as body,
      coalesce(found.township_code, ${countyCode}) as division_code, null::text as school_code
    union all
    select 'SCHOOL', ${countyCode}, found.school_code where found.school_code is not null) place
  where found.state = 'OPEN' and found.held_until is null and ${ASKS_FOR_A_VISIT}
  group by found.matter, place.body, place.division_code, place.school_code`;

const IS_SAME = sql`task.matter = due.matter and task.body = due.body and task.division_code = due.division_code
  and task.school_code is not distinct from due.school_code and task.step = 'VERIFY'`;

/**
 * Opens the tasks that are missing and ends those that nobody needs any more, as a run leaves the differences. What is
 * open already is not opened twice, and what somebody has done is not asked for again while the difference lasts.
 */
export async function handOver(db: Db, { countyCode, today, policy }: HandOver): Promise<void> {
  await sql`
    with due as materialized (${wanted(countyCode)})
    update discrepancy_task task set ended_on = ${today}::date, end_reason = case
        when not exists (select from discrepancy found where found.matter = task.matter and found.state <> 'GONE') then 'GONE'
        when exists (select from due where due.matter = task.matter) then 'MOVED'
        else 'SETTLED' end
    where task.ended_on is null and task.step = 'VERIFY' and not exists (select from due where ${IS_SAME})`.execute(
    db,
  );
  await endSecondChecks(db, today);
  await sql`
    insert into discrepancy_task (student_id, matter, body, step, division_code, school_code, opened_on, due_on)
    select due.student_id, due.matter, due.body, 'VERIFY', due.division_code, due.school_code, ${today}::date,
      case due.body when 'TOWNSHIP' then ${taskDueOn('TOWNSHIP', today, policy)}::date
        when 'SCHOOL' then ${taskDueOn('SCHOOL', today, policy)}::date
        else ${taskDueOn('COORDINATION', today, policy)}::date end
    from (${wanted(countyCode)}) due
    where not exists (
      select from discrepancy_task task
      where ${IS_SAME} and (task.ended_on is null or task.end_reason = 'DONE' and task.opened_on >= due.since))`.execute(
    db,
  );
}

/** The county's second check is over when the first one's word holds no more. */
async function endSecondChecks(db: Db, today: string): Promise<void> {
  await sql`
    update discrepancy_task task set ended_on = ${today}::date, end_reason = 'SETTLED'
    where task.ended_on is null and task.step = 'SECOND_CHECK' and not exists (
      select from disposition_record record where record.matter = task.matter and record.ended_on is null
        and record.code = 'UNRESOLVED' and record.check_number = 1)`.execute(db);
}

/** Ends the open tasks of a matter on which somebody has decided; another township's is opened by the run that follows. */
export async function endTasks(
  db: Db,
  { matter, today }: { readonly matter: string; readonly today: string },
): Promise<void> {
  await sql`update discrepancy_task set ended_on = ${today}::date, end_reason = 'SETTLED'
    where matter = ${matter} and ended_on is null`.execute(db);
}

/** Asks the county to look a second time at what was checked without result. */
export async function openSecondCheck(
  db: Db,
  { matter, studentId }: { readonly matter: string; readonly studentId: string },
  { countyCode, today, policy }: HandOver,
): Promise<void> {
  await sql`insert into discrepancy_task (student_id, matter, body, step, division_code, opened_on, due_on)
    values (${studentId}, ${matter}, 'COORDINATION', 'SECOND_CHECK', ${countyCode}, ${today}::date,
      ${taskDueOn('COORDINATION', today, policy)}::date)`.execute(db);
}
