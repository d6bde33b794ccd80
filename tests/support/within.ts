import { setTimeout } from 'node:timers/promises';

/** Set by jest.config.js: more than 1 where other test files share the machine, exactly 1 among the long proofs. */
declare const patience: number;

/** How long a revocation may take to count everywhere: five seconds. */
export const REVOCATION_MS = 5000 * patience;

/** Asks again and again until the answer is as wanted; @returns the last answer, for the test to judge. */
export async function within<Answer>(
  milliseconds: number,
  ask: () => Promise<Answer>,
  isWanted: (answer: Answer) => boolean,
): Promise<Answer> {
  const deadline = Date.now() + milliseconds;
  for (;;) {
    const answer = await ask();
    if (isWanted(answer) || Date.now() >= deadline) return answer;
    await setTimeout(100);
  }
}
