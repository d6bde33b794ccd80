import { z } from 'zod';
import { BODIES } from './bodies.js';
import { namesOf } from './policy-label.js';
import {
  ACCOUNTABILITY_GROUNDS,
  CONTROL_APPROACHES,
  HELD_ITEMS,
  LEADING_GROUPS,
  LIABLE_PERSONS,
  MARKED_IN,
  MECHANISMS,
  PLACEMENT_MODES,
} from './order-vocabulary.js';
import { AGENCIES } from './agencies.js';
import {
  CHECKED_SOURCES,
  COMPARISON_KINDS,
  DISABILITY_CATEGORIES,
  EDUCATION_STAGES,
  ESCALATION_STEPS,
  FOCUS_GROUPS,
  LEDGER_KINDS,
  LEDGER_SCOPES,
  RESIDENCE_SOURCES,
  RESPONSIBILITY_SCHEMES,
  RISK_FACTORS,
  ROUTED_ABSENCES,
  STANDING_BASES,
  TOLD_OF_ABSENCES,
} from './policy-vocabulary.js';
import * as duty from './duty-values.js';
import * as value from './policy-values.js';
import { fixed, keyed, needed, optional } from './setting.js';
import {
  forbidden,
  higher,
  lower,
  nationalStands,
  nationalUnlessReworded,
  wholeList,
  widerBand,
} from './stricter.js';

const camelCaseKey = z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'expected a name in camelCase');
const bodies = z.array(z.enum(namesOf(BODIES))).min(1);
const groups = z.array(z.enum(FOCUS_GROUPS)).min(1);
const categories = z.array(z.enum(DISABILITY_CATEGORIES)).min(1);
const registerKey = z
  .string()
  .regex(
    new RegExp(`^(${AGENCIES.join('|')})\\.[a-z][A-Za-z]*$`),
    'expected <agency>.<register>, e.g. civil-affairs.orphan',
  );

/** Those that no number of a policy decides; the others rest on the clause of their number. */
const standingBasis = z
  .enum(STANDING_BASES)
  .exclude(['UNEXCUSED_ABSENCE', 'OVER_AGE', 'NOT_YET_DUE', 'TRANSFER_IN_TRANSIT', 'TRANSFER_OVERDUE']);
const riskFactor = z
  .enum(RISK_FACTORS)
  .exclude(['UNEXCUSED_ABSENCE', 'OVER_AGE_FOR_GRADE', 'TRANSITION_6_TO_7', 'GRADE_8']);

/**
 * Everything that a policy file can say. A rule that a county may vary is one line here and a value in a file,
 * never a constant in code.
 */
export const SETTINGS = {
  clocks: fixed({
    /** Unexcused school days in a row after which a pupil is marked as a suspected dropout. */
    suspectAfterSchoolDays: needed(value.count.min(1), lower),
    /** Calendar days away; strictly more than this is a dropout to be reported in writing. */
    reportAfterCalendarDays: needed(value.count.min(1), lower),
    /** Calendar days after a return on which the school confirms that the pupil is still there. */
    followUpAfterReturnDays: needed(z.array(value.count.min(1)).min(1)),
  }),
  dropoutReporting: fixed({
    /** Who gets the school's written report of a dropout. */
    writtenReportTo: needed(bodies),
    markedIn: needed(z.array(z.enum(MARKED_IN)).min(1)),
    statusIsRetained: needed(z.boolean()),
    persuadedBy: needed(bodies),
    /** Whether the responsible inspector (责任督学) is called at the first sign of dropout. */
    inspectorCalledAtFirstSign: needed(z.boolean()),
    liable: needed(z.array(z.enum(LIABLE_PERSONS)).min(1)),
    /** School days within which a school does what an absence asks of it, counted from the day that asks it. */
    contactGuardianSchoolDays: needed(value.count, lower),
    callInspectorSchoolDays: needed(value.count, lower),
    markStatusSchoolDays: needed(value.count, lower),
    reportInWritingSchoolDays: needed(value.count, lower),
  }),
  /** Agencies that are to be told of a suspected dropout, by the reason of the absence. */
  absenceRoutes: keyed(
    z.enum(ROUTED_ABSENCES),
    z.array(z.enum(TOLD_OF_ABSENCES)).min(1),
    nationalUnlessReworded(),
    ROUTED_ABSENCES,
  ),
  studentStatus: fixed({
    openWithinMonthsOfEnrolment: needed(value.count, lower),
    transferWorkingDaysPerSide: needed(value.count, lower),
    transferMonthsFromTermStart: needed(value.count, lower),
    transferDuringSuspension: needed(z.boolean(), forbidden),
    suspensionMaxMonths: needed(value.count, lower),
  }),
  ages: fixed({
    compulsoryEntryAge: needed(value.age, nationalStands()),
    /** The entry age is reached on this day (MM-DD) at the latest. */
    entryCutoff: needed(value.monthDay, nationalStands()),
    /** Whoever has reached this age on 31 August is no longer a case of compulsory schooling. */
    compulsoryEndAge: needed(value.age, higher),
    /** Ages for which the police pass on household records to education. */
    householdRecords: needed(value.ageBand, widerBand),
  }),
  stages: keyed(z.enum(EDUCATION_STAGES), value.stage, nationalUnlessReworded(), EDUCATION_STAGES),
  disability: fixed({
    threeCategories: needed(categories, nationalStands()),
    severeGrades: needed(z.array(z.int().min(1).max(4)).min(1), nationalStands()),
    /** Categories in which grades 3 and 4 count as severe as well. */
    severeAtEveryGrade: needed(categories, nationalStands()),
    /** Calendar days from one visit of a teacher to a child taught at home to the next, in term. */
    homeTeachingEveryDays: needed(value.count.min(1), lower),
    /** Calendar days from one visit of a health worker to a severely disabled child to the next. */
    homeMedicalEveryDays: needed(value.count.min(1), lower),
  }),
  care: fixed({
    /** Calendar days from one check of a record of a special group to the next (逐一核查). */
    verifyEveryDays: needed(value.count.min(1), lower),
    /** Calendar days from one look at where a relocated child goes to school to the next. */
    followRelocationEveryDays: needed(value.count.min(1), lower),
  }),
  /** By which document each derived fact counts; a local document that says so replaces the national one. */
  standingBases: keyed(standingBasis, value.named, nationalUnlessReworded(), standingBasis.options),
  residenceSources: keyed(
    z.enum(RESIDENCE_SOURCES),
    value.named,
    nationalUnlessReworded(),
    RESIDENCE_SOURCES,
  ),
  riskFactors: keyed(riskFactor, value.named, nationalUnlessReworded(), riskFactor.options),
  progress: fixed({
    /** Grades behind the cohort from which lagging counts. */
    gradesBehindCohort: needed(value.count.min(1), lower),
  }),
  schools: fixed({
    /** A school with room for fewer pupils is small (小规模学校) and funded as if it had this many. */
    smallScaleBelow: needed(value.count.min(1), higher),
  }),
  checks: keyed(z.enum(CHECKED_SOURCES), value.checkedSource),
  comparisons: keyed(z.enum(COMPARISON_KINDS), value.comparison),
  ledgerKinds: keyed(z.enum(LEDGER_KINDS), value.named),
  ledgerScopes: keyed(z.enum(LEDGER_SCOPES), value.named),
  leadingGroups: keyed(z.enum(LEADING_GROUPS), duty.leadingGroup),
  mechanisms: keyed(z.enum(MECHANISMS), value.named),
  controlApproaches: keyed(z.enum(CONTROL_APPROACHES), value.named),
  duties: keyed(camelCaseKey, duty.duty),
  dutyDeadlines: fixed({
    /** Working days after the end of a period within which what reports on it is handed in. */
    reportWorkingDays: needed(value.count, lower),
    /** Working days within which a duty "at the start of term" is done. */
    termStartWorkingDays: needed(value.count, lower),
  }),
  pledges: keyed(camelCaseKey, duty.pledge),
  responsibilitySchemes: keyed(z.enum(RESPONSIBILITY_SCHEMES), duty.scheme),
  responsibleRoles: keyed(z.enum(['FIRST', 'DIRECT', 'SUPERVISOR']), duty.responsibleRole),
  responsibilityAreas: fixed({
    /** Into how many areas of responsibility (责任区) a township is divided. */
    number: optional(value.count.min(1)),
  }),
  accountability: keyed(z.enum(ACCOUNTABILITY_GROUNDS), duty.accountability),
  escalation: keyed(z.enum(ESCALATION_STEPS), duty.escalationStep),
  orderLimits: fixed({
    /** Days that an order leaves the guardians, counted from the day of issue. */
    minimumDays: needed(value.count.min(1)),
    maximumDays: needed(value.count.min(1)),
    /** Days before the autumn term by which the enrolment notice is out. */
    noticeDaysBeforeTerm: needed(value.count.min(1), higher),
  }),
  administrativeHolds: fixed({
    /** Whether 四不办理 may be asked about; it never blocks anything by itself. */
    advisoryQuery: needed(z.boolean(), forbidden),
    /** What may be asked about; empty while nothing may be asked. */
    items: needed(z.array(z.enum(HELD_ITEMS))),
  }),
  targets: keyed(camelCaseKey, value.target, value.stricterTarget),
  focusGroups: keyed(z.enum(FOCUS_GROUPS), value.focusGroup),
  priorityStages: keyed(z.enum(['TRANSITION_6_TO_7', 'GRADE_8']), value.priorityStage),
  priorityAreas: keyed(z.enum(['RURAL', 'ECOLOGICAL_MIGRATION', 'FLOATING_POPULATION']), value.named),
  aid: keyed(
    z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'expected a name in SCREAMING_SNAKE_CASE'),
    value.aidProgramme,
  ),
  aidPriority: fixed({
    /** Groups that are aided before others, in no order among themselves. */
    groups: optional(groups),
    /** Groups whose schooling and boarding are provided for before others'. */
    schoolingAndBoarding: optional(groups),
  }),
  placementModes: keyed(z.enum(PLACEMENT_MODES), value.named),
  supportPlans: keyed(z.enum(['PUPIL', 'HOUSEHOLD']), value.supportPlan),
  childLabour: fixed({
    minimumAge: needed(value.age, higher),
    /** Per child and month of use. */
    fineYuanPerMonth: needed(value.count, higher),
    /** Per child and month, counted from the order, once its due date has passed unmet. */
    fineYuanPerMonthAfterOrder: needed(value.count, higher),
    introductionFineYuanPerChild: needed(value.count, higher),
    recordsFineMaxYuan: needed(value.count, higher),
    unlicensedMultiplier: needed(value.count, higher),
    partMonth: needed(z.enum(['CEILING', 'FLOOR', 'PROPORTIONAL'])),
  }),
  classSizes: fixed({
    oversizedFrom: needed(value.count, lower),
    severelyOversizedFrom: needed(value.count, lower),
  }),
  /** Days after its `asOf` from which a register is stale. */
  freshnessDays: keyed(registerKey, value.count.min(1), lower),
  /** Whose officers' reads come to light late to everyone else, so that an investigation is not given away. */
  accessDisclosure: fixed({
    lateAgencies: needed(z.array(z.enum(AGENCIES))),
    lateDays: needed(value.count),
  }),
  verification: fixed({
    /** Days that a township has, from the day on which a difference is handed to it, to go and see. */
    townshipDays: needed(value.count.min(1), lower),
    schoolDays: needed(value.count.min(1), lower),
    /** Of the county's office: where no township is known, and to check a second time what was checked without result. */
    countyDays: needed(value.count.min(1), lower),
    /** Last day of each age but the oldest one, by which open tasks are counted. */
    ageDays: needed(z.array(value.count.min(1)).min(1).max(10)),
  }),
  referrals: fixed({
    /** Days within which a body answers what another one has referred to it. */
    answerDays: needed(value.count.min(1), lower),
    /** Days before the last one on which it is reminded. */
    remindDaysBefore: needed(value.count, higher),
    /** Days past the last one after each of which it rises one level. */
    escalateEachDays: needed(value.count.min(1), lower),
  }),
  imports: fixed({
    /** Per cent of a register's rows; an import that would change or remove more waits for a second person. */
    confirmAbovePercent: needed(value.count.min(1).max(100), lower),
    /** Days for which rejected rows are kept, sealed, for whoever puts them right. */
    keepRejectsDays: needed(value.count.min(1).max(90), lower),
  }),
  privacy: fixed({
    /** Counts of 1 up to one less than this are suppressed. */
    suppressCountsBelow: needed(value.count.min(2), higher),
    /** The same for counts that rest on a sensitive register. */
    suppressSensitiveCountsBelow: needed(value.count.min(2), higher),
    /** Registers about disability and poverty, and those that only their own agency may tell of. */
    sensitiveRegisters: needed(z.array(registerKey).min(1), wholeList),
  }),
  terms: keyed(
    z
      .string()
      .regex(/^\d{4}-(AUTUMN|SPRING)$/, 'expected <first year of the academic year>-AUTUMN or -SPRING'),
    value.term,
  ),
  /** Arrangements of years that the holiday package does not know yet, or corrections to it. */
  statutoryHolidays: keyed(z.string().regex(/^\d{4}$/, 'expected a year'), value.statutoryYear),
  localDays: keyed(camelCaseKey, value.localDays),
};

export type SectionName = keyof typeof SETTINGS;
