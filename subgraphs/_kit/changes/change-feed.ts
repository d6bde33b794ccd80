import { z } from 'zod';
import { STUDENT_ID_PATTERN } from '../identity/student-id.js';
import { CHANGE_KINDS } from './change.entity.js';

export const CHANGES_PATH = '/kit/changes';
export const MAX_CHANGES = 10_000;

/** Of a cursor behind everything of a version, however much of it there is. */
export const END_OF_VERSION = 2_147_483_647;

/** Everything up to it has been read. */
const cursor = z.strictObject({ version: z.int().min(0), seq: z.int().min(0).max(END_OF_VERSION) });
export type ChangeCursor = z.infer<typeof cursor>;

export const changesCall = z.strictObject({ after: cursor, limit: z.int().min(1).max(MAX_CHANGES) });

const change = z.object({
  version: z.int(),
  seq: z.int(),
  register: z.string(),
  registerVersion: z.int(),
  studentId: z.string().regex(STUDENT_ID_PATTERN),
  kind: z.enum(CHANGE_KINDS),
});
export type Change = z.infer<typeof change>;

/**
 * `next` is the cursor to go on from. Once a version has been read to its end it says so, since what it counted up to is
 * not known any more when the version has been cleared.
 */
export const changesPage = z.object({ changes: z.array(change), next: cursor });
export type ChangesPage = z.infer<typeof changesPage>;
