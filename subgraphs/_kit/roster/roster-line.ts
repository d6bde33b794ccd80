import { z } from 'zod';
import { STUDENT_ID_PATTERN } from '../identity/student-id.js';

/** All that one agency's pinned registers say of one id: rows by table, columns by property name, dates YYYY-MM-DD. */
export interface RosterLine {
  readonly canonicalId: string;
  readonly studentId: string;
  readonly rows: Readonly<Record<string, readonly object[]>>;
}

/** Canonical ids from `from` on and before `to`, as bytes; '' leaves an end open. */
export interface RosterRange {
  readonly from: string;
  readonly to: string;
}

export const ROSTER_PATH = '/kit/roster';

/** Names a comparison run; it stands in the access log and says nothing of a child. */
export const runSchema = z.string().regex(/^(?!.*\d{17})[A-Za-z\d][\w-]{2,63}$/);

/** A bound of a range: the beginning of an id. */
const bound = z.string().regex(/^[a-z2-7]{0,26}$/);

/** More would hold up the agency's other callers for seconds. */
export const MAX_REPAIRED_STUDENTS = 10_000;
export const MAX_READ_STUDENTS = 5_000;

const studentsUpTo = (most: number) => z.array(z.string().regex(STUDENT_ID_PATTERN)).min(1).max(most);

export const rosterCall = z.discriminatedUnion('action', [
  z.strictObject({
    action: z.literal('pin'),
    run: runSchema,
    registers: z
      .array(z.string().regex(/^[A-Z][A-Z_]{1,63}$/))
      .min(1)
      .optional(),
  }),
  z.strictObject({ action: z.literal('read'), run: runSchema, from: bound, to: bound }),
  z.strictObject({ action: z.literal('close'), run: runSchema }),
  z.strictObject({
    action: z.literal('repair-candidates'),
    run: runSchema,
    students: studentsUpTo(MAX_REPAIRED_STUDENTS),
  }),
  z.strictObject({ action: z.literal('read-students'), students: studentsUpTo(MAX_READ_STUDENTS) }),
]);
export type RosterCall = z.infer<typeof rosterCall>;

const pinnedRegister = z.object({
  code: z.string(),
  version: z.int(),
  asOf: z.iso.datetime(),
  loadedAt: z.iso.datetime(),
  source: z.string(),
  staleAfterDays: z.int(),
  covers: z.array(z.string()),
  division: z.string(),
});
/** A register as it stood when it was pinned; one that was never loaded is not pinned. */
export type PinnedRegister = z.infer<typeof pinnedRegister>;

const pinnedPlaces = z.record(z.string(), z.array(z.looseObject({})));
/** Schools and the like by table, rows by property name. */
export type PinnedPlaces = z.infer<typeof pinnedPlaces>;

export const pinnedRoster = z.object({
  registers: z.array(pinnedRegister),
  /** Ids of which the registers say something. */
  rows: z.int(),
  places: pinnedPlaces,
  /** From where the change feed goes on behind what was pinned. */
  changesAfter: z.object({ version: z.int(), seq: z.int() }),
});
export type PinnedRoster = z.infer<typeof pinnedRoster>;

/** What the registers say now of some ids, beside the places; ids of which they say nothing have no line. */
export const readStudents = z.object({
  lines: z.array(
    z.object({
      canonicalId: z.string(),
      studentId: z.string(),
      rows: z.record(z.string(), z.array(z.looseObject({}))),
    }),
  ),
  places: pinnedPlaces,
});
export type ReadStudents = z.infer<typeof readStudents>;

export const repairedNumbers = z.object({
  students: z.array(z.object({ studentId: z.string(), candidates: z.array(z.string()) })),
});
/** For each student the ids of the numbers that its own wrong one may stand for. */
export type RepairedNumbers = z.infer<typeof repairedNumbers>['students'];
