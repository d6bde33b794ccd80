import { addDays, type IsoDate } from '../../../policies/iso-date.js';
import { isReason } from '../../_kit/command/reason.js';
import type { Body } from '../casework/body.enums.js';
import { OUTSIDE_BODIES, type IssuingBody } from './issuing-body.js';
import type { NextOrder } from './next-order.js';
import type { IssueOrderCode } from './order.enums.js';

export interface WantedOrder {
  readonly step: string;
  readonly issuedBy: Body;
  readonly dueOn: string;
  readonly basis: string;
  readonly documentNumber?: string | null | undefined;
}

export interface OrderRules {
  readonly today: IsoDate;
  readonly next: NextOrder;
  /** As whom the caller may issue. */
  readonly bodies: readonly IssuingBody[];
  readonly limits: { readonly minimumDays: number; readonly maximumDays: number };
  /** An enrolment notice may leave the time until the term, however long. */
  readonly autumnStart: IsoDate | null;
}

export interface OrderFault {
  readonly code: IssueOrderCode;
  readonly field: string;
}

/** Everything that keeps an order from being issued. */
export function faultsOfOrder(wanted: WantedOrder, rules: OrderRules): OrderFault[] {
  const { step, issuedBy, basis, documentNumber } = wanted;
  const { next, bodies } = rules;
  const faults: OrderFault[] = [];
  if (next.state === 'UNKNOWN') faults.push({ code: 'NOT_KNOWN', field: 'caseNumber' });
  else if (next.state !== 'DUE') faults.push({ code: 'NOTHING_DUE', field: 'caseNumber' });
  else if (next.step !== step) faults.push({ code: 'NOT_NEXT_STEP', field: 'step' });
  else if (!next.issuers.includes(issuedBy)) faults.push({ code: 'NOT_ISSUER', field: 'issuedBy' });
  if (!bodies.some(({ body }) => body === issuedBy) && !faults.some(({ code }) => code === 'NOT_ISSUER'))
    faults.push({ code: 'NOT_ISSUER', field: 'issuedBy' });
  if (!isWithinLimits(wanted, rules)) faults.push({ code: 'DUE_DATE_INVALID', field: 'dueOn' });
  if (!isReason(basis)) faults.push({ code: 'TEXT_INVALID', field: 'basis' });
  const isOutside = OUTSIDE_BODIES.has(issuedBy);
  if (isOutside && !documentNumber?.trim()) faults.push({ code: 'NUMBER_REQUIRED', field: 'documentNumber' });
  if (isOutside && documentNumber != null && !isDocumentNumber(documentNumber.trim()))
    faults.push({ code: 'TEXT_INVALID', field: 'documentNumber' });
  if (!isOutside && documentNumber != null)
    faults.push({ code: 'NUMBER_NOT_ALLOWED', field: 'documentNumber' });
  return faults;
}

function isWithinLimits({ step, dueOn }: WantedOrder, { today, limits, autumnStart }: OrderRules): boolean {
  const earliest = addDays(today, limits.minimumDays);
  const latest = addDays(today, limits.maximumDays);
  if (step === 'ENROLMENT_NOTICE' && autumnStart && dueOn === autumnStart && today < autumnStart) return true;
  return earliest <= dueOn && dueOn <= latest;
}

/** Words and number of a document, never a person's number. */
function isDocumentNumber(text: string): boolean {
  return [...text].length <= 60 && !/\d{7,}/.test(text);
}
