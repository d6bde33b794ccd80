/** The closed lists of words that policy files may use. A word outside them is refused at load. */

export const AGENCIES = [
  'education',
  'police',
  'civil-affairs',
  'disability',
  'labour',
  'poverty',
  'coordination',
] as const;

export const EDUCATION_STAGES = ['PRESCHOOL', 'PRIMARY', 'JUNIOR_SECONDARY'] as const;
export type EducationStage = (typeof EDUCATION_STAGES)[number];

/** Categories of GB/T 26341-2010, in the order of their official codes 1 to 7. */
export const DISABILITY_CATEGORIES = [
  'VISUAL',
  'HEARING',
  'SPEECH',
  'PHYSICAL',
  'INTELLECTUAL',
  'MENTAL',
  'MULTIPLE',
] as const;

/** What a comparison looks at (查). PUPILS_PRESENT is a head-count, not a register. */
export const CHECKED_SOURCES = [
  'HOUSEHOLD_REGISTER',
  'STUDENT_STATUS',
  'POVERTY_REGISTER',
  'DISABILITY_REGISTER',
  'PUPILS_PRESENT',
  'DROPOUT_LEDGER',
] as const;

export const COMPARISON_KINDS = [
  'HOUSEHOLD_VS_STATUS',
  'POVERTY_VS_STATUS',
  'DISABILITY_VS_STATUS',
  'STATUS_VS_PRESENT',
  'DROPOUTS_VS_POVERTY',
] as const;

export const LEDGER_KINDS = [
  'SCHOOL_AGE_CHILDREN',
  'SUSPECTED_DROPOUTS',
  'DROPOUTS',
  'HOUSEHOLD_EDUCATION',
  'POOR_FAMILY_PUPILS',
  'LEFT_BEHIND_CHILDREN',
  'JUNIOR_LEAVERS',
] as const;

/** Whose book it is. Totals of one scope reconcile with those of the next. */
export const LEDGER_SCOPES = ['COUNTY', 'TOWNSHIP', 'VILLAGE', 'SCHOOL', 'CLASS'] as const;

export const FOCUS_GROUPS = [
  'ORPHAN',
  'DE_FACTO_UNATTENDED',
  'IN_DIFFICULTY',
  'DISABLED',
  'SEVERELY_DISABLED',
  'CHILD_OF_DISABLED_PERSON',
  'FINANCIAL_HARDSHIP',
  'REGISTERED_POVERTY',
  'HARDSHIP_DISABLED',
  'SUBSISTENCE_ALLOWANCE',
  'EXTREME_POVERTY_SUPPORT',
  'LEFT_BEHIND',
  'ACCOMPANYING_MIGRANT',
  'SINGLE_PARENT',
  'SPECIAL_FAMILY',
  'PARENT_IN_CUSTODY',
  'LEARNING_DIFFICULTY',
  'SICK',
  'RELOCATED',
  'RETURNED_PUPIL',
] as const;
export type FocusGroup = (typeof FOCUS_GROUPS)[number];

export const RESPONSIBILITY_SCHEMES = [
  'GOVERNMENT_CHAIN',
  'EDUCATION_CHAIN',
  'SEVEN_LEADERS',
  'FIVE_LEVEL_CONTACT',
  'THREE_CONTRACTS',
  'TOWN_CHAIN',
  'SCHOOL_CHAIN',
] as const;

export const ESCALATION_STEPS = [
  'ENROLMENT_NOTICE',
  'RETURN_ORDER',
  'CRITICISM_EDUCATION',
  'RECTIFICATION_ORDER',
  'JUDICIAL_DOCUMENT',
  'LEGAL_LIABILITY',
] as const;

/** Bodies that perform duties or issue orders; most have no register of their own. */
export const BODIES = [
  'PROVINCE_EDUCATION',
  'PREFECTURE_EDUCATION',
  'COUNTY_GOVERNMENT',
  'COUNTY_EDUCATION',
  'INSPECTION_OFFICE',
  'TOWNSHIP',
  'VILLAGE',
  'SCHOOL',
  'POLICE',
  'JUSTICE',
  'PROCURATORATE',
  'COURT',
] as const;

export const DUTY_KINDS = [
  'REPORT',
  'RECHECK',
  'FIELD_VISIT',
  'GUIDANCE',
  'EVALUATION',
  'PUBLICITY',
  'ROLL_CALL',
  'MEETING',
  'STATUS_REVIEW',
  'CENSUS',
  'BULLETIN',
  'INSPECTION',
  'ASSESSMENT',
] as const;
