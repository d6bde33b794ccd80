import { isSevere } from '../../policies/disability-severity.js';
import { parseIsoDate } from '../../policies/iso-date.js';
import type { ResolvedPolicy } from '../../policies/resolve-policy.js';
import { planVisits, type VisitPlan } from '../../policies/visit-plan.js';
import type { DisabilityCertificate } from './certificate.entity.js';
import type { PlacementRecommendation } from './placement-recommendation.entity.js';

/** Advice for a child that does not go to a school. */
export const AT_HOME: readonly string[] = ['HOME_TEACHING', 'NOT_ABLE_TO_STUDY'];

export interface HomeBoundChild {
  readonly certificate: Pick<
    DisabilityCertificate,
    'category' | 'components' | 'grade' | 'state' | 'expiresOn' | 'residenceDivisionCode'
  >;
  readonly recommendation: Pick<PlacementRecommendation, 'mode' | 'recommendedOn'>;
  /** YYYY-MM-DD. */
  readonly lastVisitedOn: string | null;
}

/**
 * Home medical visits are owed to severely disabled children (重度残疾学生送医上门; 印府办发〔2020〕19号) whom the federation
 * would have taught at home, or not taught.
 * @returns null for every other child
 */
export function homeMedicalPlan(
  { certificate, recommendation, lastVisitedOn }: HomeBoundChild,
  policyOf: (divisionCode: string) => ResolvedPolicy['disability'],
  today: string,
): VisitPlan | null {
  const { severeGrades, severeAtEveryGrade, homeMedicalEveryDays } = policyOf(
    certificate.residenceDivisionCode,
  );
  const isValid =
    certificate.expiresOn >= today && !['EXPIRED', 'CANCELLED'].includes(certificate.state ?? 'VALID');
  const severity = { severeGrades: severeGrades.value, severeAtEveryGrade: severeAtEveryGrade.value };
  if (!isValid || !AT_HOME.includes(recommendation.mode) || !isSevere(certificate, severity)) return null;
  return planVisits({
    since: parseIsoDate(recommendation.recommendedOn),
    last: lastVisitedOn === null ? null : parseIsoDate(lastVisitedOn),
    everyDays: homeMedicalEveryDays.value,
    today: parseIsoDate(today),
  });
}
