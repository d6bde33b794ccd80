import type { Body } from '../casework/body.enums.js';
import type { ReferralReason } from './referral.enums.js';

/** Whose duty it is to see to what, by the plans of the counties: README.md names document and clause of each body. */
const RECEIVERS: Readonly<Record<ReferralReason, readonly Body[]>> = {
  CHILD_AT_WORK: ['LABOUR', 'MARKET_SUPERVISION'],
  DISABILITY_CONFIRMATION: ['DISABILITY'],
  WHEREABOUTS: ['POLICE', 'VILLAGE'],
  AID: ['CIVIL_AFFAIRS'],
  CARE: ['CIVIL_AFFAIRS', 'WOMENS_FEDERATION', 'YOUTH_LEAGUE', 'VILLAGE'],
  MEDICAL_HELP: ['HEALTH'],
  POVERTY_HELP: ['POVERTY'],
  RELOCATED_FAMILY: ['RELOCATION', 'POVERTY'],
  GUARDIANSHIP: ['POLICE', 'JUSTICE'],
  LEGAL_AID: ['JUSTICE'],
  PERSUASION: [
    'TOWNSHIP',
    'EDUCATION_OFFICE',
    'VILLAGE',
    'SCHOOL',
    'EDUCATION',
    'INSPECTION_OFFICE',
    'POLICE',
    'POVERTY',
  ],
  LEGAL_ACTION: ['COURT', 'PROCURATORATE', 'JUSTICE', 'POLICE'],
  PSYCHOLOGICAL_SUPPORT: ['SCHOOL'],
  PLACEMENT: ['EDUCATION', 'SCHOOL'],
  ENROLMENT: ['TOWNSHIP', 'VILLAGE', 'SCHOOL'],
  HARDSHIP: ['TOWNSHIP', 'EDUCATION', 'FINANCE'],
  FUNDS: ['FINANCE', 'TOWNSHIP'],
  SCHOOL_SURROUNDINGS: ['MARKET_SUPERVISION', 'CULTURE', 'POLICE', 'PLANNING', 'POLITICAL_LEGAL', 'TOWNSHIP'],
  CONCEALMENT: ['INSPECTION_OFFICE', 'EDUCATION'],
  JOINT_SOLUTION: ['COORDINATION', 'POLITICAL_LEGAL'],
};

export const seesTo = (body: Body, reason: ReferralReason): boolean => RECEIVERS[reason].includes(body);
