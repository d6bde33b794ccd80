import type { LoaderContext } from '../../_kit/request-context.js';
import type { ChildAbsence } from '../attendance/absence-spell.list.js';
import type { GuardianContact } from '../care/guardian-contact.entity.js';
import type { DropoutReport } from './dropout-report.entity.js';
import type { InspectorCall } from './inspector-call.entity.js';
import { judgeSpells, type JudgedSpell, type JudgeSources } from './judge-spells.js';
import type { StatusMark } from './status-mark.entity.js';

/** What the absences of many children asked of their schools. */
export async function judgeAbsences(
  context: LoaderContext,
  sources: JudgeSources,
  absences: readonly ChildAbsence[],
): Promise<JudgedSpell[]> {
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
  return judged.flat();
}

/**
 * Rows of a table about many children, each child's own together. Rows keep the id under which they were recorded, which
 * may be any member of a child's set. All tables that are asked for at one moment are read by one statement.
 */
export async function rowsOfChildren<Stored>(
  { readRows }: Pick<LoaderContext, 'readRows'>,
  children: readonly string[],
  { table, columns }: { readonly table: string; readonly columns: string },
): Promise<Map<string, Stored[]>> {
  type Row = Stored & { readonly canonicalId: string };
  const rows = await readRows<Row>({
    ids: children,
    text: (ids) => `
      with member as materialized (
        select distinct student_id, canonical_id from student_scope where canonical_id = any (${ids})
        union select id, id from unnest(${ids}) own (id))
      select ${columns}, member.canonical_id as "canonicalId"
      from "${table}" stored join member on member.student_id = stored.student_id
      order by stored.id desc`,
  });
  return Map.groupBy(rows, ({ canonicalId }) => canonicalId);
}

async function rowsOf(context: LoaderContext, children: readonly string[]) {
  const [contacts, inspectorCalls, marks, reports] = await Promise.all([
    rowsOfChildren<GuardianContact>(context, children, {
      table: 'guardian_contact',
      columns: 'contacted_on as "contactedOn", recorded_by as "recordedBy", recorded_on as "recordedOn"',
    }),
    rowsOfChildren<InspectorCall>(context, children, {
      table: 'inspector_call',
      columns: 'called_on as "calledOn", recorded_by as "recordedBy", recorded_on as "recordedOn"',
    }),
    rowsOfChildren<StatusMark>(context, children, {
      table: 'status_mark',
      columns: 'mark, marked_on as "markedOn", marked_by as "markedBy", recorded_on as "recordedOn"',
    }),
    rowsOfChildren<DropoutReport>(context, children, {
      table: 'dropout_report',
      columns: 'recipient, left_on as "leftOn", reported_on as "reportedOn", reported_by as "reportedBy"',
    }),
  ]);
  return { contacts, inspectorCalls, marks, reports };
}
