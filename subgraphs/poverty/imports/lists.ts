import { recordVerificationsList } from '../../_kit/verification/record-verifications.list.js';
import { PovertyGroupEnum } from '../verification/poverty-records.js';
import { MEMBERS } from './references.js';
import { householdMembersList } from './household-members.list.js';
import { householdsList } from './households.list.js';
import { measuresList } from './measures.list.js';
import { relocationFollowUpsList } from './relocation-follow-ups.list.js';
import { relocationHouseholdsList } from './relocation-households.list.js';
import { resettlementSitesList } from './resettlement-sites.list.js';

/** What the poverty office takes from files, each after those that it refers to. */
export const POVERTY_LISTS = [
  householdsList,
  householdMembersList,
  measuresList,
  resettlementSitesList,
  relocationHouseholdsList,
  relocationFollowUpsList,
  recordVerificationsList('HOUSEHOLDS', PovertyGroupEnum, MEMBERS),
];
