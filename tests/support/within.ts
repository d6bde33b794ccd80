import { setTimeout } from 'node:timers/promises';

/** How long a revocation may take to count everywhere. */
export const REVOCATION_MS = 5000;

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
