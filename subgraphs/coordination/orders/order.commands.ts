import { sql } from 'kysely';
import { addDays, parseIsoDate } from '../../../policies/iso-date.js';
import { advanceRegister, changeOf } from '../../_kit/changes/advance-register.js';
import { isReason } from '../../_kit/command/reason.js';
import { runOnce } from '../../_kit/command/run-once.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import type { LabelledEnum } from '../../_kit/schema/label.js';
import { mutationError } from '../../_kit/schema/mutation-error.js';
import { selectRows } from '../../_kit/select-rows.js';
import { studentWithinReach } from '../../_kit/student/jurisdiction.js';
import type { Body } from '../casework/body.enums.js';
import { EnforcementOrderEntity, type EnforcementOrder } from '../casework/enforcement-order.entity.js';
import { lockCase } from './find-case.js';
import { issuingBodies } from './issuing-body.js';
import { JustifiedReasonEntity } from './justified-reason.entity.js';
import {
  RecordComplianceErrorEnum,
  RecordJustifiedReasonErrorEnum,
  RecordServiceErrorEnum,
  WithdrawOrderErrorEnum,
  type RecordComplianceCode,
  type RecordJustifiedReasonCode,
  type RecordServiceCode,
  type WithdrawOrderCode,
} from './order.enums.js';
import type {
  RecordComplianceInput,
  RecordJustifiedReasonInput,
  RecordServiceInput,
  WithdrawOrderInput,
} from './order.input.js';
import type { OrderSources } from './order-sources.js';
import type { JustifiedReasonPayload, OrderPayload } from './order.payload.js';

type OrderFaultCode = 'NOT_FOUND' | 'NOT_ISSUER' | 'STALE_VERSION' | 'WITHDRAWN';

interface ChangeRequest {
  readonly orderNumber: string;
  readonly expectedVersion: number;
}

/**
 * An order that the caller's office may change, held until the mutation ends; else why not. Its case is held first, as
 * whoever issues the next order holds it: of two steps at once the second sees the first.
 */
async function takeOrder(
  context: LoaderContext,
  { orderNumber, expectedVersion }: ChangeRequest,
): Promise<EnforcementOrder | readonly [OrderFaultCode, string]> {
  const { em, caller, today } = context;
  const named = selectRows(em, EnforcementOrderEntity)
    .where(sql<boolean>`order_number = ${orderNumber}`)
    .where(studentWithinReach(caller, sql.ref('enforcement_order.student_id'), today));
  const found = await named.executeTakeFirst();
  if (found) await lockCase(context, found.caseNumber);
  const order = found && (await named.forUpdate().executeTakeFirst());
  if (!order) return ['NOT_FOUND', 'orderNumber'];
  const { townshipCode, issuerCode } = order;
  const isTheirs = issuingBodies(caller, { townshipCode }).some(
    ({ body, code }) => body === order.issuedBy && (issuerCode === null || issuerCode === code),
  );
  if (!isTheirs) return ['NOT_ISSUER', 'orderNumber'];
  if (order.withdrawnOn !== null) return ['WITHDRAWN', 'orderNumber'];
  return order.version === expectedVersion ? order : ['STALE_VERSION', 'expectedVersion'];
}

type Facts = Partial<
  Pick<
    EnforcementOrder,
    | 'servedOn'
    | 'serviceMethod'
    | 'receivedBy'
    | 'compliedOn'
    | 'complianceBasis'
    | 'withdrawnOn'
    | 'withdrawalReason'
  >
>;

async function changeOrder(context: LoaderContext, order: EnforcementOrder, facts: Facts) {
  const change = { ...facts, version: order.version + 1 };
  await context.em.nativeUpdate(EnforcementOrderEntity, { id: order.id }, change);
  await advanceRegister(context, 'CASEWORK', changeOf(order.studentId));
  return { order: { ...order, ...change }, errors: [] };
}

function refusal<Code extends string>(codes: LabelledEnum<Code>) {
  return (code: Code, field: string): OrderPayload<Code> => ({
    order: null,
    errors: [mutationError(codes, code, field)],
  });
}

/** Served like this, nobody takes the document. */
const WITHOUT_RECEIVER = new Set(['LEFT', 'PUBLIC_NOTICE']);

/** Proof of service (送达回证): how, when, and who took it. */
export function recordService(
  context: LoaderContext,
  input: RecordServiceInput,
): Promise<OrderPayload<RecordServiceCode>> {
  return runOnce(context, { name: 'recordService', input }, async () => {
    const refuse = refusal(RecordServiceErrorEnum);
    const { servedOn, serviceMethod, receivedBy = null } = input;
    const order = await takeOrder(context, input);
    if (!('id' in order)) return refuse(...order);
    if (order.servedOn !== null) return refuse('ALREADY_SERVED', 'orderNumber');
    if (servedOn < order.issuedOn || servedOn > context.today) return refuse('DATE_INVALID', 'servedOn');
    const isTaken = !WITHOUT_RECEIVER.has(serviceMethod);
    if (isTaken && receivedBy === null) return refuse('RECEIVER_REQUIRED', 'receivedBy');
    if (!isTaken && receivedBy !== null) return refuse('RECEIVER_NOT_ALLOWED', 'receivedBy');
    return changeOrder(context, order, { servedOn, serviceMethod, receivedBy });
  });
}

/** What no register can show, for example that the child went to a school elsewhere. */
export function recordCompliance(
  context: LoaderContext,
  { nextOrderOf }: OrderSources,
  input: RecordComplianceInput,
): Promise<OrderPayload<RecordComplianceCode>> {
  return runOnce(context, { name: 'recordCompliance', input }, async () => {
    const refuse = refusal(RecordComplianceErrorEnum);
    const { compliedOn, basis } = input;
    const order = await takeOrder(context, input);
    if (!('id' in order)) return refuse(...order);
    if (order.compliedOn !== null) return refuse('ALREADY_COMPLIED', 'orderNumber');
    if (compliedOn < order.issuedOn || compliedOn > context.today)
      return refuse('DATE_INVALID', 'compliedOn');
    if (!isReason(basis)) return refuse('TEXT_INVALID', 'basis');
    const dropout = await lockCase(context, order.caseNumber);
    if (dropout && (await nextOrderOf(dropout)).reason === 'RETURNED')
      return refuse('SEEN_BY_REGISTERS', 'compliedOn');
    return changeOrder(context, order, { compliedOn, complianceBasis: basis.trim() });
  });
}

/** A withdrawn order keeps its number, and the step may be taken anew. */
export function withdrawOrder(
  context: LoaderContext,
  input: WithdrawOrderInput,
): Promise<OrderPayload<WithdrawOrderCode>> {
  return runOnce(context, { name: 'withdrawOrder', input }, async () => {
    const refuse = refusal(WithdrawOrderErrorEnum);
    if (!isReason(input.reason)) return refuse('TEXT_INVALID', 'reason');
    const order = await takeOrder(context, input);
    if (!('id' in order)) return refuse(...order);
    const { rows: later } = await sql`
      select from enforcement_order
      where case_number = ${order.caseNumber} and id > ${order.id} and withdrawn_on is null`.execute(
      context.db,
    );
    if (later.length > 0) return refuse('LATER_ORDER_STANDS', 'orderNumber');
    return changeOrder(context, order, {
      withdrawnOn: context.today,
      withdrawalReason: input.reason.trim(),
    });
  });
}

const LONGEST_DAYS = 366;
const MAY_DECIDE: ReadonlySet<Body> = new Set(['TOWNSHIP', 'EDUCATION']);

/** 无正当理由 decides whether the ladder goes on: whoever found a reason says which and until when. */
export function recordJustifiedReason(
  context: LoaderContext,
  input: RecordJustifiedReasonInput,
): Promise<JustifiedReasonPayload> {
  return runOnce(context, { name: 'recordJustifiedReason', input }, async () => {
    const refuse = (code: RecordJustifiedReasonCode, field: string) => ({
      isRecorded: false,
      errors: [mutationError(RecordJustifiedReasonErrorEnum, code, field)],
    });
    const { caller, today, em } = context;
    const { kind, validFrom, validTo, basis } = input;
    if (!isReason(basis)) return refuse('TEXT_INVALID', 'basis');
    if (validFrom > today || validTo < today) return refuse('DATE_INVALID', 'validTo');
    if (validTo > addDays(parseIsoDate(today), LONGEST_DAYS)) return refuse('PERIOD_TOO_LONG', 'validTo');
    const dropout = await lockCase(context, input.caseNumber);
    // 义务教育法 art. 11: deferral and suspension are the township's or the bureau's to approve.
    if (!dropout || !issuingBodies(caller, dropout).some(({ body }) => MAY_DECIDE.has(body)))
      return refuse('CASE_NOT_FOUND', 'caseNumber');
    await em.insert(JustifiedReasonEntity, {
      studentId: dropout.studentId,
      caseNumber: dropout.caseNumber,
      kind,
      basis: basis.trim(),
      validFrom,
      validTo,
      recordedBy: caller.subject,
      recordedOn: today,
    });
    await advanceRegister(context, 'CASEWORK', changeOf(dropout.studentId));
    return { isRecorded: true, errors: [] };
  });
}
