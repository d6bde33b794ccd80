import { addDays, type IsoDate } from '../../../policies/iso-date.js';
import type { ResolvedPolicy } from '../../../policies/resolve-policy.js';
import { academicYearOf, createSchoolCalendar } from '../../../policies/school-calendar.js';

/** A month ahead, so that the notice of the coming term is thought of before it begins. */
const LOOK_AHEAD_DAYS = 31;

/** Start of the autumn term that is under way or about to begin; null while its dates aren't announced. */
export function autumnStartOf(policy: ResolvedPolicy, today: IsoDate): IsoDate | null {
  const year = academicYearOf(addDays(today, LOOK_AHEAD_DAYS));
  const { terms } = createSchoolCalendar(policy);
  const autumn = terms.find(({ academicYear, season }) => academicYear === year && season === 'AUTUMN');
  return autumn?.start ?? null;
}
