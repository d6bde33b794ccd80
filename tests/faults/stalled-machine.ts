import type { GraphqlAnswer } from '../support/graphql-client.js';

const TRIES = 3;

/**
 * Asks again when an agency that is up did not answer in time, as it happens where the whole machine stands still for
 * some seconds. A fault of the seam is there each time; any other answer is judged as it came the first time.
 */
export async function askPastStalls<Data>(
  down: string,
  ask: () => Promise<GraphqlAnswer<Data>>,
): Promise<GraphqlAnswer<Data>> {
  for (let tried = 1; ; tried++) {
    const answer = await ask();
    const stalled = answer.errors.some(
      ({ extensions: { code, agency } }) => code === 'AGENCY_UNAVAILABLE' && agency !== down,
    );
    if (!stalled || tried === TRIES) return answer;
  }
}
