import { z } from 'zod';
import { isIsoDate, type IsoDate } from './iso-date.js';
import { nationalStands, type Stricter } from './stricter.js';
import { AGENCIES } from './agencies.js';
import { CHECKED_SOURCES, EDUCATION_STAGES, FOCUS_GROUPS } from './policy-vocabulary.js';

/** The shapes that a single policy value may have. Units stand in the field's name. */

export const isoDate = z.custom<IsoDate>(isIsoDate, 'expected an existing calendar date written YYYY-MM-DD');
export const count = z.int().min(0).max(100_000);
export const age = z.int().min(0).max(120);
export const grade = z.int().min(-5).max(12);
export const month = z.int().min(1).max(12);
export const words = z.string().trim().min(1, 'expected some text');
/** English words with the official Chinese term. */
export const label = z.strictObject({ en: words, zh: words });
export const labelled = { label };

export const ageBand = z
  .strictObject({ from: age, to: age })
  .refine(({ from, to }) => from <= to, 'the band ends before it begins');

/** Day of every year as `MM-DD`. */
export const monthDay = z
  .string()
  .refine((text) => isIsoDate(`2001-${text}`), 'expected a day of the year written MM-DD, not 29 February');

/** Grades count from 1; 0 is the kindergarten year before grade 1, −1 the one before that. */
export const stage = z
  .strictObject({ ...labelled, fromGrade: grade, toGrade: grade, ages: ageBand })
  .refine(({ fromGrade, toGrade }) => fromGrade <= toGrade, 'the stage ends before it begins');

export const checkedSource = z.strictObject({ ...labelled, agency: z.enum(AGENCIES) });

export const comparison = z
  .strictObject({ ...labelled, left: z.enum(CHECKED_SOURCES), right: z.enum(CHECKED_SOURCES), finds: label })
  .refine(({ left, right }) => left !== right, 'a source cannot be compared with itself');

export const named = z.strictObject(labelled);

/** `restricted`: others may learn only that there is a need for support, never which. */
export const focusGroup = z.strictObject({ ...labelled, owner: z.enum(AGENCIES), restricted: z.boolean() });

/** `mandatoryFor`: groups of which each child has to have one; empty where the document names none. */
export const supportPlan = z.strictObject({
  ...labelled,
  mandatoryFor: z.array(z.enum(FOCUS_GROUPS)),
  /**
   * Of the pupil's plan: whose children need one of their own, where the household's does for all others. Left out where
   * the documents let no household's stand for it.
   */
  individualFor: z.array(z.enum(FOCUS_GROUPS)).optional(),
});

export const priorityStage = z.strictObject({ ...labelled, grades: z.array(z.int().min(1).max(9)).min(1) });

export const target = z
  .strictObject({
    ...labelled,
    indicator: z.enum(['ENROLMENT_RATE', 'RETENTION_RATE', 'DROPOUT_RATE', 'OPEN_DROPOUTS', 'AID_COVERAGE']),
    stage: z.enum(['PRIMARY', 'JUNIOR_SECONDARY', 'COMPULSORY']),
    disability: z.enum(['EVERYONE', 'ALL_CATEGORIES', 'THREE_CATEGORIES']).default('EVERYONE'),
    /** Restricts the figure to dropouts with this reason. */
    reason: z.enum(['POVERTY']).optional(),
    ages: ageBand.optional(),
    operator: z.enum(['GTE', 'EQ', 'LTE']),
    value: z.number().min(0),
    unit: z.enum(['PERCENT', 'CHILDREN']),
    reachBy: isoDate.optional(),
  })
  .refine(({ unit, value }) => unit !== 'PERCENT' || value <= 100, 'a percentage cannot exceed 100');
export type TargetValue = z.infer<typeof target>;

/** A target asked for in the same way is stricter by its number; otherwise the national one stands. */
export const stricterTarget: Stricter<TargetValue> = {
  choose: (national, local) => {
    if (national.operator !== local.operator || national.unit !== local.unit) return national;
    const localIsStricter =
      local.operator === 'LTE' ? local.value <= national.value : local.value >= national.value;
    return local.operator === 'EQ' || !localIsStricter
      ? nationalStands<TargetValue>().choose(national, local)
      : local;
  },
};

const yuan = z.number().min(0).max(1_000_000);

export const aidProgramme = z
  .strictObject({
    ...labelled,
    recipient: z.enum(['PUPIL', 'SCHOOL']),
    attendance: z.enum(['ANY', 'BOARDING', 'DAY']),
    area: z.enum(['ANY', 'RURAL']),
    /** Empty means that belonging to a group is no condition. */
    eligibleGroups: z.array(z.enum(FOCUS_GROUPS)),
    /** Empty where the amount depends on the case. */
    yuanPerYear: z.partialRecord(z.enum([...EDUCATION_STAGES, 'SPECIAL_EDUCATION']), yuan),
    yuanPerSchoolDay: yuan.optional(),
    schoolDaysPerYear: z.int().min(1).max(366).optional(),
    /** For pupils who meet the conditions of no other programme for groups; such programmes stand for each other. */
    isLastResort: z.boolean().optional(),
    /** Programmes that an award of this one is an award of as well. */
    includes: z.array(z.string()).min(1).optional(),
  })
  .refine(
    ({ yuanPerYear, yuanPerSchoolDay: daily, schoolDaysPerYear: days }) =>
      (daily === undefined) === (days === undefined) &&
      (daily === undefined ||
        days === undefined ||
        Object.values(yuanPerYear).every((y) => y === daily * days)),
    'yuanPerSchoolDay and schoolDaysPerYear go together, and their product is each amount of yuanPerYear',
  );

export const term = z
  .strictObject({ ...labelled, start: isoDate, end: isoDate })
  .refine(({ start, end }) => start <= end, 'the term ends before it starts');

/** The State Council's yearly arrangement: days off, and weekend days that are worked instead. */
export const statutoryYear = z.strictObject({
  holidays: z.array(isoDate).min(1),
  makeUpWorkdays: z.array(isoDate),
});

/** Days on which a county's schools close (snow, flood, festival) or teach against the usual calendar. */
export const localDays = z
  .strictObject({ ...labelled, from: isoDate, to: isoDate, schoolDay: z.boolean() })
  .refine(({ from, to }) => from <= to, 'the days end before they begin');
