import { setTimeout } from 'node:timers/promises';
import type { TestAgency } from './agency.js';

const PATIENCE_MS = 10_000;
const PAUSE_MS = 20;

/** Until a request waits for what another transaction holds, or has answered without. */
export async function untilItWaits(agency: TestAgency, answer: Promise<unknown>): Promise<void> {
  let hasAnswered = false;
  const answered = () => void (hasAnswered = true);
  answer.then(answered, answered);
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end && !hasAnswered;) {
    const waiting = await agency.rows(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (waiting.length > 0) return;
    await setTimeout(PAUSE_MS);
  }
}
