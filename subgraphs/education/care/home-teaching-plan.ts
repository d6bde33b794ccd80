import { parseIsoDate } from '../../../policies/iso-date.js';
import type { ResolvedPolicy } from '../../../policies/resolve-policy.js';
import { planTeaching, type VisitPlan } from '../../../policies/visit-plan.js';
import { calendarOf } from '../school/school-policy.js';
import type { EducationPlacement } from './education-placement.entity.js';

/**
 * Visits owed to a child taught at home.
 * @param policy in force where its school stands
 * @param lastVisitedOn YYYY-MM-DD
 */
export function planHomeTeaching(
  policy: ResolvedPolicy,
  { decidedOn }: Pick<EducationPlacement, 'decidedOn'>,
  lastVisitedOn: string | null,
  today: string,
): VisitPlan {
  const visits = {
    since: parseIsoDate(decidedOn),
    last: lastVisitedOn === null ? null : parseIsoDate(lastVisitedOn),
    everyDays: policy.disability.homeTeachingEveryDays.value,
    today: parseIsoDate(today),
  };
  return planTeaching(visits, calendarOf(policy));
}
