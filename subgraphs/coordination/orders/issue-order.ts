import { sql } from 'kysely';
import { parseIsoDate, partsOf } from '../../../policies/iso-date.js';
import { advanceRegister, changeOf } from '../../_kit/changes/advance-register.js';
import { runOnce } from '../../_kit/command/run-once.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { mutationError } from '../../_kit/schema/mutation-error.js';
import { selectRows } from '../../_kit/select-rows.js';
import { EnforcementOrderEntity, type EnforcementOrder } from '../casework/enforcement-order.entity.js';
import { lockCase } from './find-case.js';
import { readIssuerNames } from './issuer-name.js';
import { issuingBodies, type IssuingBody } from './issuing-body.js';
import { isNeverEnrolled } from './next-order.js';
import { autumnStartOf } from './notice-term.js';
import { faultsOfOrder, type OrderFault } from './order-faults.js';
import { orderNumberOf, seriesOf, type OrderSeries } from './order-number.js';
import type { OrderSources } from './order-sources.js';
import { IssueOrderErrorEnum, type IssueOrderCode } from './order.enums.js';
import type { IssueOrderInput } from './order.input.js';
import type { OrderPayload } from './order.payload.js';

/** A person issues the step that is due on a case, as the body that the policy names for it. */
export function issueOrder(
  context: LoaderContext,
  { policyAt, nextOrderOf }: OrderSources,
  input: IssueOrderInput,
): Promise<OrderPayload<IssueOrderCode>> {
  return runOnce(context, { name: 'issueOrder', input }, async () => {
    const { caller } = context;
    const today = parseIsoDate(context.today);
    const dropout = await lockCase(context, input.caseNumber);
    if (!dropout) return refuse([{ code: 'CASE_NOT_FOUND', field: 'caseNumber' }]);
    const policy = policyAt(dropout.townshipCode);
    const bodies = issuingBodies(caller, dropout);
    const next = await nextOrderOf(dropout);
    const faults = faultsOfOrder(input, {
      today,
      next,
      bodies,
      limits: {
        minimumDays: policy.orderLimits.minimumDays.value,
        maximumDays: policy.orderLimits.maximumDays.value,
      },
      autumnStart: autumnStartOf(policy, today),
    });
    const issuer = bodies.find(({ body }) => body === input.issuedBy);
    if (faults.length > 0 || !issuer) return refuse(faults);
    const kind = isNeverEnrolled(dropout) ? 'ENROL' : 'RETURN';
    const row = {
      studentId: dropout.studentId,
      caseNumber: dropout.caseNumber,
      step: input.step,
      kind,
      issuedBy: input.issuedBy,
      townshipCode: dropout.townshipCode,
      issuedOn: today,
      dueOn: input.dueOn,
      issuerCode: issuer.code,
      basis: input.basis.trim(),
      clause: next.clause,
      decidedBy: caller.subject,
    } as const;
    const ownNumber = input.documentNumber?.trim();
    const order = ownNumber
      ? await insertOrder(context, { ...row, orderNumber: ownNumber })
      : await insertUnderNextNumber(context, row, issuer, partsOf(today).year);
    if (!order) return refuse([{ code: 'NUMBER_TAKEN', field: 'documentNumber' }]);
    await advanceRegister(context, 'CASEWORK', changeOf(dropout.studentId));
    return { order, errors: [] };
  });
}

function refuse(faults: readonly OrderFault[]): OrderPayload<IssueOrderCode> {
  return {
    order: null,
    errors: faults.map(({ code, field }) => mutationError(IssueOrderErrorEnum, code, field)),
  };
}

type UnnumberedOrder = Omit<NewOrder, 'orderNumber'> & Pick<OrderSeries, 'step' | 'kind'>;

/** A number that stands on a document already, for example one entered by hand, leaves no gap: the next one is taken. */
async function insertUnderNextNumber(
  context: LoaderContext,
  row: UnnumberedOrder,
  issuer: IssuingBody,
  year: number,
): Promise<EnforcementOrder> {
  for (;;) {
    const orderNumber = await takeNumber(context, issuer, { step: row.step, kind: row.kind, year });
    const order = await insertOrder(context, { ...row, orderNumber });
    if (order) return order;
  }
}

/** The row of the series is held until the transaction ends: nobody gets the next number before this one counts. */
async function takeNumber(
  { db }: LoaderContext,
  { body, code }: IssuingBody,
  part: Pick<OrderSeries, 'step' | 'kind' | 'year'>,
): Promise<string> {
  const [name] = await readIssuerNames(db, [code]);
  const series = { ...part, issuedBy: body, issuerName: name ?? code };
  const { rows } = await sql<{ lastNumber: number }>`
    insert into order_series (series, last_number) values (${seriesOf(series)}, 1)
    on conflict (series) do update set last_number = order_series.last_number + 1
    returning last_number as "lastNumber"`.execute(db);
  return orderNumberOf(series, rows[0]?.lastNumber ?? 0);
}

type NewOrder = Pick<
  EnforcementOrder,
  | 'studentId'
  | 'orderNumber'
  | 'caseNumber'
  | 'step'
  | 'kind'
  | 'issuedBy'
  | 'townshipCode'
  | 'issuedOn'
  | 'dueOn'
  | 'issuerCode'
  | 'basis'
  | 'clause'
  | 'decidedBy'
>;

/** @returns undefined when the number stands on another document, wherever that is */
async function insertOrder({ db, em }: LoaderContext, row: NewOrder): Promise<EnforcementOrder | undefined> {
  const { rows } = await sql`
    insert into enforcement_order (student_id, order_number, case_number, step, kind, issued_by, township_code,
      issued_on, due_on, issuer_code, basis, clause, decided_by, version)
    values (${row.studentId}, ${row.orderNumber}, ${row.caseNumber}, ${row.step}, ${row.kind}, ${row.issuedBy},
      ${row.townshipCode}, ${row.issuedOn}::date, ${row.dueOn}::date, ${row.issuerCode}, ${row.basis}, ${row.clause},
      ${row.decidedBy}, 1)
    on conflict (order_number) do nothing returning id`.execute(db);
  if (rows.length === 0) return undefined;
  return selectRows(em, EnforcementOrderEntity)
    .where(sql<boolean>`order_number = ${row.orderNumber}`)
    .executeTakeFirst();
}
