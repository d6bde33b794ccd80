import { PovertyHouseholdRegisterType } from '../poverty-household.type.js';
import type { PovertyHousehold } from '../poverty-household.entity.js';
import { povertyVerification } from './poverty-records.js';

interface Shown {
  readonly studentId: string;
  readonly current: Pick<PovertyHousehold, 'recognisedOn' | 'divisionCode'> | null;
}

/** Checks of one child's place in its household; a brother's may be due on another day. */
export const povertyVerificationField = povertyVerification.fieldOf(
  PovertyHouseholdRegisterType,
  'REGISTERED_HOUSEHOLD',
  ({ studentId, current }: Shown) =>
    current && { studentId, startedOn: current.recognisedOn, divisionCode: current.divisionCode },
);
