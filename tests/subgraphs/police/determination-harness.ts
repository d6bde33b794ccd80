import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { TestAgency } from '../../support/agency.js';
import { callerAs, type TestCaller } from '../../support/callers.js';

export const officer = callerAs('police-officer');
export const DETERMINE = readFileSync('schema/operations/RecordMissingPersonDetermination.graphql', 'utf8');

interface Answer {
  readonly recordMissingPersonDetermination: {
    readonly isRecorded: boolean;
    readonly errors: readonly { readonly code: string; readonly field: string }[];
  };
}

/** Records a determination by the saved operation. @returns why not, and of which field; nothing when it is recorded */
export async function determine(
  agency: TestAgency,
  input: object,
  caller: TestCaller = officer,
): Promise<string[]> {
  const { data, errors } = await agency.ask<Answer>(caller, DETERMINE, {
    input: { idempotencyKey: randomUUID(), ...input },
  });
  expect(errors).toEqual([]);
  const { isRecorded, errors: refused } = data.recordMissingPersonDetermination;
  expect(isRecorded).toBe(refused.length === 0);
  return refused.map(({ code, field }) => `${code} ${field}`);
}
