import { sql, type RawBuilder } from 'kysely';
import { dayInShanghai, type IsoDate } from '../../../policies/iso-date.js';
import type { PolicyLibrary } from '../../../policies/resolve-policy.js';
import type { Register } from '../../_kit/register/register.entity.js';
import type { EnumValue } from '../../_kit/schema/label.js';
import { TO_BE_SEEN } from '../casework/open-episode.js';
import type { CaseOutcomeEnum } from './indicator.enums.js';

export type CaseOutcome = EnumValue<typeof CaseOutcomeEnum>;

/** Up to which day cases are looked at, and how long a suspicion may wait for somebody to go and see. */
export interface CaseCutOff {
  readonly day: IsoDate;
  readonly verifyWithinDays: number;
}

/**
 * The register's own day and the policy of that day, whichever day's targets are asked for: figures of two days asked
 * one after the other would else tell whose time ran out between.
 */
export function caseCutOff(
  policies: PolicyLibrary,
  { division, asOf }: Pick<Register, 'division' | 'asOf'>,
): CaseCutOff {
  const day = dayInShanghai(asOf);
  return { day, verifyWithinDays: policies.policyFor(division, day).verification.townshipDays.value };
}

/**
 * What became of the latest case of each child by the cut-off day, in two columns. `verification`: of a suspicion that
 * somebody has to go and see, whether that was done in time; null while there still is time, and for a child who was back
 * before it ran out, of whom nothing was left to see. `comeback`: of a confirmed dropout, whether the child is back.
 */
export function outcomesOfCases({ day, verifyWithinDays }: CaseCutOff): RawBuilder<unknown> {
  return sql`
    select distinct on (student_id) student_id,
      case
        when not basis = any(${[...TO_BE_SEEN]}::text[]) then null
        when verified_on <= least(opened_on + ${verifyWithinDays}::int, ${day}::date) then 'VERIFIED_IN_TIME'
        when least(returned_on, closed_on) <= least(opened_on + ${verifyWithinDays}::int, ${day}::date) then null
        when opened_on + ${verifyWithinDays}::int < ${day}::date then 'NOT_VERIFIED_IN_TIME'
      end as verification,
      case
        when confirmed_on <= ${day}::date then
          case when returned_on <= ${day}::date then 'RETURNED' else 'NOT_RETURNED' end
      end as comeback
    from dropout_case where opened_on <= ${day}::date
    order by student_id, opened_on desc, id desc`;
}

/** Whether one of them became of the latest case of a child. */
export function hasCaseOutcome(
  studentId: RawBuilder<unknown>,
  outcomes: readonly CaseOutcome[],
  cutOff: CaseCutOff,
): RawBuilder<boolean> {
  return sql<boolean>`exists (select from (${outcomesOfCases(cutOff)}) outcome
    where outcome.student_id = ${studentId} and array[verification, comeback] && ${[...outcomes]}::text[])`;
}
