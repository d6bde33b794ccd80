import { childFilesList } from './child-files.list.js';
import { childGuardiansList } from './child-guardians.list.js';
import { childrenInDifficultyList } from './children-in-difficulty.list.js';
import { deFactoUnattendedList } from './de-facto-unattended.list.js';
import { earlyMarriageScreeningList } from './early-marriage-screening.list.js';
import { extremePovertySupportList } from './extreme-poverty-support.list.js';
import { leftBehindList } from './left-behind.list.js';
import { orphansList } from './orphans.list.js';
import { parentInCustodyList } from './parent-in-custody.list.js';
import { recordVerificationsList } from '../../_kit/verification/record-verifications.list.js';
import { SpecialGroupEnum } from '../care/special-group.enums.js';
import { FILES } from './references.js';
import { reliefPaymentsList } from './relief-payments.list.js';
import { subsistenceAllowanceList } from './subsistence-allowance.list.js';

/** What civil affairs takes from files, each after those that it refers to. */
export const CIVIL_AFFAIRS_LISTS = [
  childFilesList,
  childGuardiansList,
  subsistenceAllowanceList,
  extremePovertySupportList,
  orphansList,
  deFactoUnattendedList,
  leftBehindList,
  childrenInDifficultyList,
  parentInCustodyList,
  reliefPaymentsList,
  earlyMarriageScreeningList,
  recordVerificationsList('CHILD_FILES', SpecialGroupEnum, FILES),
];
