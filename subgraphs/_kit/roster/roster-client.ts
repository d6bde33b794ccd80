import { z } from 'zod';
import { CHANGES_PATH, changesPage, type ChangeCursor, type ChangesPage } from '../changes/change-feed.js';
import type { ServiceCall, ServiceClient } from '../trust/service-client.js';
import { RosterError } from './roster-error.js';
import {
  pinnedRoster,
  readStudents,
  repairedNumbers,
  ROSTER_PATH,
  type PinnedRoster,
  type ReadStudents,
  type RepairedNumbers,
  type RosterCall,
  type RosterLine,
  type RosterRange,
} from './roster-line.js';
import { rosterLines } from './roster-reader.js';

const PURPOSE = 'REGISTER_COMPARISON';
/** A register of a million children is pinned in less. */
const PIN_TIMEOUT_MS = 600_000;
const TIMEOUT_MS = 60_000;
const closed = z.object({});

/** How a comparison run reads the agencies. Every failure is a {@link RosterError}. */
export interface RosterClient {
  /** Keeps the agency's registers as they stand now; asked again for a run, answers the same. */
  pinRoster(agency: string, run: string, registers?: readonly string[]): Promise<PinnedRoster>;
  /** Streams a range in the order of (canonical id, student id); what it gave counts once it has ended. */
  readRoster(agency: string, run: string, range: RosterRange): AsyncIterable<RosterLine>;
  closeRoster(agency: string, run: string): Promise<void>;
  /** @param students at most 10,000, of an agency that keeps numbers */
  repairCandidates(agency: string, run: string, students: readonly string[]): Promise<RepairedNumbers>;
  /** What the registers say now, without a pin. @param students at most 5,000 */
  readStudents(agency: string, students: readonly string[]): Promise<ReadStudents>;
  readChanges(agency: string, after: ChangeCursor, limit: number): Promise<ChangesPage>;
}

export interface RosterClientOptions extends Pick<ServiceClient, 'postToAgency' | 'streamFromAgency'> {
  /** Where each agency answers. */
  readonly agencies: ReadonlyMap<string, URL>;
}

export function createRosterClient(options: RosterClientOptions): RosterClient {
  const callOf = (agency: string, body: RosterCall, timeoutMs = TIMEOUT_MS): ServiceCall => ({
    url: urlOf(agency),
    agency,
    path: ROSTER_PATH,
    body,
    purpose: PURPOSE,
    timeoutMs,
  });

  function urlOf(agency: string): URL {
    const url = options.agencies.get(agency);
    if (!url) throw new RangeError(`There is no agency ${agency}.`);
    return url;
  }

  async function ask<Schema extends z.ZodType>(schema: Schema, call: ServiceCall): Promise<z.output<Schema>> {
    const answer = await options.postToAgency(call).catch((cause: unknown) => {
      throw new RosterError(call.agency, 'REFUSED', { cause });
    });
    const { success, data } = schema.safeParse(answer);
    if (!success) throw new RosterError(call.agency, 'MALFORMED');
    return data;
  }

  return {
    pinRoster: (agency, run, registers) =>
      ask(
        pinnedRoster,
        callOf(
          agency,
          { action: 'pin', run, ...(registers && { registers: [...registers] }) },
          PIN_TIMEOUT_MS,
        ),
      ),
    async *readRoster(agency, run, range) {
      const call = callOf(agency, { action: 'read', run, ...range });
      const compressed = await options.streamFromAgency(call).catch((cause: unknown) => {
        throw new RosterError(agency, 'REFUSED', { cause });
      });
      yield* rosterLines(compressed, { agency, range });
    },
    async closeRoster(agency, run) {
      await ask(closed, callOf(agency, { action: 'close', run }));
    },
    async repairCandidates(agency, run, students) {
      const call = callOf(agency, { action: 'repair-candidates', run, students: [...students] });
      return (await ask(repairedNumbers, call)).students;
    },
    readStudents: (agency, students) =>
      ask(readStudents, callOf(agency, { action: 'read-students', students: [...students] })),
    readChanges: (agency, after, limit) =>
      ask(changesPage, {
        url: urlOf(agency),
        agency,
        path: CHANGES_PATH,
        body: { after, limit },
        purpose: PURPOSE,
        timeoutMs: TIMEOUT_MS,
      }),
  };
}
