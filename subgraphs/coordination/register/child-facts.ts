import { FACT_SOURCES } from './fact-sources.js';
import type { FactName, FactTables } from './fact-tables.js';

/** Who a child is, as one register wrote it. */
export interface RecordedIdentity {
  readonly agency: string;
  readonly table: string;
  readonly name: string;
  readonly sex: string;
  readonly birthDate: string;
  readonly residentIdNumberSealed: string | null;
  readonly maskedResidentIdNumber: string | null;
  readonly divisionCode: string | null;
}

/**
 * What the agencies' stored rows, and the rows of fieldwork, say of one id: the few columns that the rules need.
 * Whether silence means anything is another question, which the registers' own state answers.
 */
export interface ChildFacts {
  readonly studentId: string;
  readonly identities: readonly RecordedIdentity[];
  readonly rows: { readonly [Name in FactName]: readonly FactTables[Name][] };
  /** Codes of the registers that gave a row, as `agency.REGISTER`. */
  readonly foundIn: ReadonlySet<string>;
}

interface Collecting {
  readonly studentId: string;
  readonly identities: RecordedIdentity[];
  readonly rows: { readonly [Name in FactName]: FactTables[Name][] };
  readonly foundIn: Set<string>;
}

type StoredRow = Readonly<Record<string, unknown>>;

const NAMES = Object.keys(FACT_SOURCES) as FactName[];
const NAME_BY_TABLE = new Map(
  NAMES.map((name) => [`${FACT_SOURCES[name].agency}.${FACT_SOURCES[name].table}`, name]),
);

export function createChildFacts(studentId: string): ChildFacts {
  const rows = Object.fromEntries(NAMES.map((name) => [name, []])) as unknown as Collecting['rows'];
  return { studentId, identities: [], rows, foundIn: new Set() };
}

/**
 * Takes a row as an agency stores it; tables that no rule reads are passed over.
 * @param table table name, for example `student_status`.
 * @param row by property name, dates as YYYY-MM-DD.
 */
export function addFact(facts: ChildFacts, agency: string, table: string, row: object): void {
  const { identities, rows, foundIn } = facts as Collecting;
  const stored = row as StoredRow;
  const identity = identityOf(agency, table, stored);
  if (identity) identities.push(identity);
  const name = NAME_BY_TABLE.get(`${agency}.${table}`);
  if (!name) return;
  const { register, columns } = FACT_SOURCES[name];
  foundIn.add(`${agency}.${register}`);
  const kept = Object.fromEntries(columns.map((column) => [column, stored[column] ?? null]));
  // The row comes from the table whose columns are listed, so it has that table's shape.
  (rows[name] as unknown[]).push(kept);
}

/** The facts of several ids that are one child, under the id given. */
export function joinFacts(studentId: string, members: readonly ChildFacts[]): ChildFacts {
  const [only] = members;
  if (only && members.length === 1 && only.studentId === studentId) return only;
  const joined = createChildFacts(studentId) as Collecting;
  for (const { identities, rows, foundIn } of members) {
    joined.identities.push(...identities);
    for (const name of NAMES) (joined.rows[name] as unknown[]).push(...rows[name]);
    for (const register of foundIn) joined.foundIn.add(register);
  }
  return joined;
}

function identityOf(agency: string, table: string, row: StoredRow): RecordedIdentity | null {
  const name = text(row['name']) ?? text(row['childName']);
  const sex = text(row['sex']);
  const birthDate = text(row['birthDate']);
  // Guardians and household members have names too, but no row of theirs says whose child it is about.
  if (!name || !sex || !birthDate) return null;
  return {
    agency,
    table,
    name,
    sex,
    birthDate,
    residentIdNumberSealed: text(row['residentIdNumberSealed']),
    maskedResidentIdNumber: text(row['maskedResidentIdNumber']),
    divisionCode:
      text(row['residenceDivisionCode']) ?? text(row['divisionCode']) ?? text(row['localDivisionCode']),
  };
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
