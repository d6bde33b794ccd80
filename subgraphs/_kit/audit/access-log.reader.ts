import { sql } from 'kysely';
import { parseIsoDate } from '../../../policies/iso-date.js';
import type { LoaderContext } from '../request-context.js';
import { createPageLoader } from '../page-loader.js';
import { connectionOf, pageRequest } from '../schema/connection.js';
import type { StudentIdentity } from '../student/student-identity.js';
import type { LoggedAccess } from './access-entry.js';
import type { AccessReader, ReadAccess, TouchedChild } from './access-reader.js';
import { studentsOfDigests } from './students-of-digests.js';

interface EntryRow {
  readonly position: number;
  readonly writer: string;
  readonly seq: string;
  readonly at: string;
  readonly entry: string;
}

/** Where no policy of a county says more, the national one holds. */
const NOWHERE = '00';
const DAY_MS = 86_400_000;
export const ACCESS_CURSOR = ['instant', 'uuid', 'id'] as const;
export const cursorOfAccess = ({ at, writer, seq }: ReadAccess) => [at.toISOString(), writer, seq];

/** Reads the agency's own log, through functions that answer to the purpose AUDIT alone. */
export function createAccessReader(context: LoaderContext): AccessReader {
  const { db, caller, identifier, now } = context;

  function lateness(): { readonly agencies: readonly string[]; readonly since: Date } {
    const division = caller.jurisdiction.find(({ kind }) => kind === 'DIVISION')?.code ?? NOWHERE;
    const { accessDisclosure } = context.policies.policyFor(division, parseIsoDate(context.today));
    // An agency audits its own officers without waiting.
    const agencies = accessDisclosure.lateAgencies.value.filter((name) => name !== caller.agency);
    return { agencies, since: new Date(now.getTime() - accessDisclosure.lateDays.value * DAY_MS) };
  }

  const late = () => {
    const { agencies, since } = lateness();
    return sql`${[...agencies]}::text[], ${since.toISOString()}::timestamptz`;
  };
  const after = (key: readonly (string | number)[] | undefined) =>
    sql`${key?.[0] ?? null}::timestamptz, ${key?.[1] ?? null}::uuid, ${key?.[2] ?? null}::bigint`;

  return {
    disclosedUntil() {
      const { agencies, since } = lateness();
      return agencies.length > 0 ? since : null;
    },
    accessesToChild: createPageLoader<StudentIdentity, ReadAccess & { readonly studentId: string }>(context, {
      keyOfParent: ({ id }) => id,
      keyOfRow: ({ studentId }) => studentId,
      async read(students, page) {
        const digests = students.map(({ memberIds }) => memberIds.map((id) => identifier.forAccessLog(id)));
        const { rows } = await sql<EntryRow>`select * from access_log_of_students(
          ${digests.map((each) => each.join(','))}::text[], ${late()}, ${after(page.after)}, ${page.limit + 1})`.execute(
          db,
        );
        return rows.flatMap((row) => {
          const index = row.position - 1;
          const student = students[index];
          return student ? [{ ...aboutChildren(row, digests[index]), studentId: student.id }] : [];
        });
      },
    }),
    async accessesBy(actor, from, to, args) {
      const page = pageRequest(args, ACCESS_CURSOR);
      const { rows } = await sql<EntryRow>`select * from access_log_of_actor(
        ${actor}, ${from.toISOString()}::timestamptz, ${to.toISOString()}::timestamptz, ${late()},
        ${after(page.after)}, ${page.limit + 1})`.execute(db);
      return connectionOf(
        rows.map((row) => aboutChildren(row)),
        page.limit,
        cursorOfAccess,
      );
    },
    async incidentSubjects({ actor, requestIds, from, to }, args) {
      const page = pageRequest(args, ['text']);
      const { rows } = await sql<Omit<TouchedChild, 'studentId'> & { accesses: string }>`
        select digest, accesses::int as accesses, first_at as "firstAt", last_at as "lastAt", fields
        from access_log_subjects(${actor}, ${requestIds === null ? null : [...requestIds]}::text[],
          ${from.toISOString()}::timestamptz, ${to.toISOString()}::timestamptz, ${late()},
          ${page.after?.[0] ?? null}, ${page.limit + 1})`.execute(db);
      const ids = await studentsOfDigests(context, new Set(rows.map(({ digest }) => digest)));
      const children = rows.map((row) => ({ ...row, studentId: ids.get(row.digest) ?? null }));
      return connectionOf(children, page.limit, ({ digest }) => [digest]);
    },
  };
}

/** @param digests of one child, when the entry is shown as far as it is about that child */
function aboutChildren({ writer, seq, at, entry }: EntryRow, digests?: readonly string[]): ReadAccess {
  const logged = JSON.parse(entry) as LoggedAccess;
  const groups = digests
    ? logged.children.filter(({ students }) => students.some((digest) => digests.includes(digest)))
    : logged.children;
  const delivered = groups.filter(({ outcome }) => outcome === 'DELIVERED').flatMap(({ fields }) => fields);
  return {
    writer,
    seq,
    at: new Date(at),
    requestId: logged.requestId,
    actor: logged.actor,
    agency: logged.agency,
    role: logged.role,
    purpose: logged.purpose,
    approvals: logged.approvals,
    operation: logged.operation.kind,
    outcomes: [...new Set(groups.map(({ outcome }) => outcome))],
    fields: digests ? [...new Set(delivered)].sort() : logged.fields,
    deniedFields: logged.deniedFields,
    studentCount: logged.studentCount,
  };
}
