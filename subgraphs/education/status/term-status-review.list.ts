import { sql } from 'kysely';
import { ON_THE_ROLL } from '../../../policies/current-status.js';
import { dayInShanghai, parseIsoDate } from '../../../policies/iso-date.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { connectionOf, pageRequest, type Connection, type PageArgs } from '../../_kit/schema/connection.js';
import { calendarOf, type SchoolPolicies } from '../school/school-policy.js';
import { schoolWithinReach } from '../school/school-reach.js';
import { idsOfChild } from './ids-of-child.js';
import { termReviewOn, termReviewState, type TermReviewState } from './term-status-review.js';

/** What the status records of one school still owe this term's review. */
export interface TermStatusReview {
  readonly schoolCode: string;
  /** Null where no policy gives the terms' dates. */
  readonly term: string | null;
  readonly dueOn: string | null;
  readonly state: TermReviewState | null;
  /** Each null unless the student status is loaded as of a day of the term. */
  readonly pendingTransfers: number | null;
  readonly failedVerifications: number | null;
  readonly withoutClass: number | null;
  readonly duplicateStatuses: number | null;
}

interface Counts {
  readonly pendingTransfers: number;
  readonly failedVerifications: number;
  readonly withoutClass: number;
  readonly duplicateStatuses: number;
}

const NOT_KNOWN = {
  pendingTransfers: null,
  failedVerifications: null,
  withoutClass: null,
  duplicateStatuses: null,
};

/** Every school within reach, in order of code; counts are of the whole school, whoever asks. */
export async function listTermStatusReviews(
  { caller, today, overAllRows, registers }: LoaderContext,
  policyOf: SchoolPolicies,
  page: PageArgs,
): Promise<Connection<TermStatusReview>> {
  const { limit, after } = pageRequest(page, ['text']);
  const { rows } = await overAllRows((db) =>
    sql<Counts & { readonly schoolCode: string }>`
      select school.code as "schoolCode",
        (select count(*)::int from status_change change
          where change.kind in ('TRANSFERRED_OUT', 'TRANSFERRED_IN') and change.completed_on is null
            and school.code in (change.from_school_code, change.to_school_code)) as "pendingTransfers",
        roll.failed as "failedVerifications", roll.without_class as "withoutClass", roll.twice as "duplicateStatuses"
      from school cross join lateral (
        select count(*) filter (where own.id_verification = 'FAILED')::int as failed,
          count(*) filter (where own.class_code is null)::int as without_class,
          count(*) filter (where exists (select from student_status other
            where other.student_id = any(${idsOfChild(sql.ref('own.student_id'))}) and other.id <> own.id and other.status = any(${ON_THE_ROLL}::text[])))::int as twice
        from student_status own where own.school_code = school.code and own.status = any(${ON_THE_ROLL}::text[])) roll
      where ${schoolWithinReach(caller)} and school.code > ${String(after?.[0] ?? '')}
      order by school.code limit ${limit + 1}`.execute(db),
  );
  const asOf = (await registers()).get('STUDENT_STATUS')?.asOf;
  const recordsOf = asOf ? dayInShanghai(asOf) : null;
  const reviews = await Promise.all(
    rows.map(async ({ schoolCode, ...counts }): Promise<TermStatusReview> => {
      const policy = await policyOf(schoolCode);
      const review = termReviewOn(parseIsoDate(today), policy, calendarOf(policy));
      const { term = null, dueOn = null } = review ?? {};
      // Records of last term say nothing of what this one left open.
      if (recordsOf === null || (review && recordsOf < review.startsOn))
        return { schoolCode, term, dueOn, state: review && 'UNKNOWN', ...NOT_KNOWN };
      return {
        schoolCode,
        term,
        dueOn,
        state: review && termReviewState(openIn(counts), review, today),
        ...counts,
      };
    }),
  );
  return connectionOf(reviews, limit, ({ schoolCode }) => [schoolCode], null);
}

function openIn({ pendingTransfers, failedVerifications, withoutClass, duplicateStatuses }: Counts): number {
  return pendingTransfers + failedVerifications + withoutClass + duplicateStatuses;
}
