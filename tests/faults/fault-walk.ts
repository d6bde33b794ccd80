import type { LineState } from '../support/agency-line.js';
import { callerAs, testCounty } from '../support/callers.js';
import type { GraphqlAnswer } from '../support/graphql-client.js';
import { startTestHub, type TestHub } from '../support/hub.js';
import { everyEntry, type Entry, type KnownKeys } from './entries.js';
import { enterRareRecords } from './rare-records.js';
import { brokenPromises, PICTURE, type Json } from './seam-check.js';
import { askPastStalls } from './stalled-machine.js';

const officer = callerAs('coordination-officer');

const AT_ONCE = 8;

export interface FaultWalk {
  readonly hub: TestHub;
  readonly entries: readonly Entry[];
  ask(entry: Entry): Promise<GraphqlAnswer<Json>>;
  /** What an entry answered while all was well. */
  healthy(entry: Entry): Json | undefined;
  /** Takes an agency down, walks every entry and brings the agency back. @returns what was wrong, in words. */
  problemsWithout(agency: string, state: LineState): Promise<string[]>;
  close(): Promise<void>;
}

/** Starts a hub and asks the chosen entries once while all is well. */
export async function startFaultWalk(isChosen: (edge: string) => boolean): Promise<FaultWalk> {
  // Time enough for a busy machine, and breakers that never open, so that every single failure reaches the seal; they have tests of their own.
  const hub = await startTestHub({ subgraphTimeoutMs: 6000, breaker: { failures: Number.MAX_SAFE_INTEGER } });
  const ask = (entry: Entry) => hub.ask<Json>(officer, `query ${entry.selection} ${PICTURE}`);
  const answers = new Map<Entry, Json>();
  const entries: Entry[] = [];
  try {
    await enterRareRecords(hub, testCounty.sampleStudentId ?? '');
    entries.push(...everyEntry(await learnKeys(hub)).filter(({ edge }) => isChosen(edge)));
    for (const entry of entries) {
      const { data, errors } = await ask(entry);
      expect({ edge: entry.edge, errors }).toEqual({ edge: entry.edge, errors: [] });
      answers.set(entry, data);
    }
  } catch (cause) {
    await hub.close();
    throw cause;
  }
  return {
    hub,
    entries,
    ask,
    healthy: (entry) => answers.get(entry),
    async problemsWithout(agency, state) {
      hub.line(agency).state = state;
      try {
        const problems: string[] = [];
        // Some side by side, so that a hanging agency does not cost its timeout for each.
        for (let at = 0; at < entries.length; at += AT_ONCE) {
          const answered = entries.slice(at, at + AT_ONCE).map(async (entry) => {
            const answer = await askPastStalls(agency, () => ask(entry));
            const broken = brokenPromises(entry, agency, answer, answers.get(entry));
            return broken.map((problem) => `${entry.edge}: ${problem}`);
          });
          problems.push(...(await Promise.all(answered)).flat());
        }
        return problems;
      } finally {
        hub.line(agency).state = 'CONNECTED';
      }
    },
    close: () => hub.close(),
  };
}

/** What callers know before they ask: ids from earlier answers, a code on a paper, a card in a child's hand. */
async function learnKeys(hub: TestHub): Promise<KnownKeys> {
  const studentId = testCounty.sampleStudentId ?? '';
  const { data, errors } = await hub.ask<{
    student: {
      registerEntry: KnownKeys['person'];
      household: { household: { current: { id: string } } };
    };
  }>(
    callerAs('police-officer'),
    `query ($id: ID!) { student(id: $id) { registerEntry { name residentIdNumber(reason: "identity check at the station") }
      household { household { current { id } } } } }`,
    { id: studentId },
  );
  expect(errors).toEqual([]);
  // One of whose latest roll-calls found a child absent, so that every edge below a school meets somebody.
  const [school] = await hub.agency('education').rows<{ code: string }>(
    `select code from (
       select school_code as code, bool_or(finding <> 'PRESENT') as differs,
              row_number() over (partition by school_code order by called_on desc, class_code) as place
       from roll_call_finding group by school_code, called_on, class_code) calls
     where differs and place <= 3 order by code limit 1`,
  );
  return {
    studentId,
    schoolCode: school?.code ?? '',
    householdId: data.student.household.household.current.id,
    countyCode: testCounty.countyCode,
    person: data.student.registerEntry,
  };
}
