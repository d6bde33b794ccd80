import { HubError } from '../../_kit/errors.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { connectionOf, pageRequest, type Connection, type PageArgs } from '../../_kit/schema/connection.js';
import { absencesOfCandidates, minimumDaysOf, shortestFirstClock } from '../attendance/absence-spell.list.js';
import type { AbsenceSpellFilter } from '../attendance/absence.input.js';
import { isToBeDone } from './attendance-duties.js';
import { judgeAbsences } from './judge-absences.js';
import type { JudgedSpell, JudgeSources, PupilDuty, PupilViolation } from './judge-spells.js';

type Key = readonly [day: string, studentId: string, kind: string];

/** A single day asks for a contact with the guardian. */
const SHORTEST_SPELL = 1;

/** What is still to be done about absences of children within reach, the earliest due first. */
export async function listAttendanceDuties(
  context: LoaderContext,
  sources: JudgeSources,
  filter: AbsenceSpellFilter,
  page: PageArgs,
): Promise<Connection<PupilDuty>> {
  const fewestDays = minimumDaysOf(filter) ?? SHORTEST_SPELL;
  const spells = await judgedSpells(context, sources, filter, fewestDays);
  const open = spells.flatMap(({ duties }) => duties).filter(isToBeDone);
  return pageOf(open, page, ({ dueOn, since, studentId, kind }) => [dueOn ?? since, studentId, kind]);
}

/** Marks and reports that schools owe or gave late, about children within reach, the longest overdue first. */
export async function listReportingViolations(
  context: LoaderContext,
  sources: JudgeSources,
  filter: AbsenceSpellFilter,
  page: PageArgs,
): Promise<Connection<PupilViolation>> {
  const fewestDays = minimumDaysOf(filter) ?? (await shortestFirstClock(context));
  if (!(await context.registers()).has('DROPOUT_REPORTING'))
    throw new HubError(
      'BAD_USER_INPUT',
      'Marks and written reports are not loaded: nobody can say what is missing.',
    );
  const spells = await judgedSpells(context, sources, filter, fewestDays);
  const violations = spells.flatMap(({ violations }) => violations ?? []);
  return pageOf(violations, page, ({ dueOn, studentId, duty }) => [dueOn, studentId, duty]);
}

function pageOf<Node extends object>(
  nodes: Node[],
  page: PageArgs,
  keyOf: (node: Node) => Key,
): Connection<Node> {
  const { limit, after } = pageRequest(page, ['date', 'text', 'text']);
  const sorted = nodes.toSorted((a, b) => inOrder(keyOf(a), keyOf(b)));
  const rest = after ? sorted.filter((node) => inOrder(keyOf(node), after as Key) > 0) : sorted;
  return connectionOf(rest, limit, keyOf, sorted.length);
}

function inOrder(a: Key, b: Key): number {
  for (const [index, part] of a.entries()) {
    const other = b[index] ?? '';
    if (part !== other) return part < other ? -1 : 1;
  }
  return 0;
}

async function judgedSpells(
  context: LoaderContext,
  sources: JudgeSources,
  filter: AbsenceSpellFilter,
  fewestDays: number,
): Promise<JudgedSpell[]> {
  if (!(await context.registers()).has('ATTENDANCE'))
    throw new HubError(
      'BAD_USER_INPUT',
      'Attendance is not loaded: nobody can say what it asks of the schools.',
    );
  const absences = await absencesOfCandidates(context, filter, fewestDays, context.today);
  const judged = await judgeAbsences(context, sources, absences);
  return judged.filter(({ spell }) => spell.schoolDays >= fewestDays);
}
