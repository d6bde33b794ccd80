import { randomUUID } from 'node:crypto';
import { addDays, parseIsoDate } from '../../policies/iso-date.js';
import { loadPolicies } from '../../policies/load-policies.js';
import { createSchoolCalendar } from '../../policies/school-calendar.js';
import { startComparedAgencies } from '../hub/comparison/compared-agencies.js';
import type { TestAgency } from '../support/agency.js';
import { callerAs, type TestCaller } from '../support/callers.js';
import { postGraphql } from '../support/graphql-client.js';
import { createTestGateway } from '../support/hub.js';
import { TEST_NOW } from '../support/test-settings.js';
import { countyUnder, PLACES, type Place } from './documents.js';

/** The whole hub with one clock that the test moves, asked through the gateway alone. */
export interface SchoolYear {
  agency(name: string): TestAgency;
  /** It is nine o'clock of that day in Asia/Shanghai. */
  is(day: string): void;
  /** From now on the document of that place holds in the county; at first it is the county's own. */
  under(place: Place): void;
  query<Data>(caller: TestCaller, text: string, variables?: Record<string, unknown>): Promise<Data>;
  /** Carries out a saved operation's mutation. @returns what it answers when it refuses nothing. */
  command<Data>(caller: TestCaller, operation: string, input: object): Promise<Data>;
  /** Every office hands in its registers as they stand, and they are compared. */
  compare(): Promise<void>;
  close(): Promise<void>;
}

const AT_NINE = 'T09:00:00+08:00';
const COUNTY = '520625';

export async function startSchoolYear(): Promise<SchoolYear> {
  let now = TEST_NOW;
  let place: Place = 'yinjiang';
  const agencies = await startComparedAgencies({
    now: () => now,
    isOneClock: true,
    policies: countyUnder(() => PLACES[place]),
  });
  const gateway = createTestGateway(agencies.urls);
  const url = await gateway.listen({ host: '127.0.0.1', port: 0 });

  async function query<Data>(caller: TestCaller, text: string, variables = {}): Promise<Data> {
    const { data, errors } = await postGraphql<Data>(url, caller, text, variables);
    expect(errors).toEqual([]);
    return data;
  }

  async function command<Data>(caller: TestCaller, text: string, input: object): Promise<Data> {
    const [answer] = Object.values(
      await query<Record<string, Data & { errors?: readonly { code: string }[] }>>(caller, text, {
        input: { idempotencyKey: randomUUID(), ...input },
      }),
    );
    if (!answer) throw new Error('The command was not answered.');
    expect(answer.errors ?? []).toEqual([]);
    return answer;
  }

  return {
    agency: (name) => agencies.of(name),
    is(day) {
      now = new Date(`${day}${AT_NINE}`);
    },
    under(other) {
      place = other;
    },
    query,
    command,
    async compare() {
      // Attendance comes in by the sheets of the classes alone, and is known from them.
      for (const name of agencies.urls.keys())
        await agencies.change(
          name,
          "update register set as_of = $1::date where as_of < $1::date and code <> 'ATTENDANCE'",
          [now],
        );
      const { run } = await command<{ run: { runId: string } }>(
        callerAs('coordination-officer'),
        'mutation ($input: StartComparisonInput!) { startComparison(input: $input) { run { runId } } }',
        {},
      );
      expect(await agencies.untilEnded(run.runId)).toMatchObject({ state: 'COMPLETED', problems: [] });
    },
    async close() {
      await gateway.close();
      await agencies.close();
    },
  };
}

/** School days of the county, both ends included. */
export function schoolDaysBetween(from: string, to: string): string[] {
  const calendar = createSchoolCalendar(loadPolicies().policyFor(COUNTY, parseIsoDate(from)));
  const days: string[] = [];
  for (let day = parseIsoDate(from); day <= parseIsoDate(to); day = addDays(day, 1)) {
    const answer = calendar.isSchoolDay(day);
    if (answer.known && answer.value) days.push(day);
  }
  return days;
}
