import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { HubError } from '../errors.js';
import type { LoaderContext } from '../request-context.js';

export interface Command {
  /** Name of the mutation. */
  readonly name: string;
  readonly input: { readonly idempotencyKey: string };
}

const KEY = /^[\w-]{8,64}$/;

/**
 * Carries a mutation out once for each key of a caller: asked again, it gives the first answer and does nothing.
 *
 * The key is taken in the mutation's own transaction. Whoever asks with the same key meanwhile waits for its end: it
 * then finds the answer, or, when the first attempt came to nothing, carries the mutation out itself.
 *
 * @param run what it does; its answer is kept as JSON, so times in it come back as text
 * @throws {HubError} CONFLICT when the key was used for something else
 */
export async function runOnce<Answer extends object>(
  { db, caller, now }: Pick<LoaderContext, 'db' | 'caller' | 'now'>,
  { name, input }: Command,
  run: () => Promise<Answer>,
): Promise<Answer> {
  const { idempotencyKey: key } = input;
  if (!KEY.test(key))
    throw new HubError('BAD_USER_INPUT', '"idempotencyKey" is 8 to 64 letters, digits, "-" or "_".');
  const digest = createHash('sha256')
    .update(`${name} ${canonicalJson(input)}`)
    .digest('base64url');
  const taken = await sql`
    insert into command (actor, idempotency_key, digest, issued_at)
    values (${caller.subject}, ${key}, ${digest}, ${now.toISOString()}::timestamptz)
    on conflict do nothing returning digest`.execute(db);
  if (taken.rows.length === 0) return earlierAnswer<Answer>(db, { actor: caller.subject, key, digest });
  const answer = JSON.stringify(await run());
  await sql`
    update command set answer = ${answer}::jsonb
    where actor = ${caller.subject} and idempotency_key = ${key}`.execute(db);
  return JSON.parse(answer) as Answer;
}

async function earlierAnswer<Answer>(
  db: LoaderContext['db'],
  { actor, key, digest }: { readonly actor: string; readonly key: string; readonly digest: string },
): Promise<Answer> {
  const { rows } = await sql<{ digest: string; answer: string }>`
    select digest, answer::text from command where actor = ${actor} and idempotency_key = ${key}`.execute(db);
  const [earlier] = rows;
  if (!earlier || earlier.digest !== digest) throw new HubError('CONFLICT');
  return JSON.parse(earlier.answer) as Answer;
}

/** JSON that does not depend on the order in which a client writes its fields. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part) && !(part instanceof Date)
      ? Object.fromEntries(Object.entries(part).toSorted(([left], [right]) => (left < right ? -1 : 1)))
      : part,
  );
}
