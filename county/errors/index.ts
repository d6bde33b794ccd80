import type { ErrorClass } from '../views.js';
import { ambiguous, duplicateHousehold, personNotFound } from './extra-persons.js';
import { duplicateIdReferred, idChanged, idCorrected, nameCorrected, notYetDue } from './identity-errors.js';
import { onSubject, type Plant } from './planting.js';
import {
  abroad,
  deceased,
  emptyRegistration,
  legalCustody,
  missingReported,
  pending,
  residenceMoved,
  unregisteredBirth,
} from './registration-errors.js';
import {
  completed,
  duplicateStatus,
  inSchoolElsewhereUnregistered,
  inSchoolInCounty,
  inSchoolOutOfCounty,
  inSchoolOutOfProvince,
  inSchoolUnregistered,
  specialPlacement,
} from './status-errors.js';

/**
 * How each class is planted. A plant changes what registers say, never what is so. Classes planted by `onSubject`
 * without a change show by themselves: what is so of the child (suspended, dropped out …) is already the difference.
 */
export const PLANTS: Readonly<Record<ErrorClass, Plant>> = {
  ID_CORRECTED: idCorrected,
  NAME_CORRECTED: nameCorrected,
  AMBIGUOUS: ambiguous,
  DUPLICATE_ID_REFERRED: duplicateIdReferred,
  DUPLICATE_HOUSEHOLD: duplicateHousehold,
  DUPLICATE_STATUS: duplicateStatus,
  EMPTY_REGISTRATION: emptyRegistration,
  PERSON_NOT_FOUND: personNotFound,
  ID_CHANGED: idChanged,
  DECEASED: deceased,
  UNREGISTERED_BIRTH: unregisteredBirth,
  IN_SCHOOL_UNREGISTERED: inSchoolUnregistered,
  GHOST_STATUS: onSubject('GHOST_STATUS', 'education'),
  IN_SCHOOL_IN_COUNTY: inSchoolInCounty,
  IN_SCHOOL_OUT_OF_COUNTY: inSchoolOutOfCounty,
  IN_SCHOOL_OUT_OF_PROVINCE: inSchoolOutOfProvince,
  IN_SCHOOL_ELSEWHERE_UNREGISTERED: inSchoolElsewhereUnregistered,
  TRANSFER_IN_TRANSIT: onSubject('TRANSFER_IN_TRANSIT', 'education'),
  RESIDENCE_MOVED: residenceMoved,
  ABROAD: abroad,
  COMPLETED: completed,
  OVERAGE: onSubject('OVERAGE', 'education'),
  NOT_YET_DUE: notYetDue,
  DEFERRED_APPROVED: onSubject('DEFERRED_APPROVED', 'education'),
  SUSPENDED_APPROVED: onSubject('SUSPENDED_APPROVED', 'education'),
  MEDICALLY_UNABLE: onSubject('MEDICALLY_UNABLE', 'education'),
  SPECIAL_PLACEMENT: specialPlacement,
  LEGAL_CUSTODY: legalCustody,
  MISSING_REPORTED: missingReported,
  CHILD_LABOUR: onSubject('CHILD_LABOUR', 'labour'),
  CONFIRMED_NOT_ENROLLED: onSubject('CONFIRMED_NOT_ENROLLED', 'education'),
  CONFIRMED_DROPOUT: onSubject('CONFIRMED_DROPOUT', 'education'),
  RETURNED: onSubject('RETURNED', 'education'),
  PENDING: pending,
  UNRESOLVED: onSubject('UNRESOLVED', 'education'),
};
