import { randomUUID } from 'node:crypto';
import type { LoggedAccess } from '../../../../subgraphs/_kit/audit/access-entry.js';
import type { RosterClient } from '../../../../subgraphs/_kit/roster/roster-client.js';
import type { RosterLine, RosterRange } from '../../../../subgraphs/_kit/roster/roster-line.js';
import type { TestAgency } from '../../../support/agency.js';
import { connectAsOwner } from '../../../support/agency-owner.js';

export const WHOLE: RosterRange = { from: '', to: '' };

export const newRun = (): string => `run-${randomUUID()}`;

export async function readAll(
  client: RosterClient,
  agency: TestAgency,
  run: string,
  range = WHOLE,
): Promise<RosterLine[]> {
  const lines: RosterLine[] = [];
  for await (const line of client.readRoster(agency.name, run, range)) lines.push(line);
  return lines;
}

/** Sixteen ranges that follow on each other: every second character of the ids' alphabet, digits first, begins one. */
export function sixteenRanges(): RosterRange[] {
  const bounds = [...'46acegikmoqsuwy'];
  return [...bounds, ''].map((to, index) => ({ from: bounds[index - 1] ?? '', to }));
}

/** The access log's entries of a service path, the oldest first. */
export async function serviceEntries(agency: TestAgency, path: string): Promise<LoggedAccess[]> {
  const owner = await connectAsOwner(agency);
  try {
    const { rows } = await owner.query<{ entry: string }>(
      'select entry from access_log order by at, writer, seq',
    );
    return rows
      .map(({ entry }) => JSON.parse(entry) as LoggedAccess)
      .filter(({ operation }) => operation.digest === path);
  } finally {
    await owner.end();
  }
}
