import { dayInShanghai } from '../../../../policies/iso-date.js';
import type { ResolvedPolicy } from '../../../../policies/resolve-policy.js';
import { RosterError } from '../../../_kit/roster/roster-error.js';
import type { PinnedRegister } from '../../../_kit/roster/roster-line.js';
import type { ChangeCursor } from '../../../_kit/changes/change-feed.js';
import type { FeedCursors } from '../following/followed-feeds.js';
import type { RunProblem } from './comparison-run.js';
import { pinnedPlaces, type PinnedSources, type RunPlaces } from './run-context.js';
import { pinnedStatistics, type PinnedStatistics } from '../../indicators/pinned-statistics.js';
import type { RunTools } from './run-tools.js';

/** The register behind each check of the documents (五查). */
const CHECKED_REGISTERS: Readonly<Record<string, { readonly agency: string; readonly register: string }>> = {
  HOUSEHOLD_REGISTER: { agency: 'police', register: 'RESIDENTS' },
  STUDENT_STATUS: { agency: 'education', register: 'STUDENT_STATUS' },
  POVERTY_REGISTER: { agency: 'poverty', register: 'HOUSEHOLDS' },
  DISABILITY_REGISTER: { agency: 'disability', register: 'CERTIFICATES' },
  PUPILS_PRESENT: { agency: 'education', register: 'ROLL_CALL' },
};

const DAY_MS = 86_400_000;

export interface Pinning {
  readonly pinned: PinnedSources;
  /** No rule of a run asks for them. */
  readonly statistics: PinnedStatistics;
  /** Behind what was pinned the agencies' change feeds go on from here. */
  readonly cursors: FeedCursors;
  /** Ids of the agency that knows most. */
  readonly children: number;
  /** Why nothing may be compared; empty when all is well. */
  readonly problems: readonly RunProblem[];
}

/** Pins every agency's registers for the run, and says which of those that the policy compares can't be relied on. */
export async function pinSources(
  runId: string,
  policy: Pick<ResolvedPolicy, 'comparisons'>,
  { agencies, rosters, now }: Pick<RunTools, 'agencies' | 'rosters' | 'now'>,
): Promise<Pinning> {
  const problems: RunProblem[] = [];
  const registersOf = new Map<string, readonly PinnedRegister[]>();
  const cursors = new Map<string, ChangeCursor>();
  let children = 0;
  let places: RunPlaces = { school: [], school_class: [], catchment: [], attendance_sheet: [] };
  let statistics = pinnedStatistics.parse({});
  await Promise.all(
    [...agencies.keys()].map(async (agency) => {
      try {
        const roster = await rosters.pinRoster(agency, runId);
        registersOf.set(agency, roster.registers);
        cursors.set(agency, roster.changesAfter);
        children = Math.max(children, roster.rows);
        if (agency !== 'education') return;
        places = withLaterSheets(pinnedPlaces.parse(roster.places), roster.registers);
        statistics = pinnedStatistics.parse(roster.places);
      } catch (cause) {
        if (!(cause instanceof RosterError)) throw cause;
        problems.push({ code: 'AGENCY_UNAVAILABLE', agency, register: null });
      }
    }),
  );
  // In the agencies' own order, whichever answers first.
  const registers = [...agencies.keys()].flatMap((agency) =>
    (registersOf.get(agency) ?? []).map((row) => ({ agency, row })),
  );
  for (const { agency, register } of comparedRegisters(policy)) {
    if (problems.some((problem) => problem.agency === agency)) continue;
    const row = registers.find((each) => each.agency === agency && each.row.code === register)?.row;
    if (!row) problems.push({ code: 'NOT_LOADED', agency, register });
    else if (now().getTime() - Date.parse(row.asOf) > row.staleAfterDays * DAY_MS)
      problems.push({ code: 'STALE', agency, register });
  }
  problems.sort((a, b) => (`${a.agency} ${a.register ?? ''}` < `${b.agency} ${b.register ?? ''}` ? -1 : 1));
  return { pinned: { registers, places }, statistics, cursors, children, problems };
}

/** Of days that were imported for all classes, a class's own sheet says nothing more. */
function withLaterSheets(places: RunPlaces, registers: readonly PinnedRegister[]): RunPlaces {
  const imported = registers.find(({ code }) => code === 'ATTENDANCE')?.asOf;
  if (imported === undefined) return places;
  const upTo = dayInShanghai(new Date(imported));
  const later = places.attendance_sheet.flatMap(({ classCode, date }) => {
    const days = date.filter((day) => day > upTo);
    return days.length > 0 ? [{ classCode, date: days }] : [];
  });
  return { ...places, attendance_sheet: later };
}

/** The registers of the policy's comparisons (四比对, 三比对), each once. */
export function comparedRegisters({ comparisons }: Pick<ResolvedPolicy, 'comparisons'>) {
  const checks = Object.values(comparisons).flatMap((comparison) =>
    comparison ? [comparison.value.left, comparison.value.right] : [],
  );
  return [...new Set(checks)].flatMap((check) => CHECKED_REGISTERS[check] ?? []);
}
