/** Closed lists of what documents order: groups, mechanisms, approaches, and what follows when nothing is done. */

/** Kinds of leading group (领导小组); MEMBER_UNIT is one that each member unit sets up for itself. */
export const LEADING_GROUPS = ['COUNTY', 'TOWNSHIP', 'VILLAGE', 'SCHOOL', 'MEMBER_UNIT'] as const;

/** Mechanisms and systems (机制、制度) that a document orders to be set up. */
export const MECHANISMS = [
  'JOINT_PREVENTION',
  'JOINT_ENROLMENT_CONTROL',
  'TWO_LINES',
  'GRID_MANAGEMENT',
  'DYNAMIC_MONITORING',
  'ATTENDANCE_REPORTING',
  'DROPOUT_REPORTING',
  'LEVEL_BY_LEVEL_REPORTING',
  'SCREENING_REPORT',
  'PERSUASION_TO_RETURN',
  'POVERTY_HELP',
  'STATUS_MANAGEMENT',
  'ACCOUNTABILITY',
  'ENROLMENT_NOTICES',
  'STRUGGLING_PUPILS',
  'PARENTS_COMMITTEE',
  'HOME_VISITS',
  'SUBSTITUTE_GUARDIANS',
  'LEFT_BEHIND_REGISTRATION',
  'MIGRANT_INCLUSION',
  'LEGAL_LIABILITY_OF_GUARDIANS',
  'TASK_TEAMS',
] as const;

/** Approaches to dropout prevention (控辍方式), by which a document orders its measures. */
export const CONTROL_APPROACHES = [
  'BY_LAW',
  'ADMINISTRATIVE',
  'QUALITY',
  'ANTI_POVERTY',
  'GUARANTEE',
  'AFFECTION',
  'MANAGEMENT',
  'SAFETY',
  'TEACHING',
  'SYSTEM',
  'RESPONSIBILITY',
] as const;

/** What may be asked about while an order to send a child to school stands open (四不办理). */
export const HELD_ITEMS = [
  'RELIEF',
  'HOUSE_BUILDING_APPROVAL',
  'WORK_AWAY_CERTIFICATE',
  'BUSINESS_LICENCE',
] as const;

/** For what somebody is held to account (问责). */
export const ACCOUNTABILITY_GROUNDS = [
  'CONCEALED',
  'OMITTED',
  'UNMARKED',
  'SLOW',
  'INACTION',
  'MISCONDUCT',
  'FALSIFICATION',
  'SHIRKING',
  'HIGH_DROPOUT_RATE',
  'FUNDS_DIVERTED',
  'PUSHED_OUT',
  'WORKLOAD',
] as const;

/** Ways in which disabled children receive compulsory education, or are visited. */
export const PLACEMENT_MODES = [
  'SPECIAL_SCHOOL',
  'REGULAR_CLASS',
  'HOME_TEACHING',
  'HOME_MEDICAL_VISITS',
] as const;

/** Where a pupil is marked as a dropout. */
export const MARKED_IN = ['STUDENT_STATUS', 'SCHOOL_LEDGER'] as const;

/** Who is liable for concealment, omission and missing marks (瞒报、漏报、不作标注). */
export const LIABLE_PERSONS = ['HANDLING_CLERK', 'SCHOOL_HEAD'] as const;
