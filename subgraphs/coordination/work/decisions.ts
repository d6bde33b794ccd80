import { sql } from 'kysely';
import type { LoaderContext } from '../../_kit/request-context.js';
import { eachWithinReach } from '../../_kit/student/jurisdiction.js';
import type { WorkSource } from '../../_kit/work/work-source.js';
import { workOfFound } from '../../_kit/work/work-of-found.js';
import { workOfRows } from '../../_kit/work/work-of-rows.js';
import { selectRows } from '../../_kit/select-rows.js';
import { DropoutCaseEntity } from '../casework/dropout-case.entity.js';
import { issuingBodies } from '../orders/issuing-body.js';
import type { OrderSources } from '../orders/order-sources.js';
import { COORDINATION_SCOPES } from '../scopes.js';

/** What a person has to decide: matches, the next order of a case, and aid for those who are eligible. */
export function decisions(
  context: LoaderContext,
  { nextOrderOf }: Pick<OrderSources, 'nextOrderOf'>,
): readonly WorkSource[] {
  const { em, caller, today } = context;
  const within = (column: string) => eachWithinReach(caller, sql.ref(column), today);
  return [
    {
      kind: 'DECIDE_MATCH',
      scope: COORDINATION_SCOPES.decideMatches,
      holds: 'SCHOOLING',
      registers: ['SCHOOL_AGE_REGISTER'],
      list: 'matchSuggestions',
      read: (limit) =>
        workOfRows(
          context,
          {
            from: sql`match_suggestion suggested`,
            where: sql`state = 'OPEN' and ${within('suggested.member_id')}`,
            subject: sql`suggested.member_id`,
            studentId: sql`suggested.member_id`,
          },
          limit,
        ),
    },
    {
      kind: 'ISSUE_ORDER',
      scope: COORDINATION_SCOPES.issueOrders,
      holds: 'CASEWORK',
      registers: ['CASEWORK'],
      list: 'cases',
      async read(limit) {
        const cases = await selectRows(em, DropoutCaseEntity)
          .where(sql<boolean>`closed_on is null and returned_on is null`)
          .where(within('dropout_case.student_id'))
          .execute();
        const own = cases
          .map((dropout) => ({ dropout, as: issuingBodies(caller, dropout) }))
          .filter(({ as }) => as.length > 0);
        const next = await Promise.all(own.map(({ dropout }) => nextOrderOf(dropout)));
        const due = own.filter(({ as }, index) => {
          const step = next[index];
          return step?.state === 'DUE' && as.some(({ body }) => step.issuers.includes(body));
        });
        return workOfFound(
          // No rule gives a day by which a step that is due has to be taken.
          due.map(({ dropout: { caseNumber, studentId } }) => ({
            subject: caseNumber,
            studentId,
            dueOn: null,
          })),
          { today, limit },
        );
      },
    },
    ...(AIDING.has(caller.agency)
      ? [
          {
            kind: 'GRANT_AID',
            scope: COORDINATION_SCOPES.readAidMatches,
            holds: 'SCHOOLING',
            registers: ['AID_MATCHING'],
            list: 'aidMatches',
            read: (limit) =>
              workOfRows(
                context,
                {
                  from: sql`aid_match found`,
                  where: sql`verdict = 'ELIGIBLE_NOT_AIDED' and ${isOfAgency(caller.agency)}
                    and ${within('found.student_id')}`,
                  subject: sql`found.programme`,
                  studentId: sql`found.student_id`,
                },
                limit,
              ),
          } satisfies WorkSource,
        ]
      : []),
  ];
}

/** Education grants student aid; the others see that whom their own register makes eligible gets it (应助尽助). */
const AIDING: ReadonlySet<string> = new Set(['education', 'poverty', 'civil-affairs', 'disability']);

const isOfAgency = (agency: string) =>
  agency === 'education'
    ? sql`true`
    : sql`exists (select from jsonb_array_elements(found.facts) fact where fact ->> 'agency' = ${agency})`;
