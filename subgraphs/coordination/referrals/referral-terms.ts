import { parseIsoDate } from '../../../policies/iso-date.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { countyOf } from '../comparison/run/request-run.js';
import type { ReferralTerms } from './referral-course.js';

/** Days that the county's policy of today gives. */
export async function readReferralTerms({
  db,
  policies,
  today,
}: Pick<LoaderContext, 'db' | 'policies' | 'today'>): Promise<ReferralTerms> {
  const { referrals } = policies.policyFor(await countyOf(db), parseIsoDate(today));
  return {
    answerDays: referrals.answerDays.value,
    remindDaysBefore: referrals.remindDaysBefore.value,
    escalateEachDays: referrals.escalateEachDays.value,
  };
}
