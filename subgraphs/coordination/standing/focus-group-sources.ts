import type { FocusGroup } from './focus-group.enum.js';

/** Registers, as `agency.REGISTER`, that decide whether a child's family is financially hard. */
const HARDSHIP = [
  'poverty.HOUSEHOLDS',
  'civil-affairs.SUBSISTENCE_ALLOWANCE',
  'civil-affairs.EXTREME_POVERTY_SUPPORT',
  'education.STUDENT_STATUS',
];
const CERTIFICATES = ['disability.CERTIFICATES'];
const CLASS_LEDGERS = ['coordination.CLASS_LEDGERS'];

/**
 * Registers that only their own agency may read. They are named nowhere: which of them holds a row, or covers a child
 * because it holds one, would already tell something of its contents.
 */
export const RESTRICTED_SOURCES: ReadonlySet<string> = new Set([
  'civil-affairs.EARLY_MARRIAGE_SCREENING',
  'civil-affairs.PARENT_IN_CUSTODY',
  'police.LEGAL_CUSTODY',
  'police.BORDER_EXITS',
]);

/**
 * Registers, as `agency.REGISTER`, without which it is not known whether a child belongs to a group. The rules of
 * `focus-groups` read these and no others.
 */
export const FOCUS_GROUP_SOURCES: Readonly<Record<FocusGroup, readonly string[]>> = {
  FINANCIAL_HARDSHIP: HARDSHIP,
  REGISTERED_POVERTY: ['poverty.HOUSEHOLDS'],
  MONITORED: ['poverty.HOUSEHOLDS'],
  SUBSISTENCE_ALLOWANCE: ['civil-affairs.SUBSISTENCE_ALLOWANCE'],
  EXTREME_POVERTY: ['civil-affairs.EXTREME_POVERTY_SUPPORT'],
  HARDSHIP_DISABLED: [...CERTIFICATES, ...HARDSHIP],
  DISABLED: CERTIFICATES,
  THREE_CATEGORY_DISABLED: CERTIFICATES,
  SEVERELY_DISABLED: CERTIFICATES,
  CHILD_OF_DISABLED_PERSON: CERTIFICATES,
  LEFT_BEHIND: ['civil-affairs.LEFT_BEHIND'],
  SCHOOL_LEFT_BEHIND: ['education.STUDENT_STATUS'],
  CHILD_IN_DIFFICULTY: ['civil-affairs.CHILD_IN_DIFFICULTY'],
  ORPHAN: ['civil-affairs.ORPHAN'],
  DE_FACTO_UNATTENDED: ['civil-affairs.DE_FACTO_UNATTENDED'],
  ACCOMPANYING_MIGRANT: ['education.STUDENT_STATUS'],
  RELOCATED: ['poverty.RELOCATION'],
  SINGLE_PARENT: CLASS_LEDGERS,
  SPECIAL_FAMILY: CLASS_LEDGERS,
  SICK: CLASS_LEDGERS,
  LEARNING_DIFFICULTY: CLASS_LEDGERS,
  // By the grade attended, else by that of the cohort.
  TRANSITION_6_TO_7: [],
  GRADE_8: [],
  RETURNED: ['education.STUDENT_STATUS', 'coordination.CASEWORK'],
  SUPPORT_NEED: [
    'civil-affairs.EARLY_MARRIAGE_SCREENING',
    'civil-affairs.PARENT_IN_CUSTODY',
    'police.LEGAL_CUSTODY',
    'coordination.CASEWORK',
  ],
};
