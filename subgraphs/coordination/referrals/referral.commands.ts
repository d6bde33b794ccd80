import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { addDays, parseIsoDate } from '../../../policies/iso-date.js';
import { advanceRegister, changeOf } from '../../_kit/changes/advance-register.js';
import { runOnce } from '../../_kit/command/run-once.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { carries } from '../casework/who-carries.js';
import { seesTo } from './receiving-bodies.js';
import { isAmong, ownOffices } from './referral-bodies.js';
import { changeReferral, payloadOf, refusal } from './referral-change.js';
import { findOpenCase, isOpenAlready, officeFor } from './referral-facts.js';
import { ReferralEntity } from './referral.entity.js';
import type {
  AcceptReferralInput,
  AnswerReferralInput,
  RefuseReferralInput,
  SendReferralInput,
  WithdrawReferralInput,
} from './referral.input.js';
import { readReferralTerms } from './referral-terms.js';
import type { ReferralPayload } from './referral.type.js';

/** Hands a child's matter to another body, in the name of the caller's own office. */
export async function sendReferral(
  context: LoaderContext,
  input: SendReferralInput,
): Promise<ReferralPayload> {
  const { em, db, caller, today } = context;
  const outcome = await runOnce(context, { name: 'sendReferral', input }, async () => {
    const { studentId, toBody, reason, caseNumber = null } = input;
    const [from] = ownOffices(caller);
    if (!from) return refusal('NO_BODY', 'studentId');
    const child = await context.students.load(studentId);
    if (!child) return refusal('CHILD_NOT_FOUND', 'studentId');
    if (!seesTo(toBody, reason)) return refusal('RECEIVER_INVALID', 'toBody');
    const to = await officeFor(db, child, toBody);
    if (!to) return refusal('PLACE_UNKNOWN', 'toBody');
    if (isAmong(ownOffices(caller), toBody, to.code)) return refusal('TO_ITSELF', 'toBody');
    if (caseNumber !== null) {
      const dropout = await findOpenCase(db, child, caseNumber);
      if (!dropout) return refusal('CASE_NOT_FOUND', 'caseNumber');
      if (!carries(caller, dropout)) return refusal('OTHER_TOWNSHIP', 'caseNumber');
    }
    await sql`select pg_advisory_xact_lock(hashtext('referral'), hashtext(${child.id}))`.execute(db);
    if (await isOpenAlready(db, child, to, reason)) return refusal('OPEN_ALREADY', 'reason');
    const { answerDays } = await readReferralTerms(context);
    const referralNumber = `ZB${randomUUID()}`;
    await em.insert(ReferralEntity, {
      studentId: child.id,
      referralNumber,
      caseNumber,
      fromBody: from.body,
      fromCode: from.code,
      toBody,
      toCode: to.code,
      reason,
      sentOn: today,
      dueOn: addDays(parseIsoDate(today), answerDays),
      sentBy: caller.subject,
    });
    await advanceRegister(context, 'CASEWORK', changeOf(child.id, today));
    return { referralNumber, errors: [] };
  });
  return payloadOf(context, outcome);
}

export function acceptReferral(context: LoaderContext, input: AcceptReferralInput): Promise<ReferralPayload> {
  const { caller, today } = context;
  return changeReferral(
    context,
    { name: 'acceptReferral', input },
    { by: 'RECEIVER', from: ['SENT'], fact: { acceptedOn: today, acceptedBy: caller.subject } },
  );
}

/** Sends it back; what a body has accepted is its own to answer. */
export function refuseReferral(context: LoaderContext, input: RefuseReferralInput): Promise<ReferralPayload> {
  const { caller, today } = context;
  const fact = { refusedOn: today, refusalReason: input.reason, endedBy: caller.subject };
  return changeReferral(context, { name: 'refuseReferral', input }, { by: 'RECEIVER', from: ['SENT'], fact });
}

/** Answers it, whether it was accepted before or not. */
export function answerReferral(context: LoaderContext, input: AnswerReferralInput): Promise<ReferralPayload> {
  const { caller, today } = context;
  const fact = { answeredOn: today, outcome: input.outcome, endedBy: caller.subject };
  return changeReferral(
    context,
    { name: 'answerReferral', input },
    { by: 'RECEIVER', from: ['SENT', 'ACCEPTED'], fact },
  );
}

export function withdrawReferral(
  context: LoaderContext,
  input: WithdrawReferralInput,
): Promise<ReferralPayload> {
  const { caller, today } = context;
  return changeReferral(
    context,
    { name: 'withdrawReferral', input },
    {
      by: 'SENDER',
      from: ['SENT', 'ACCEPTED'],
      fact: { withdrawnOn: today, endedBy: caller.subject },
    },
  );
}
