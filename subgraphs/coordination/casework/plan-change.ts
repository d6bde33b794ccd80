import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { addDays, parseIsoDate } from '../../../policies/iso-date.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { mutationError } from '../../_kit/schema/mutation-error.js';
import { selectRows } from '../../_kit/select-rows.js';
import type { StudentIdentity } from '../../_kit/student/student-identity.js';
import { PlanErrorEnum, type PlanErrorCode } from './case-commands.enums.js';
import type { PlanPayload } from './case-commands.type.js';
import { PlanMeasureEntity, type PlanMeasure } from './plan-measure.entity.js';
import { plansOfChild } from './plans-of-child.js';
import { SupportPlanEntity } from './support-plan.entity.js';

export interface PlanOutcome {
  readonly measureId: string | null;
  readonly errors: PlanPayload['errors'];
}

interface PlanPlace {
  readonly scope: string;
  readonly caseNumber: string | null;
  readonly reviewOn?: string | null;
}

/** A plan is looked at again after a month, if nobody says when; the documents give no interval. */
const REVIEW_DAYS = 30;
const MEASURE_ID = /^\d{1,18}$/;
const RESIDENT_NUMBER = /\d{15}/;
const MOST_CHARACTERS = 64;

/** The plan that the child or its household has, else one that is drawn up now. Held by one transaction for each child. */
export async function planFor(
  { em, db, today }: Pick<LoaderContext, 'em' | 'db' | 'today'>,
  child: StudentIdentity,
  { scope, caseNumber, reviewOn = null }: PlanPlace,
): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtext('support_plan'), hashtext(${child.id}))`.execute(db);
  const known = await planOf(db, child, { scope, caseNumber });
  if (known !== null) return known;
  const planNumber = `FA${randomUUID()}`;
  await em.insert(SupportPlanEntity, {
    studentId: child.id,
    planNumber,
    caseNumber,
    scope,
    drawnUpOn: today,
    reviewOn: reviewOn ?? addDays(parseIsoDate(today), REVIEW_DAYS),
  });
  return planNumber;
}

/** The plan of the case, else the latest one that belongs to no case. */
async function planOf(
  db: LoaderContext['db'],
  child: StudentIdentity,
  { scope, caseNumber }: PlanPlace,
): Promise<string | null> {
  const { rows } = await sql<{ planNumber: string }>`
    select plan_number as "planNumber" from ${plansOfChild(sql`${[...child.memberIds]}::text[]`)} own
    where scope = ${scope} and (case_number = ${caseNumber}::text or case_number is null)
    order by case_number is null, drawn_up_on desc, plan_id desc limit 1`.execute(db);
  return rows[0]?.planNumber ?? null;
}

/** Whether the plan has the same measure of the same body, and it is still to be done. */
export async function isStillToBeDone(
  db: LoaderContext['db'],
  planNumber: string,
  { approach, measure, owner }: Pick<PlanMeasure, 'approach' | 'measure' | 'owner'>,
): Promise<boolean> {
  const { rows } = await sql`select from plan_measure where plan_number = ${planNumber}
    and approach = ${approach} and measure = ${measure} and owner = ${owner} and done_on is null limit 1`.execute(
    db,
  );
  return rows.length > 0;
}

export function isNumberOfPaper(number: string): boolean {
  return number.trim() !== '' && [...number].length <= MOST_CHARACTERS && !RESIDENT_NUMBER.test(number);
}

export async function findMeasure(
  { em }: Pick<LoaderContext, 'em'>,
  id: string,
  isToChange = false,
): Promise<PlanMeasure | undefined> {
  if (!MEASURE_ID.test(id)) return undefined;
  return selectRows(em, PlanMeasureEntity)
    .where('id', '=', id)
    .$if(isToChange, (measure) => measure.forUpdate())
    .executeTakeFirst();
}

export async function planPayloadOf(
  context: LoaderContext,
  { measureId, errors }: PlanOutcome,
): Promise<PlanPayload> {
  return { measure: measureId === null ? null : ((await findMeasure(context, measureId)) ?? null), errors };
}

export function planRefusal(code: PlanErrorCode, field: string): PlanOutcome {
  return { measureId: null, errors: [mutationError(PlanErrorEnum, code, field)] };
}
