import { borderExitsList } from './border-exits.list.js';
import { floatingPopulationList } from './floating-population.list.js';
import { guardiansList } from './guardians.list.js';
import { householdMembersList } from './household-members.list.js';
import { householdsList } from './households.list.js';
import { legalCustodyList } from './legal-custody.list.js';
import { missingPersonsList } from './missing-persons.list.js';
import { policeActionsList } from './police-actions.list.js';
import { residencePermitsList } from './residence-permits.list.js';
import { residentsList } from './residents.list.js';

/** What police takes from files, each after those that it refers to. */
export const POLICE_LISTS = [
  residentsList,
  householdsList,
  householdMembersList,
  guardiansList,
  floatingPopulationList,
  residencePermitsList,
  missingPersonsList,
  legalCustodyList,
  policeActionsList,
  borderExitsList,
];
