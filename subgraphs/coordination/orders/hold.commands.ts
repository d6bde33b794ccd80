import { sql } from 'kysely';
import { advanceRegister, changeOf } from '../../_kit/changes/advance-register.js';
import { isReason } from '../../_kit/command/reason.js';
import { runOnce } from '../../_kit/command/run-once.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { mutationError } from '../../_kit/schema/mutation-error.js';
import { selectRows } from '../../_kit/select-rows.js';
import { studentWithinReach } from '../../_kit/student/jurisdiction.js';
import { lockCase } from './find-case.js';
import { HoldDecisionEntity } from './hold-decision.entity.js';
import {
  DecideHoldErrorEnum,
  ReviewHoldErrorEnum,
  type DecideHoldCode,
  type ReviewHoldCode,
} from './hold.enums.js';
import type { DecideHoldInput, HoldPayload, ReviewHoldInput } from './hold.type.js';
import type { OrderSources } from './order-sources.js';

/** Records what a person decided; it has no effect on any register, and none at all before a second one confirms it. */
export function decideHold(
  context: LoaderContext,
  { holdAdviceOf }: OrderSources,
  input: DecideHoldInput,
): Promise<HoldPayload<DecideHoldCode>> {
  return runOnce(context, { name: 'decideAdministrativeHold', input }, async () => {
    const refuse = (code: DecideHoldCode, field: string) => ({
      isRecorded: false,
      errors: [mutationError(DecideHoldErrorEnum, code, field)],
    });
    const { caseNumber, item, decision, basis } = input;
    if (!isReason(basis)) return refuse('TEXT_INVALID', 'basis');
    const dropout = await lockCase(context, caseNumber);
    if (!dropout) return refuse('CASE_NOT_FOUND', 'caseNumber');
    const { state, orderNumber, items } = await holdAdviceOf(dropout);
    if (state === 'OFF') return refuse('POLICY_OFF', 'caseNumber');
    if (state !== 'ORDER_STANDS_OPEN' || orderNumber === null) return refuse('NO_OPEN_ORDER', 'caseNumber');
    if (!items.includes(item)) return refuse('ITEM_NOT_LISTED', 'item');
    await context.em.insert(HoldDecisionEntity, {
      studentId: dropout.studentId,
      caseNumber,
      orderNumber,
      item,
      decision,
      basis: basis.trim(),
      decidedBy: context.caller.subject,
      decidedOn: context.today,
      isConfirmed: null,
      reviewBasis: null,
      reviewedBy: null,
      reviewedOn: null,
    });
    await advanceRegister(context, 'CASEWORK', changeOf(dropout.studentId));
    return { isRecorded: true, errors: [] };
  });
}

export function reviewHold(
  context: LoaderContext,
  input: ReviewHoldInput,
): Promise<HoldPayload<ReviewHoldCode>> {
  return runOnce(context, { name: 'reviewAdministrativeHold', input }, async () => {
    const { em, caller, today } = context;
    const refuse = (code: ReviewHoldCode, field: string) => ({
      isRecorded: false,
      errors: [mutationError(ReviewHoldErrorEnum, code, field)],
    });
    const { decisionId, isConfirmed, basis } = input;
    if (!isReason(basis)) return refuse('TEXT_INVALID', 'basis');
    if (!/^\d{1,18}$/.test(decisionId)) return refuse('NOT_FOUND', 'decisionId');
    const decided = await selectRows(em, HoldDecisionEntity)
      .where('id', '=', decisionId)
      .where(studentWithinReach(caller, sql.ref('administrative_hold_decision.student_id'), today))
      .forUpdate()
      .executeTakeFirst();
    if (!decided) return refuse('NOT_FOUND', 'decisionId');
    if (decided.isConfirmed !== null) return refuse('ALREADY_REVIEWED', 'decisionId');
    if (decided.decidedBy === caller.subject) return refuse('SAME_PERSON', 'decisionId');
    const review = { isConfirmed, reviewBasis: basis.trim(), reviewedBy: caller.subject, reviewedOn: today };
    await em.nativeUpdate(HoldDecisionEntity, { id: decided.id }, review);
    await advanceRegister(context, 'CASEWORK', changeOf(decided.studentId));
    return { isRecorded: true, errors: [] };
  });
}
