import { MAX_REPAIRED_STUDENTS } from '../../../_kit/roster/roster-line.js';
import type { ChildRecords } from '../../register/child-records.js';
import type { NumberRepairs } from '../matching/blocking-keys.js';
import { agenciesOf } from '../matching/record-sides.js';
import type { RunTools } from './run-tools.js';

/** Agencies that keep resident ID numbers, right or wrong. */
const WITH_NUMBERS = ['police', 'education'];

/** Which numbers the leftovers' wrong ones may stand for; the agency that keeps them answers in digests. */
export async function repairsOf(
  runId: string,
  leftovers: readonly ChildRecords[],
  { rosters }: Pick<RunTools, 'rosters'>,
): Promise<NumberRepairs> {
  const repairs = new Map<string, readonly string[]>();
  for (const agency of WITH_NUMBERS) {
    const students = leftovers
      .filter(({ facts }) => agenciesOf(facts).has(agency))
      .flatMap(({ memberIds }) => memberIds);
    for (let at = 0; at < students.length; at += MAX_REPAIRED_STUDENTS) {
      const asked = students.slice(at, at + MAX_REPAIRED_STUDENTS);
      for (const { studentId, candidates } of await rosters.repairCandidates(agency, runId, asked))
        if (candidates.length > 0) repairs.set(studentId, [...(repairs.get(studentId) ?? []), ...candidates]);
    }
  }
  return repairs;
}
