import { dayNumber, isoOf } from '../day-numbers.js';
import type { CivilAffairsView, ReliefPayment } from '../views.js';
import { keyIn, type Writing } from './writer.js';

/** Months before the current one that the register still shows. */
const MONTHS_SHOWN = 3;

type Entitlements = Pick<
  CivilAffairsView,
  'subsistenceAllowances' | 'extremePovertySupport' | 'orphan' | 'deFactoUnattended'
>;

/**
 * Payments of the last full months. A subsistence allowance is paid to the household: the eldest child carries it,
 * so that sums over children count it once.
 */
export function reliefPayments(writing: Writing, entitlements: Entitlements): ReliefPayment[] {
  const { world, family, child } = writing;
  const asOf = isoOf(world.calendar.asOf);
  const entitled: [ReliefPayment['kind'], number][] = [];
  const allowance = entitlements.subsistenceAllowances.at(-1);
  const eldest = family.children.reduce(
    (first, each) => (each.birthDay < first.birthDay ? each : first),
    child,
  );
  const carriesAllowance = family.isShowcase ? child.slot === 0 : eldest.slot === child.slot;
  if (allowance && carriesAllowance) entitled.push(['SUBSISTENCE_ALLOWANCE', allowance.monthlyAmountYuan]);
  if (entitlements.extremePovertySupport) {
    entitled.push(['EXTREME_POVERTY', entitlements.extremePovertySupport.monthlyAmountYuan]);
  }
  if (entitlements.orphan) entitled.push(['ORPHAN', entitlements.orphan.monthlyAmountYuan]);
  if (entitlements.deFactoUnattended) {
    entitled.push(['DE_FACTO_UNATTENDED', entitlements.deFactoUnattended.monthlyAmountYuan]);
  }
  const thisMonth = Number(asOf.slice(0, 4)) * 12 + Number(asOf.slice(5, 7)) - 1;
  return entitled.flatMap(([kind, amountYuan], index) =>
    Array.from({ length: MONTHS_SHOWN }, (_, back) => {
      const month = thisMonth - MONTHS_SHOWN + back;
      const [year, monthOfYear] = [Math.floor(month / 12), (month % 12) + 1];
      return {
        sourceKey: keyIn('civil-affairs', writing, 1 + index * MONTHS_SHOWN + back),
        kind,
        month: `${year}-${String(monthOfYear).padStart(2, '0')}`,
        amountYuan,
        paidOn: isoOf(dayNumber(year, monthOfYear, 10)),
      };
    }),
  );
}
