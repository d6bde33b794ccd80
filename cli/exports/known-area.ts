import { HubError } from '../../subgraphs/_kit/errors.js';
import { CommandError } from '../commands/command-error.js';

/** @throws {CommandError} in the words of `unknown` where the agency has no such area */
export async function knownArea<Area>(finding: Promise<Area>, unknown: string): Promise<Area> {
  try {
    return await finding;
  } catch (cause) {
    if (!(cause instanceof HubError)) throw cause;
    throw new CommandError('UNKNOWN_NAME', unknown, { cause });
  }
}
