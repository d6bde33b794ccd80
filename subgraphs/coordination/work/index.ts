import type { LoaderContext } from '../../_kit/request-context.js';
import type { WorkSource } from '../../_kit/work/work-source.js';
import type { OrderSources } from '../orders/order-sources.js';
import { absenceReferrals } from './absence-referrals.js';
import { calendarWork } from './calendar.js';
import { decisions } from './decisions.js';
import { fieldwork } from './fieldwork.js';
import { referrals } from './referrals.js';
import { repairs } from './repairs.js';

/** What the casework, the comparison and the calendar give to the caller's office to do. */
export function coordinationWork(
  sources: Pick<OrderSources, 'nextOrderOf'>,
  context: LoaderContext,
): readonly WorkSource[] {
  return [
    ...fieldwork(context),
    ...decisions(context, sources),
    ...repairs(context),
    ...absenceReferrals(context),
    ...referrals(context),
    ...calendarWork(context),
  ];
}
