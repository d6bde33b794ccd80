import type DataLoader from 'dataloader';
import { sql } from 'kysely';
import type { PageOf } from '../../_kit/page-loader.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { selectRows } from '../../_kit/select-rows.js';
import { studentWithinReach } from '../../_kit/student/jurisdiction.js';
import { RollCallFindingEntity, type RollCallFinding } from './roll-call-finding.entity.js';

/** The roll-call of one class on one day, summed from its findings. */
export interface RollCall {
  readonly schoolCode: string;
  readonly classCode: string;
  readonly calledOn: string;
  readonly rosterCount: number;
  readonly presentCount: number;
  readonly extraCount: number;
  readonly callerName: string | null;
}

/** Roll-calls of each school with all who were called, newest first, then by class. */
export async function listRollCalls(
  { overAllRows }: Pick<LoaderContext, 'overAllRows'>,
  schoolCodes: readonly string[],
  { limit, after }: PageOf<string>,
): Promise<readonly RollCall[]> {
  const isAfter = after
    ? sql`(called_on < ${after[0]}::date or (called_on = ${after[0]}::date and class_code > ${after[1]}))`
    : sql`true`;
  const { rows } = await overAllRows((db) =>
    sql<RollCall>`
    select asked.code as "schoolCode", page.* from unnest(${schoolCodes}::text[]) as asked(code)
    cross join lateral (
      select class_code as "classCode", called_on::text as "calledOn",
             count(*) filter (where finding <> 'EXTRA')::int as "rosterCount",
             count(*) filter (where finding = 'PRESENT')::int as "presentCount",
             count(*) filter (where finding = 'EXTRA')::int as "extraCount",
             min(caller_name) as "callerName"
      from roll_call_finding
      where school_code = asked.code and ${isAfter}
      group by class_code, called_on
      order by called_on desc, class_code
      limit ${limit + 1}
    ) as page
    order by asked.code, page."calledOn" desc, page."classCode"`.execute(db),
  );
  return rows;
}

/** Absent and extra children of roll-calls, whom the caller reaches; one statement for all calls of a request. */
export function createRollCallDifferenceLoader({
  em,
  caller,
  today,
  createLoader,
}: LoaderContext): DataLoader<RollCall, RollCallFinding[], string> {
  const keyOf = ({ classCode, calledOn }: Pick<RollCall, 'classCode' | 'calledOn'>) =>
    `${classCode} ${calledOn}`;
  return createLoader(async (calls: readonly RollCall[]) => {
    const rows = await selectRows(em, RollCallFindingEntity)
      .where(sql<boolean>`class_code = any(${calls.map(({ classCode }) => classCode)}::text[])`)
      .where(sql<boolean>`called_on = any(${calls.map(({ calledOn }) => calledOn)}::date[])`)
      .where(sql<boolean>`finding <> 'PRESENT'`)
      .where(studentWithinReach(caller, sql.ref('roll_call_finding.student_id'), today))
      .orderBy('id')
      .execute();
    const findings = Map.groupBy(rows, keyOf);
    return calls.map((call) => findings.get(keyOf(call)) ?? []);
  }, keyOf);
}
