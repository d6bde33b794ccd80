import { z } from 'zod';
import {
  AGENCIES,
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
  STANDING_BASES,
} from './policy-vocabulary.js';
import * as value from './policy-values.js';
import {
  forbidden,
  higher,
  lower,
  nationalStands,
  nationalUnlessReworded,
  wholeList,
  widerBand,
  type Stricter,
} from './stricter.js';

/** One value that a policy file may state. Without `stricter` it cannot be marked as a national floor. */
export interface Setting<T, Required extends boolean = boolean> {
  readonly schema: z.ZodType<T>;
  readonly required: Required;
  readonly stricter: Stricter<T> | undefined;
}

/** A section with a fixed list of settings. */
export interface FixedSection<S extends Readonly<Record<string, Setting<unknown>>>> {
  readonly kind: 'FIXED';
  readonly settings: S;
}

/** A section whose entries all have one shape; a local file adds entries or replaces those of the same key. */
export interface KeyedSection<K extends string, T> {
  readonly kind: 'KEYED';
  /** Entries that must be there for every division. */
  readonly needs: readonly K[];
  readonly key: z.ZodType<K>;
  readonly entry: Setting<T>;
}

function needed<T>(schema: z.ZodType<T>, stricter?: Stricter<T>): Setting<T, true> {
  return { schema, required: true, stricter };
}

function optional<T>(schema: z.ZodType<T>, stricter?: Stricter<T>): Setting<T, false> {
  return { schema, required: false, stricter };
}

function fixed<S extends Readonly<Record<string, Setting<unknown>>>>(settings: S): FixedSection<S> {
  return { kind: 'FIXED', settings };
}

function keyed<K extends string, T>(
  key: z.ZodType<K>,
  schema: z.ZodType<T>,
  stricter: Stricter<T> = nationalUnlessReworded<T>(),
  needs: readonly K[] = [],
): KeyedSection<K, T> {
  return { kind: 'KEYED', key, needs, entry: { schema, required: false, stricter } };
}

const camelCaseKey = z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'expected a name in camelCase');
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
  studentStatus: fixed({
    openWithinMonthsOfEnrolment: needed(value.count, lower),
    transferWorkingDaysPerSide: needed(value.count, lower),
    transferMonthsFromTermStart: needed(value.count, lower),
    transferDuringSuspension: needed(z.boolean(), forbidden),
    cancelAfterDeathWorkingDays: needed(value.count, lower),
    suspensionMaxMonths: needed(value.count, lower),
    deferralApplicationWorkingDays: needed(value.count, lower),
    enrolmentNoticeDaysBeforeTerm: needed(value.count, higher),
  }),
  ages: fixed({
    /** Persons of these ages are "students" of the hub, enrolled or not. */
    student: needed(value.ageBand, widerBand),
    compulsoryEntryAge: needed(value.age, nationalStands()),
    /** The entry age is reached on this day (MM-DD) at the latest. */
    entryCutoff: needed(value.monthDay, nationalStands()),
    /** Whoever has reached this age on 31 August is no longer a case of compulsory schooling. */
    compulsoryEndAge: needed(value.age, higher),
    /** Ages for which the police pass on household records to education. */
    householdRecords: optional(value.ageBand, widerBand),
  }),
  stages: keyed(z.enum(EDUCATION_STAGES), value.stage, nationalUnlessReworded(), EDUCATION_STAGES),
  disability: fixed({
    threeCategories: needed(categories, nationalStands()),
    severeGrades: needed(z.array(z.int().min(1).max(4)).min(1), nationalStands()),
    /** Categories in which grades 3 and 4 count as severe as well. */
    severeAtEveryGrade: needed(categories, nationalStands()),
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
  duties: keyed(camelCaseKey, value.duty),
  responsibilitySchemes: keyed(z.enum(RESPONSIBILITY_SCHEMES), value.scheme),
  responsibleRoles: keyed(z.enum(['FIRST', 'DIRECT', 'SUPERVISOR']), value.named),
  escalation: keyed(z.enum(ESCALATION_STEPS), value.escalationStep),
  administrativeHolds: fixed({
    /** Whether 四不办理 may be asked about; it never blocks anything by itself. */
    advisoryQuery: needed(z.boolean(), forbidden),
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
    groups: optional(z.array(z.enum(FOCUS_GROUPS)).min(1)),
  }),
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
