import { formatIsoDate, parseIsoDate, type IsoDate } from '../../../policies/iso-date.js';
import type { ResolvedPolicy } from '../../../policies/resolve-policy.js';
import { compulsoryBirthDates, entryAcademicYear } from '../../../policies/school-age.js';
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
 * Before its first school year there is no schooling to look at: until then nothing is owed, however long ago it moved.
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
    since: laterOf(parseIsoDate(movedOn), birthDate === null ? null : schoolingFrom(birthDate, policy)),
    last: last && parseIsoDate(last.followedOn),
    everyDays: policy.care.followRelocationEveryDays.value,
    today: day,
  });
  if (last?.schoolPlace !== 'NONE') return plan;
  const dueOn = parseIsoDate(last.followedOn);
  return { ...plan, dueOn, isOverdue: dueOn < day };
}

/** First day of the academic year in which the child is due in grade 1. */
function schoolingFrom(birthDate: string, policy: Pick<ResolvedPolicy, 'ages' | 'stages'>): IsoDate {
  return formatIsoDate({ year: entryAcademicYear(parseIsoDate(birthDate), policy), month: 9, day: 1 });
}

function laterOf(day: IsoDate, other: IsoDate | null): IsoDate {
  return other !== null && other > day ? other : day;
}
