import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../settings/project-root.js';
import { CommandError } from '../commands/command-error.js';

/** Who asks the running hub, and why. */
export interface HubAsker {
  /** Address of the gateway. */
  readonly hub: URL;
  readonly token: string;
  readonly purpose: string;
}

const ANSWERS_WITHIN_MS = 30_000;

/**
 * Asks the gateway a saved operation with the rights of whoever exports: the gate decides on every field, and each
 * agency keeps its entry. @returns the answer as it came
 */
export async function askHub(
  { hub, token, purpose }: HubAsker,
  operation: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  const query = readFileSync(join(projectRoot, 'schema', 'operations', `${operation}.graphql`), 'utf8');
  const response = await fetch(new URL('/graphql', hub), {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'x-purpose': purpose, 'content-type': 'application/json' },
    body: JSON.stringify({ query, operationName: operation, variables }),
    signal: AbortSignal.timeout(ANSWERS_WITHIN_MS),
  }).catch((cause: unknown) => {
    throw new CommandError('FILE_UNUSABLE', `No hub answers at ${hub.origin}.`, { cause });
  });
  return response.json();
}
