import { parseIsoDate } from '../../../policies/iso-date.js';
import type { ResolvedPolicy } from '../../../policies/resolve-policy.js';
import { planVisits, type VisitPlan } from '../../../policies/visit-plan.js';

export interface VerifiedRecord {
  /** Null where the register does not say since when. */
  readonly startedOn: string | null;
  readonly endedOn?: string | null | undefined;
  readonly divisionCode: string;
  /** Of a left-behind child: a visit to the home is a check of the record. */
  readonly lastVisitedOn?: string | undefined;
}

export interface VerificationPlan extends VisitPlan {
  /** YYYY-MM-DD; null when nobody has checked since the record began. */
  readonly lastVerifiedOn: string | null;
}

/**
 * When a record of a special group is to be checked again (逐一核查; 昌市政办发〔2020〕16号): so many days after the last
 * check, or after its first day where there was none. Where neither is known, nobody can say.
 * @param verifiedOn YYYY-MM-DD of the last check that somebody recorded
 * @returns null for a record that holds no more
 */
export function verificationPlan(
  record: VerifiedRecord,
  verifiedOn: string | null,
  { verifyEveryDays }: Pick<ResolvedPolicy['care'], 'verifyEveryDays'>,
  today: string,
): VerificationPlan | null {
  if (record.endedOn != null && record.endedOn < today) return null;
  const [last = null] = [verifiedOn, record.lastVisitedOn]
    .filter((day) => day != null)
    .toSorted()
    .toReversed();
  const since = record.startedOn ?? last;
  if (since === null)
    return { everyDays: verifyEveryDays.value, dueOn: null, isOverdue: null, lastVerifiedOn: null };
  const plan = planVisits({
    since: parseIsoDate(since),
    last: last === null ? null : parseIsoDate(last),
    everyDays: verifyEveryDays.value,
    today: parseIsoDate(today),
  });
  return { ...plan, lastVerifiedOn: last };
}
