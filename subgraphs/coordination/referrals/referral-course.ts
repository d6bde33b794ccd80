import { addDays, daysBetween, parseIsoDate, type IsoDate } from '../../../policies/iso-date.js';
import type { Body } from '../casework/body.enums.js';
import type { ResponsibilityLevel } from '../responsibility/responsibility.enums.js';
import type { ReferralState } from './referral.enums.js';

type Day = string | null | undefined;

/** Days on which something happened to a referral, and the one by which it is to be answered; all YYYY-MM-DD. */
export interface ReferralDays {
  readonly dueOn: string;
  readonly acceptedOn?: Day;
  readonly refusedOn?: Day;
  readonly answeredOn?: Day;
  readonly withdrawnOn?: Day;
}

/** Days of the policy. */
export interface ReferralTerms {
  /** Within which a body answers, from the day on which it was sent. */
  readonly answerDays: number;
  readonly remindDaysBefore: number;
  readonly escalateEachDays: number;
}

export function referralState({
  acceptedOn,
  refusedOn,
  answeredOn,
  withdrawnOn,
}: Omit<ReferralDays, 'dueOn'>): ReferralState {
  if (withdrawnOn != null) return 'WITHDRAWN';
  if (answeredOn != null) return 'ANSWERED';
  if (refusedOn != null) return 'REFUSED';
  return acceptedOn == null ? 'SENT' : 'ACCEPTED';
}

/** Whether somebody still has to answer. */
export const isOpen = (state: ReferralState): boolean => state === 'SENT' || state === 'ACCEPTED';

/** What is answered on its last day is in time. */
export function isOverdue(days: ReferralDays, today: string): boolean {
  return isOpen(referralState(days)) && days.dueOn < today;
}

/** Day on which the receiver is reminded; null when nobody has to answer any more. */
export function reminderOn(
  days: ReferralDays,
  { remindDaysBefore }: Pick<ReferralTerms, 'remindDaysBefore'>,
): IsoDate | null {
  return isOpen(referralState(days)) ? addDays(parseIsoDate(days.dueOn), -remindDaysBefore) : null;
}

/** Who is above a receiver, from the bottom up (双线控辍). */
const LINES: Partial<Readonly<Record<Body, readonly ResponsibilityLevel[]>>> = {
  SCHOOL: ['BUREAU', 'COUNTY'],
  VILLAGE: ['TOWNSHIP', 'COUNTY'],
  PLANNING: ['TOWNSHIP', 'COUNTY'],
  EDUCATION_OFFICE: ['BUREAU', 'COUNTY'],
};
const ABOVE_ANY_OTHER: readonly ResponsibilityLevel[] = ['COUNTY'];

/** Levels that an overdue referral has risen to, one more after each step of days; none while it is in time. */
export function escalatedTo(
  toBody: Body,
  days: ReferralDays,
  { escalateEachDays }: Pick<ReferralTerms, 'escalateEachDays'>,
  today: string,
): readonly ResponsibilityLevel[] {
  if (!isOverdue(days, today)) return [];
  const late = daysBetween(parseIsoDate(days.dueOn), parseIsoDate(today));
  return (LINES[toBody] ?? ABOVE_ANY_OTHER).slice(0, Math.floor(late / escalateEachDays));
}
