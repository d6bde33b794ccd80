import { addDays, parseIsoDate, type IsoDate } from '../../../policies/iso-date.js';
import { policyClause, type ResolvedPolicy } from '../../../policies/resolve-policy.js';
import type { HeldItem, HoldAdviceState } from './hold.enums.js';
import type { NextOrder, OrderFacts } from './next-order.js';

/** Whether an order stands unresolved (四不办理): an answer to a question, never a block. */
export interface HoldAdvice {
  readonly state: HoldAdviceState;
  /** First day past the order's time limit. */
  readonly since: string | null;
  readonly orderNumber: string | null;
  /** What the policy lets be asked about; the child's own aid is never among it. */
  readonly items: readonly HeldItem[];
  readonly clause: string | null;
}

export interface HoldQuestion {
  readonly today: IsoDate;
  readonly policy: ResolvedPolicy['administrativeHolds'];
  readonly next: NextOrder;
  readonly orders: readonly OrderFacts[];
}

const ORDERS = new Set(['RETURN_ORDER', 'RECTIFICATION_ORDER']);
/** What leaves an order standing although it isn't obeyed. */
const STILL_STANDING: ReadonlySet<NextOrder['reason']> = new Set([
  'PRECEDING_NOT_OBEYED',
  'TIME_RUNNING',
  'NOT_SERVED',
  'SERVED_TOO_LATE',
  'LADDER_EXHAUSTED',
]);

export function adviceOf({ today, policy, next, orders }: HoldQuestion): HoldAdvice {
  const none = { since: null, orderNumber: null, items: [], clause: null };
  if (!policy.advisoryQuery.value) return { ...none, state: 'OFF' };
  const asked = { ...none, items: policy.items.value, clause: policyClause(policy.advisoryQuery) };
  if (next.state === 'UNKNOWN') return { ...asked, state: 'UNKNOWN' };
  const [earliest] = orders
    .filter(
      ({ step, withdrawnOn, compliedOn }) => ORDERS.has(step) && withdrawnOn === null && compliedOn === null,
    )
    .filter(({ servedOn, dueOn }) => servedOn !== null && servedOn <= dueOn && dueOn < today)
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  if (!earliest || !STILL_STANDING.has(next.reason)) return { ...asked, state: 'NO_OPEN_ORDER' };
  const { orderNumber, dueOn } = earliest;
  return { ...asked, state: 'ORDER_STANDS_OPEN', since: addDays(parseIsoDate(dueOn), 1), orderNumber };
}
