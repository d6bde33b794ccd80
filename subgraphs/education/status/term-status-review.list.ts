import { sql } from 'kysely';
import { parseIsoDate } from '../../../policies/iso-date.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { connectionOf, pageRequest, type Connection, type PageArgs } from '../../_kit/schema/connection.js';
import { calendarOf, type SchoolPolicies } from '../school/school-policy.js';
import { schoolWithinReach } from '../school/school-reach.js';
import { termReviewOn, termReviewState, type TermReviewState } from './term-status-review.js';

/** What the status records of one school still owe this term's review. */
export interface TermStatusReview {
  readonly schoolCode: string;
  /** Null where no policy gives the terms' dates. */
  readonly term: string | null;
  readonly dueOn: string | null;
  readonly state: TermReviewState | null;
  readonly pendingTransfers: number;
  readonly failedVerifications: number;
  readonly withoutClass: number;
  readonly duplicateStatuses: number;
}

type Counts = Pick<
  TermStatusReview,
  'schoolCode' | 'pendingTransfers' | 'failedVerifications' | 'withoutClass' | 'duplicateStatuses'
>;

const ON_ROLL = sql`('ENROLLED', 'RETURNED', 'SUSPENDED')`;

/** Every school within reach, in order of code; counts are of the whole school, whoever asks. */
export async function listTermStatusReviews(
  { caller, today, overAllRows }: LoaderContext,
  policyOf: SchoolPolicies,
  page: PageArgs,
): Promise<Connection<TermStatusReview>> {
  const { limit, after } = pageRequest(page, ['text']);
  const { rows } = await overAllRows((db) =>
    sql<Counts>`
      select school.code as "schoolCode",
        (select count(*)::int from status_change change
          where change.kind in ('TRANSFERRED_OUT', 'TRANSFERRED_IN') and change.completed_on is null
            and school.code in (change.from_school_code, change.to_school_code)) as "pendingTransfers",
        roll.failed as "failedVerifications", roll.without_class as "withoutClass", roll.twice as "duplicateStatuses"
      from school cross join lateral (
        select count(*) filter (where own.id_verification = 'FAILED')::int as failed,
          count(*) filter (where own.class_code is null)::int as without_class,
          count(*) filter (where exists (select from student_status other
            where other.student_id = own.student_id and other.id <> own.id and other.status in ${ON_ROLL}))::int as twice
        from student_status own where own.school_code = school.code and own.status in ${ON_ROLL}) roll
      where ${schoolWithinReach(caller)} and school.code > ${String(after?.[0] ?? '')}
      order by school.code limit ${limit + 1}`.execute(db),
  );
  const reviews = await Promise.all(
    rows.map(async (counts): Promise<TermStatusReview> => {
      const policy = await policyOf(counts.schoolCode);
      const review = termReviewOn(parseIsoDate(today), policy, calendarOf(policy));
      const { pendingTransfers, failedVerifications, withoutClass, duplicateStatuses } = counts;
      const open = pendingTransfers + failedVerifications + withoutClass + duplicateStatuses;
      return {
        ...counts,
        term: review?.term ?? null,
        dueOn: review?.dueOn ?? null,
        state: review && termReviewState(open, review, today),
      };
    }),
  );
  return connectionOf(reviews, limit, ({ schoolCode }) => [schoolCode], null);
}
