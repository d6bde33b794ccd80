/** The closed lists of words that policy files may use. A word outside them is refused at load. */

/** Agencies that can be told of an absence: the schema has a word for each. */
export const TOLD_OF_ABSENCES = [
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

/** Groups under watch. SUPPORT_NEED is all that others learn of a restricted one. */
export const FOCUS_GROUPS = [
  'ORPHAN',
  'DE_FACTO_UNATTENDED',
  'CHILD_IN_DIFFICULTY',
  'DISABLED',
  'THREE_CATEGORY_DISABLED',
  'SEVERELY_DISABLED',
  'CHILD_OF_DISABLED_PERSON',
  'FINANCIAL_HARDSHIP',
  'REGISTERED_POVERTY',
  'MONITORED',
  'HARDSHIP_DISABLED',
  'SUBSISTENCE_ALLOWANCE',
  'EXTREME_POVERTY',
  'LEFT_BEHIND',
  'SCHOOL_LEFT_BEHIND',
  'ACCOMPANYING_MIGRANT',
  'SINGLE_PARENT',
  'SPECIAL_FAMILY',
  'PARENT_IN_CUSTODY',
  'LEARNING_DIFFICULTY',
  'SICK',
  'RELOCATED',
  'RETURNED',
  'SUPPORT_NEED',
] as const;
export type FocusGroup = (typeof FOCUS_GROUPS)[number];

/** What a standing in compulsory education can rest on. */
/** Reasons of an unexcused absence for which another agency than education is to be told. */
export const ROUTED_ABSENCES = ['ILLNESS', 'UNREACHABLE', 'WORKING', 'MOVED_AWAY', 'PROTECTED'] as const;

export const STANDING_BASES = [
  'ON_THE_ROLL',
  'ROLL_CALL',
  'SPECIAL_PLACEMENT',
  'STUDIES_ELSEWHERE',
  'FIELD_FINDING',
  'DISPOSITION',
  'UNEXCUSED_ABSENCE',
  'OPEN_CASE',
  'CHILD_LABOUR',
  'STATUS_DROPPED_OUT',
  'NEVER_ENROLLED',
  'APPROVAL',
  'STATUS_SUSPENDED',
  'DECEASED',
  'ABROAD',
  'COMPLETED',
  'OVER_AGE',
  'NOT_YET_DUE',
  'TRANSFER_IN_TRANSIT',
  'TRANSFER_OVERDUE',
  'VERIFICATION_EXPIRED',
  'ABSENT_AT_ROLL_CALL',
  'NO_EXPLANATION',
] as const;

/** What a place of residence can rest on, the strongest first. */
export const RESIDENCE_SOURCES = [
  'SCREENING',
  'RESIDENCE_PERMIT',
  'SCHOOL_RECORD',
  'FLOATING_POPULATION',
  'HOUSEHOLD_REGISTER',
  'OTHER_REGISTER',
] as const;

/** Named circumstances that make dropping out likelier; never weighed. */
export const RISK_FACTORS = [
  'UNEXCUSED_ABSENCE',
  'OVER_AGE_FOR_GRADE',
  'CHILD_LABOUR',
  'RETURNED',
  'TRANSITION_6_TO_7',
  'GRADE_8',
  'LEFT_BEHIND',
  'GUARDIANS_WORK_AWAY',
  'DE_FACTO_UNATTENDED',
  'HARDSHIP',
  'DISABLED_WITHOUT_PLACEMENT',
  'MISSING',
  'SUPPORT_NEED',
] as const;

/** Levels of responsible persons, the government line first, each line from the top down. */
export const RESPONSIBILITY_LEVELS = [
  'COUNTY',
  'TOWNSHIP',
  'VILLAGE_RESIDENT',
  'VILLAGE',
  'VILLAGE_GROUP',
  'PARTY_MEMBER',
  'BUREAU',
  'SCHOOL',
  'SCHOOL_DEPUTY',
  'GRADE',
  'CLASS',
  'SUBJECT',
  'GUARDIAN',
] as const;
export type ResponsibilityLevel = (typeof RESPONSIBILITY_LEVELS)[number];

/** What somebody answers for. Of some the hub has no code of its own (an area of a township, a household, a grade). */
export const RESPONSIBILITY_PLACES = [
  'COUNTY',
  'TOWNSHIP',
  'AREA',
  'VILLAGE',
  'VILLAGE_GROUP',
  'HOUSEHOLD',
  'SCHOOL',
  'GRADE',
  'CLASS',
  'PUPIL',
] as const;
export type ResponsibilityPlace = (typeof RESPONSIBILITY_PLACES)[number];

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
