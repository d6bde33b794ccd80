import { recordVerificationsList } from '../../_kit/verification/record-verifications.list.js';
import { DisabilityGroupEnum } from '../verification/verified-group.enums.js';
import { REGISTERED_CHILDREN } from './references.js';
import { assistiveDevicesList } from './assistive-devices.list.js';
import { certificatesList } from './certificates.list.js';
import { homeMedicalVisitsList } from './home-medical-visits.list.js';
import { parentCertificatesList } from './parent-certificates.list.js';
import { placementRecommendationsList } from './placement-recommendations.list.js';
import { registeredChildrenList } from './registered-children.list.js';
import { rehabilitationList } from './rehabilitation.list.js';

/** What the federation takes from files, each after those that it refers to. */
export const DISABILITY_LISTS = [
  registeredChildrenList,
  certificatesList,
  parentCertificatesList,
  placementRecommendationsList,
  rehabilitationList,
  assistiveDevicesList,
  homeMedicalVisitsList,
  recordVerificationsList('CERTIFICATES', DisabilityGroupEnum, REGISTERED_CHILDREN),
];
