import type { ChildLabourCaseErrorCode } from './case-commands.enums.js';
import type { ChildLabourDays } from './child-labour-state.js';

/** Why something can't be recorded, and the field of the input at fault. */
export type Refusal = readonly [code: ChildLabourCaseErrorCode, field: string];

/** Days as YYYY-MM-DD. */
export interface CaseDays extends ChildLabourDays {
  readonly foundOn: string;
  readonly transferredTo?: string | null;
}

/** @param today in Asia/Shanghai */
type Fault<Step> = (step: Step, found: CaseDays, today: string) => Refusal | null;

/** An order may be written down after the child is back, but was issued before. */
export const orderFault: Fault<{ readonly issuedOn: string; readonly returnDueOn: string }> = (
  { issuedOn, returnDueOn },
  { foundOn, orderIssuedOn, returnedOn },
  today,
) => {
  if (orderIssuedOn != null) return ['ALREADY_RECORDED', 'caseNumber'];
  const until = returnedOn ?? today;
  return (
    dayFault('issuedOn', issuedOn, { from: foundOn, until, today }) ??
    (returnDueOn < issuedOn ? ['RETURN_DUE_INVALID', 'returnDueOn'] : null)
  );
};

/** Who took a child home before an order was issued has returned it all the same. */
export const returnFault: Fault<{ readonly returnedOn: string }> = (step, found, today) =>
  found.returnedOn != null
    ? ['ALREADY_RECORDED', 'caseNumber']
    : dayFault('returnedOn', step.returnedOn, { from: found.orderIssuedOn ?? found.foundOn, today });

/** The school may be told while the child is still on its way. */
export const schoolContactFault: Fault<{ readonly contactedOn: string }> = ({ contactedOn }, found, today) =>
  found.schoolContactedOn != null
    ? ['ALREADY_RECORDED', 'caseNumber']
    : dayFault('contactedOn', contactedOn, { from: found.foundOn, until: found.enrolledOn, today });

export const enrolmentFault: Fault<{ readonly enrolledOn: string }> = (step, found, today) => {
  if (found.enrolledOn != null) return ['ALREADY_RECORDED', 'caseNumber'];
  if (found.returnedOn == null) return ['NOT_RETURNED', 'caseNumber'];
  return dayFault('enrolledOn', step.enrolledOn, { from: found.returnedOn, today });
};

export const transferFault: Fault<{ readonly on: string }> = ({ on }, found, today) =>
  found.transferredTo != null
    ? ['ALREADY_RECORDED', 'caseNumber']
    : dayFault('on', on, { from: found.foundOn, today });

interface Between {
  readonly from: string;
  /** Today by default. */
  readonly until?: string | null | undefined;
  readonly today: string;
}

function dayFault(field: string, day: string, { from, until, today }: Between): Refusal | null {
  if (day > today) return ['DATE_IN_FUTURE', field];
  return day < from || day > (until ?? today) ? ['DATE_OUT_OF_ORDER', field] : null;
}
