import { isoOf, type DayNumber } from '../day-numbers.js';
import type { EnforcementOrder } from '../views.js';

type Step = readonly [EnforcementOrder['step'], EnforcementOrder['issuedBy'], number];
const RETURN_ORDER: Step = ['RETURN_ORDER', 'TOWNSHIP', 10];
const CRITICISM: Step = ['CRITICISM_EDUCATION', 'TOWNSHIP', 7];

/**
 * The ladder, each step with the body that takes it and the days that it leaves a family to obey (青政办发〔2018〕49号
 * 三（一）; the documents leave the limits to the issuer). Every plan lets the township take the steps before justice.
 */
const stepsOf = (criticisesBeforeOrders: boolean): readonly Step[] => [
  ...(criticisesBeforeOrders ? [CRITICISM, RETURN_ORDER] : [RETURN_ORDER, CRITICISM]),
  ['RECTIFICATION_ORDER', 'TOWNSHIP', 15],
  ['JUDICIAL_DOCUMENT', 'JUSTICE', 30],
];

/** The enrolment notice reaches a family this long before the term (义务教育法实施细则). */
const NOTICE_DAYS = 15;

export interface LadderQuestion {
  readonly asOf: DayNumber;
  readonly yearStart: DayNumber;
  readonly isNeverEnrolled: boolean;
  /** Day on which the family first refused; null while none has. */
  readonly refusedDay: DayNumber | null;
  readonly returnedDay: DayNumber | null;
  /** Changji's plan (昌市政办发〔2020〕16号 四（十二）) turns the first two steps round. */
  readonly criticisesBeforeOrders: boolean;
}

/** Notices and orders so far: a step follows when the one before it ran out, until the child is back. */
export function ordersOf(question: LadderQuestion): EnforcementOrder[] {
  const { asOf, yearStart, isNeverEnrolled, refusedDay, returnedDay, criticisesBeforeOrders } = question;
  const compliedOn = returnedDay === null ? null : isoOf(returnedDay);
  const orders: EnforcementOrder[] = [];
  const issue = (
    step: EnforcementOrder['step'],
    issuedBy: EnforcementOrder['issuedBy'],
    issuedDay: DayNumber,
    dueDay: DayNumber,
  ) =>
    orders.push({
      step,
      issuedBy,
      issuedOn: isoOf(issuedDay),
      dueOn: isoOf(dueDay),
      servedOn: isoOf(issuedDay),
      compliedOn,
    });
  if (isNeverEnrolled) issue('ENROLMENT_NOTICE', 'EDUCATION', yearStart - NOTICE_DAYS, yearStart);
  if (refusedDay === null) return orders;
  let issuedDay = refusedDay + 1;
  for (const [step, issuedBy, days] of stepsOf(criticisesBeforeOrders)) {
    if (issuedDay > asOf || (returnedDay !== null && issuedDay >= returnedDay)) break;
    issue(step, issuedBy, issuedDay, issuedDay + days);
    issuedDay += days + 1;
  }
  return orders;
}
