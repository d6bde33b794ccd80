import type { LoaderContext } from '../request-context.js';
import type { Command } from './run-once.js';

/**
 * A command whose input names people: names can be guessed from a digest without a key.
 * @param agency that carries it out
 */
export function commandAboutPeople(
  { identifier }: Pick<LoaderContext, 'identifier'>,
  agency: string,
  { name, input }: Command,
): Command {
  const digest = identifier.provisional(agency, `command:${JSON.stringify(input)}`);
  const keyed = { idempotencyKey: input.idempotencyKey, digest };
  return { name, input: keyed };
}
