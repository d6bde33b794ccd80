export type AccessOutcome = 'DELIVERED' | 'DENIED' | 'NOT_FOUND';

/** Fields of some children that had one outcome; never a value. */
export interface AccessedChildren {
  readonly students: readonly string[];
  readonly fields: readonly string[];
  readonly outcome: AccessOutcome;
}

/** What one subgraph call read, gathered while it runs. */
export interface AccessTrail {
  /** A field of the child itself, for example `Student.welfare`. */
  child(studentId: string, coordinate: string, outcome: AccessOutcome): void;
  /** A classified field anywhere; a record that names its child counts for that child. */
  field(record: unknown, coordinate: string): void;
  denied(coordinate: string): void;
  /** @returns what was read of which children, and the classified fields that the call delivered and refused */
  summary(): AccessSummary;
}

export interface AccessSummary {
  readonly children: readonly AccessedChildren[];
  readonly fields: readonly string[];
  readonly deniedFields: readonly string[];
}

export function createAccessTrail(): AccessTrail {
  const fields = new Set<string>();
  const deniedFields = new Set<string>();
  const byOutcome = new Map<AccessOutcome, Map<string, Set<string>>>();

  function note(studentId: string, coordinate: string, outcome: AccessOutcome): void {
    let children = byOutcome.get(outcome);
    if (!children) byOutcome.set(outcome, (children = new Map()));
    const known = children.get(studentId);
    if (known) known.add(coordinate);
    else children.set(studentId, new Set([coordinate]));
  }

  return {
    child: note,
    field(record, coordinate) {
      fields.add(coordinate);
      const studentId = studentOf(record);
      if (studentId !== undefined) note(studentId, coordinate, 'DELIVERED');
    },
    denied: (coordinate) => void deniedFields.add(coordinate),
    summary: () => ({
      children: [...byOutcome].flatMap(([outcome, children]) => groupByFields(children, outcome)),
      fields: [...fields].sort(),
      deniedFields: [...deniedFields].sort(),
    }),
  };
}

/** The children of whom something was read. */
export function deliveredStudents({ children }: AccessSummary): string[] {
  const delivered = children.filter(({ outcome }) => outcome === 'DELIVERED');
  return [...new Set(delivered.flatMap(({ students }) => students))];
}

/** What was read and then kept back as a whole. */
export function asDenied({ children, fields, deniedFields }: AccessSummary): AccessSummary {
  return {
    children: children.map((group) => ({ ...group, outcome: 'DENIED' as const })),
    fields: [],
    deniedFields: [...new Set([...deniedFields, ...fields])].sort(),
  };
}

/** A page of fifty children has mostly one set of fields: it is written once. */
function groupByFields(children: ReadonlyMap<string, ReadonlySet<string>>, outcome: AccessOutcome) {
  const groups = new Map<string, { students: string[]; fields: string[]; outcome: AccessOutcome }>();
  for (const [studentId, coordinates] of children) {
    const fields = [...coordinates].sort();
    const key = fields.join();
    const group = groups.get(key);
    if (group) group.students.push(studentId);
    else groups.set(key, { students: [studentId], fields, outcome });
  }
  return [...groups.values()];
}

/** Rows of records about a child carry its id under one name in every agency. */
function studentOf(record: unknown): string | undefined {
  if (typeof record !== 'object' || record === null || !('studentId' in record)) return undefined;
  return typeof record.studentId === 'string' ? record.studentId : undefined;
}
