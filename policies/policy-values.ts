import { z } from 'zod';
import { isIsoDate, type IsoDate } from './iso-date.js';
import { nationalStands, type Stricter } from './stricter.js';
import {
  AGENCIES,
  BODIES,
  CHECKED_SOURCES,
  DUTY_KINDS,
  EDUCATION_STAGES,
  FOCUS_GROUPS,
  RESPONSIBILITY_LEVELS,
  RESPONSIBILITY_PLACES,
} from './policy-vocabulary.js';

/** The shapes that a single policy value may have. Units stand in the field's name. */

export const isoDate = z.custom<IsoDate>(isIsoDate, 'expected an existing calendar date written YYYY-MM-DD');
export const count = z.int().min(0).max(100_000);
export const age = z.int().min(0).max(120);
export const grade = z.int().min(-5).max(12);
export const month = z.int().min(1).max(12);
const words = z.string().trim().min(1, 'expected some text');
/** English words with the official Chinese term. */
export const label = z.strictObject({ en: words, zh: words });
const labelled = { label };

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

export const priorityStage = z.strictObject({ ...labelled, grades: z.array(z.int().min(1).max(9)).min(1) });

const occurrence = z.union(
  [
    z.strictObject({ every: z.enum(['MONTH', 'QUARTER', 'TERM', 'ACADEMIC_YEAR', 'CALENDAR_YEAR']) }),
    z.strictObject({ inMonths: z.array(month).min(1) }),
    z.strictObject({ atTermStart: z.array(z.enum(['SPRING', 'AUTUMN'])).min(1) }),
    z.strictObject({ monthsAfterTermStart: z.int().min(0).max(6) }),
  ],
  'expected exactly one of every, inMonths, atTermStart or monthsAfterTermStart',
);

/** Something due again and again: who does it, for whom, and when. */
export const duty = z.strictObject({
  ...labelled,
  kind: z.enum(DUTY_KINDS),
  by: z.array(z.enum(BODIES)).min(1),
  to: z.array(z.enum(BODIES)),
  occurs: occurrence,
});

/** One link of a responsibility chain: who answers for what, and the indicator guaranteed by it, if any. */
const link = z.strictObject({
  level: z.enum(RESPONSIBILITY_LEVELS),
  responsible: label,
  place: z.enum(RESPONSIBILITY_PLACES),
  answersFor: label,
  guarantees: words.optional(),
});

/** `levels` runs from the top down; empty where the document names the scheme without listing its levels. */
export const scheme = z.strictObject({
  ...labelled,
  line: z.enum(['GOVERNMENT', 'EDUCATION', 'BOTH']),
  levels: z.array(link),
});
export type SchemeValue = z.infer<typeof scheme>;

export const escalationStep = z.strictObject({
  ...labelled,
  order: z.int().min(1).max(20),
  issuers: z.array(z.enum(BODIES)).min(1),
});

export const target = z
  .strictObject({
    ...labelled,
    indicator: z.enum(['ENROLMENT_RATE', 'RETENTION_RATE', 'DROPOUT_RATE', 'OPEN_DROPOUTS']),
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
