import { addDays } from '../../policies/iso-date.js';
import { ReferralEntity } from '../../subgraphs/coordination/referrals/referral.entity.js';
import type { DropoutCaseFacts } from '../views.js';
import { referralFor } from './case-plan.js';
import type { RowSink } from './row-sink.js';

/**
 * The referral that the reason of a case calls for, if any: sent by the leading group's office to a body of the county.
 * @param answerDays days of the county's policy within which a body answers
 */
export function writeReferral(
  studentId: string,
  caseNumber: string,
  referralNumber: string,
  { reason, openedOn, returnedOn }: DropoutCaseFacts,
  answerDays: number,
  sink: RowSink,
): void {
  const referral = referralFor(reason);
  if (!referral) return;
  sink.insert(ReferralEntity, {
    studentId,
    referralNumber,
    caseNumber,
    fromBody: 'COORDINATION',
    fromCode: null,
    ...referral,
    toCode: null,
    sentOn: openedOn,
    dueOn: addDays(openedOn, answerDays),
    acceptedOn: null,
    refusedOn: null,
    refusalReason: null,
    // A child who is back was found, and what kept it away was seen to.
    answeredOn: returnedOn,
    outcome: returnedOn ? 'TRUE_DEALT_WITH' : null,
    withdrawnOn: null,
    version: 1,
    sentBy: null,
    acceptedBy: null,
    endedBy: null,
  });
}
