import { z } from 'zod';
import { BODIES } from './bodies.js';
import { DUTY_KINDS, DUTY_TRIGGERS, PUBLICITY_CHANNELS } from './duty-kinds.js';
import { namesOf } from './policy-label.js';
import { count, label, labelled, month } from './policy-values.js';
import { FOCUS_GROUPS, RESPONSIBILITY_LEVELS, RESPONSIBILITY_PLACES } from './policy-vocabulary.js';

/** The shapes of what a policy orders people to do: duties, responsibility, orders to guardians. */

const body = z.enum(namesOf(BODIES));
const trigger = z.enum(namesOf(DUTY_TRIGGERS));
const channel = z.enum(namesOf(PUBLICITY_CHANNELS));

const occurrence = z.union(
  [
    z.strictObject({ every: z.enum(['MONTH', 'QUARTER', 'TERM', 'ACADEMIC_YEAR', 'CALENDAR_YEAR']) }),
    z.strictObject({ inMonths: z.array(month).min(1) }),
    z.strictObject({ atTermStart: z.array(z.enum(['SPRING', 'AUTUMN'])).min(1) }),
    z.strictObject({ monthsAfterTermStart: z.int().min(0).max(6) }),
    z.strictObject({ upon: trigger }),
    z.strictObject({ standing: z.literal(true) }),
  ],
  'expected exactly one of every, inMonths, atTermStart, monthsAfterTermStart, upon or standing: true',
);

/**
 * Something due again and again: who does it, for whom, and when. `standing` is due all the time, or "regularly" where
 * the document gives no interval.
 */
export const duty = z.strictObject({
  ...labelled,
  kind: z.enum(namesOf(DUTY_KINDS)),
  by: z.array(body).min(1),
  to: z.array(body),
  occurs: occurrence,
  /** Groups that the duty is about; absent where it is about everyone. */
  groups: z.array(z.enum(FOCUS_GROUPS)).min(1).optional(),
  channels: z.array(channel).min(1).optional(),
});

/** Who signs with whom; one link of the chain of responsibility pledges (目标责任书). */
export const pledge = z.strictObject({
  ...labelled,
  line: z.enum(['GOVERNMENT', 'EDUCATION']),
  between: body,
  and: z.array(body).min(1),
});

/** One link of a responsibility chain: who answers for what, and the indicator guaranteed by it, if any. */
const link = z.strictObject({
  level: z.enum(RESPONSIBILITY_LEVELS),
  responsible: label,
  place: z.enum(RESPONSIBILITY_PLACES),
  answersFor: label,
  guarantees: label.optional(),
});

/** `levels` runs from the top down; empty where the document names the scheme without listing its levels. */
export const scheme = z.strictObject({
  ...labelled,
  line: z.enum(['GOVERNMENT', 'EDUCATION', 'BOTH']),
  levels: z.array(link),
});
export type SchemeValue = z.infer<typeof scheme>;

export const responsibleRole = z.strictObject({ ...labelled, bodies: z.array(body).min(1) });

/** Numbers are null where the document does not give them. Persons are never named. */
export const leadingGroup = z.strictObject({
  ...labelled,
  head: label.nullable(),
  deputies: count.nullable(),
  members: count.nullable(),
  /** Of the members, those of departments, of townships and of sub-districts, and so on. */
  memberKinds: z.array(z.strictObject({ ...labelled, number: count })),
  officeAt: body.nullable(),
});

/** What follows for whom. */
export const accountability = z.strictObject({
  ...labelled,
  consequence: z.enum(['TALK', 'LIABILITY', 'FORBIDDEN']),
  of: z.array(body).min(1),
});

export const escalationStep = z.strictObject({
  ...labelled,
  order: z.int().min(1).max(20),
  issuers: z.array(body).min(1),
});
