import { sql } from 'kysely';
import { HubError } from '../../_kit/errors.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { connectionOf, pageRequest, type Connection, type PageArgs } from '../../_kit/schema/connection.js';
import { absencesOfCandidates, minimumDaysOf, shortestFirstClock } from '../attendance/absence-spell.list.js';
import type { AbsenceSpellFilter } from '../attendance/absence.input.js';
import type { GuardianContact } from '../care/guardian-contact.entity.js';
import type { DropoutReport } from './dropout-report.entity.js';
import type { InspectorCall } from './inspector-call.entity.js';
import {
  judgeSpells,
  type JudgedSpell,
  type JudgeSources,
  type PupilDuty,
  type PupilViolation,
} from './judge-spells.js';
import type { StatusMark } from './status-mark.entity.js';

type Key = readonly [day: string, studentId: string, kind: string];
type Row = { readonly canonicalId: string };

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
  const open = spells
    .flatMap(({ duties }) => duties)
    .filter(({ state }) => state === 'DUE' || state === 'OVERDUE' || state === 'UNKNOWN');
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
  const children = Map.groupBy(absences, ({ canonicalId }) => canonicalId);
  const rows = await rowsOf(context, [...children.keys()]);
  const judged = await Promise.all(
    [...children].map(([canonicalId, own]) =>
      judgeSpells(context, sources, own, {
        contacts: rows.contacts.get(canonicalId) ?? [],
        inspectorCalls: rows.inspectorCalls.get(canonicalId) ?? [],
        marks: rows.marks.get(canonicalId) ?? [],
        reports: rows.reports.get(canonicalId) ?? [],
      }),
    ),
  );
  return judged.flat().filter(({ spell }) => spell.schoolDays >= fewestDays);
}

/** Rows keep the id under which they were recorded, which may be any member of a child's set. */
async function rowsOf({ db }: LoaderContext, children: readonly string[]) {
  const read = async <Stored extends object>(table: string, columns: string) => {
    const { rows } = await sql<Stored & Row>`
      with member as materialized (
        select distinct student_id, canonical_id from student_scope where canonical_id = any (${children}::text[])
        union select id, id from unnest(${children}::text[]) own (id))
      select ${sql.raw(columns)}, member.canonical_id as "canonicalId"
      from ${sql.table(table)} stored join member on member.student_id = stored.student_id
      order by stored.id desc`.execute(db);
    return Map.groupBy(rows, ({ canonicalId }) => canonicalId);
  };
  return {
    contacts: await read<GuardianContact>(
      'guardian_contact',
      'contacted_on::text as "contactedOn", recorded_by as "recordedBy", recorded_on::text as "recordedOn"',
    ),
    inspectorCalls: await read<InspectorCall>(
      'inspector_call',
      'called_on::text as "calledOn", recorded_by as "recordedBy", recorded_on::text as "recordedOn"',
    ),
    marks: await read<StatusMark>(
      'status_mark',
      'mark, marked_on::text as "markedOn", marked_by as "markedBy", recorded_on::text as "recordedOn"',
    ),
    reports: await read<DropoutReport>(
      'dropout_report',
      'recipient, left_on::text as "leftOn", reported_on::text as "reportedOn", reported_by as "reportedBy"',
    ),
  };
}
