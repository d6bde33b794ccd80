import { parseIsoDate } from '../../../policies/iso-date.js';
import type { ResolvedPolicy } from '../../../policies/resolve-policy.js';
import { compulsoryBirthDates } from '../../../policies/school-age.js';
import { academicYearOf } from '../../../policies/school-calendar.js';
import { planVisits, type VisitPlan } from '../../../policies/visit-plan.js';

export interface RelocatedChild {
  /** YYYY-MM-DD. */
  readonly movedOn: string;
  /** Null where the office does not say: somebody has to look. */
  readonly birthDate: string | null;
  /** The latest follow-up since the move; null where nobody has looked. */
  readonly last: { readonly followedOn: string; readonly schoolPlace: string } | null;
}

/**
 * When the office is to look again where a relocated child goes to school (搬迁户子女入学跟踪; 印府办发〔2020〕19号).
 * Whoever was found in no school stays due from that day on: what is followed is that the child has a place.
 * @param policy where the household lives now
 * @param today YYYY-MM-DD in Asia/Shanghai
 * @returns null for a child who is not of compulsory school age
 */
export function followUpPlan(
  { movedOn, birthDate, last }: RelocatedChild,
  policy: Pick<ResolvedPolicy, 'care' | 'ages' | 'stages'>,
  today: string,
): VisitPlan | null {
  const day = parseIsoDate(today);
  const { from, to } = compulsoryBirthDates(academicYearOf(day), policy);
  if (birthDate !== null && (birthDate < from || birthDate > to)) return null;
  const plan = planVisits({
    since: parseIsoDate(movedOn),
    last: last && parseIsoDate(last.followedOn),
    everyDays: policy.care.followRelocationEveryDays.value,
    today: day,
  });
  if (last?.schoolPlace !== 'NONE') return plan;
  const dueOn = parseIsoDate(last.followedOn);
  return { ...plan, dueOn, isOverdue: dueOn < day };
}
