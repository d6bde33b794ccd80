import { sql, type RawBuilder } from 'kysely';
import { parseIsoDate } from '../../../policies/iso-date.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { connectionOf, pageRequest, type Connection, type PageArgs } from '../../_kit/schema/connection.js';
import { divisionPrefix } from '../../_kit/schema/division-prefix.js';
import { studentWithinReach } from '../../_kit/student/jurisdiction.js';
import { countyOf } from '../comparison/run/request-run.js';
import { IDS_OF_ENTRY } from '../register/ids-of-entry.js';
import { planNeedOf, type PlanNeed } from './plan-need.js';
import { plansOfChild } from './plans-of-child.js';

export interface PlanGapRequest {
  readonly scope: 'PUPIL' | 'HOUSEHOLD';
  readonly division: string | null;
}

interface Listed {
  readonly id: string;
  readonly name: string;
}

/** SQL over `school_age_entry entry`. Of whom it is not known whether a group binds it, the child's own plan is asked. */
function householdDoes(individualFor: PlanNeed['individualFor']): RawBuilder<boolean> {
  if (individualFor === null) return sql<boolean>`false`;
  const bound = sql`${[...individualFor]}::text[]`;
  return sql<boolean>`not (entry.focus_groups && ${bound}) and not exists (
    select from jsonb_array_elements(entry.unknown_focus_groups) unknown where unknown ->> 'group' = any (${bound}))`;
}

/** Of a `plan`: measures that were done without having been planned make none of what they stand on. */
const IS_PLANNED = sql<boolean>`coalesce((
  select bool_or(due_on is not null) from plan_measure where plan_measure.plan_number = plan.plan_number), true)`;

/** Standings of children whom compulsory schooling does not concern. */
const NOT_DUE = ['OUT_OF_SCOPE', 'NOT_YET_COMPULSORY'];

/**
 * Children who need a plan and have none: those of the groups for which the county's documents oblige to one
 * (三类残疾「一人一案」), and for the pupil's plan those with a case that is confirmed and open (一生一案). A plan of a case
 * that is closed is done with. A household's plan is everybody's who joined it.
 */
export async function listPlanGaps(
  { db, caller, today, policies }: LoaderContext,
  { scope, division }: PlanGapRequest,
  page: PageArgs,
): Promise<Connection<Listed>> {
  const policy = policies.policyFor(await countyOf(db), parseIsoDate(today));
  const { groups, individualFor } = planNeedOf(policy, scope);
  const isCountedIn =
    division === null
      ? sql`true`
      : sql`starts_with(entry.counted_division_code, ${divisionPrefix(division)})`;
  const where = sql`${studentWithinReach(caller, sql.ref('entry.student_id'), today)}
    and not entry.standing = any (${NOT_DUE}::text[])
    and ${isCountedIn}
    and (entry.focus_groups && ${[...groups]}::text[] or (${scope}::text = 'PUPIL' and exists (
      select from dropout_case open where open.student_id = any (${IDS_OF_ENTRY}) and open.closed_on is null
        and open.confirmed_on is not null)))
    and not exists (
      select from ${plansOfChild(IDS_OF_ENTRY)} plan left join dropout_case its_case on its_case.case_number = plan.case_number
      where its_case.closed_on is null and ${IS_PLANNED} and (plan.scope = ${scope} or plan.scope = 'HOUSEHOLD' and ${householdDoes(individualFor)}))`;
  const { limit, after } = pageRequest(page, ['text', 'text']);
  const onPage = after
    ? sql`${where} and (entry.name, entry.student_id) > (${String(after[0])}, ${String(after[1])})`
    : where;
  const { rows } = await sql<Listed>`
    select entry.student_id as id, entry.name from school_age_entry entry where ${onPage}
    order by entry.name, entry.student_id limit ${limit + 1}`.execute(db);
  return connectionOf(
    rows,
    limit,
    ({ name, id }) => [name, id],
    async () => {
      const { rows: counted } = await sql<{ count: number }>`
      select count(*)::int as count from school_age_entry entry where ${where}`.execute(db);
      return counted[0]?.count ?? 0;
    },
  );
}
