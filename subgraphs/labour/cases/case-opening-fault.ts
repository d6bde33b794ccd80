import { parseIsoDate } from '../../../policies/iso-date.js';
import { ageOn } from '../../../policies/school-age.js';
import { isPersonName } from '../../_kit/command/person-name.js';
import type { Refusal } from './case-step-faults.js';

/** Days as YYYY-MM-DD. */
export interface CaseOpening {
  readonly foundOn: string;
  readonly startedWorkOn: string;
  readonly birthDate: string;
  readonly childName: string;
}

/** Why a case can't be opened as it was written down; null when it can. @param minimumAge for work, in years */
export function openingFault(
  { foundOn, startedWorkOn, birthDate, childName }: CaseOpening,
  {
    inspectedOn,
    minimumAge,
    today,
  }: { readonly inspectedOn: string; readonly minimumAge: number; readonly today: string },
): Refusal | null {
  if (!isPersonName(childName)) return ['NAME_INVALID', 'childName'];
  if (foundOn > today) return ['DATE_IN_FUTURE', 'foundOn'];
  if (foundOn < inspectedOn) return ['DATE_OUT_OF_ORDER', 'foundOn'];
  if (startedWorkOn > foundOn) return ['DATE_OUT_OF_ORDER', 'startedWorkOn'];
  if (birthDate >= startedWorkOn) return ['DATE_OUT_OF_ORDER', 'birthDate'];
  return ageOn(parseIsoDate(birthDate), parseIsoDate(foundOn)) >= minimumAge
    ? ['OF_WORKING_AGE', 'birthDate']
    : null;
}
