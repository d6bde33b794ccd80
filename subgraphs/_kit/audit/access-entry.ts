import type { StudentIdentifier } from '../identity/student-id.js';
import type { AccessRecord, BulkDelivery } from './access-log.js';

/** What one call becomes in the log. */
export interface AccessEntry {
  /** ISO 8601 in UTC, to the millisecond. */
  readonly at: string;
  readonly actor: string;
  /** Digests of all children that the entry names, each once. */
  readonly students: readonly string[];
  /** JSON whose keys are sorted, so that one record has one text. */
  readonly text: string;
}

/** The log's own words, as they are read back. */
export interface LoggedAccess {
  readonly actor: string;
  readonly agency: string;
  readonly approvals: readonly string[];
  readonly at: string;
  readonly bulk?: BulkDelivery;
  readonly children: readonly {
    readonly fields: readonly string[];
    readonly outcome: string;
    readonly students: readonly string[];
  }[];
  readonly deniedFields: readonly string[];
  readonly fields: readonly string[];
  readonly jurisdiction: readonly string[];
  readonly operation: { readonly digest: string; readonly kind: string };
  readonly purpose: string;
  readonly requestId: string;
  readonly role: string;
  readonly studentCount: number;
}

/** Children are named by digests of their ids: who reads the log learns of a child only by asking for one he knows. */
export function accessEntry(record: AccessRecord, identifier: StudentIdentifier): AccessEntry {
  const { caller, access, operation, requestId, bulk } = record;
  const at = record.at.toISOString();
  const students = new Set<string>();
  const children = access.children.map(({ fields, outcome, students: ids }) => {
    const digests = ids.map((id) => identifier.forAccessLog(id));
    for (const digest of digests) students.add(digest);
    return { fields, outcome, students: digests };
  });
  const logged: LoggedAccess = {
    actor: caller.subject,
    agency: caller.agency,
    approvals: record.approvalIds,
    at,
    ...(bulk && { bulk: sortedBulk(bulk) }),
    children,
    deniedFields: access.deniedFields,
    fields: access.fields,
    jurisdiction: caller.jurisdiction.map(({ kind, code }) => `${kind}:${code}`),
    operation: { digest: operation.digest, kind: operation.kind },
    purpose: caller.purpose,
    requestId,
    role: caller.role,
    studentCount: students.size,
  };
  return { at, actor: caller.subject, students: [...students], text: JSON.stringify(logged) };
}

function sortedBulk({ digest, isComplete, question, rows }: BulkDelivery): BulkDelivery {
  const parts = Object.entries(question).sort(([a], [b]) => (a < b ? -1 : 1));
  return { digest, isComplete, question: Object.fromEntries(parts), rows };
}
