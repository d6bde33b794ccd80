import type { Command } from '../_kit/command/run-once.js';
import type { LoaderContext } from '../_kit/request-context.js';

/** A command whose input names people: names can be guessed from a digest without a key. */
export function commandAboutPeople(
  { identifier }: Pick<LoaderContext, 'identifier'>,
  { name, input }: Command,
): Command {
  const digest = identifier.provisional('education', `command:${JSON.stringify(input)}`);
  const keyed = { idempotencyKey: input.idempotencyKey, digest };
  return { name, input: keyed };
}
