import type { z } from 'zod';
import { HubError } from '../errors.js';

/** @throws {HubError} BAD_USER_INPUT that names the places which do not fit, and none of their values */
export function parseServiceBody<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const places = parsed.error.issues.slice(0, 5).map(({ path }) => path.join('.') || 'the body');
  throw new HubError('BAD_USER_INPUT', `Not as agreed: ${places.join(', ')}.`);
}
