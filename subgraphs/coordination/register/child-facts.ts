import { FACT_SOURCES } from './fact-sources.js';
import type { FactName, FactTables } from './fact-tables.js';
import { takeKinAndPlaces, type CollectingKinAndPlaces, type KinAndPlaces } from './kin-and-places.js';

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
  /** The register's own key of the row; null where the table has none. */
  readonly sourceKey: string | null;
  /** Birth date inside the number beside the name, told by who may open the number; null where nobody did. */
  readonly birthDateInNumber: string | null;
}

/**
 * What the agencies' stored rows, and the rows of fieldwork, say of one id: the few columns that the rules need.
 * Whether silence means anything is another question, which the registers' own state answers.
 */
export interface ChildFacts extends KinAndPlaces {
  readonly studentId: string;
  readonly identities: readonly RecordedIdentity[];
  readonly rows: { readonly [Name in FactName]: readonly FactTables[Name][] };
  /** Codes of the registers that gave a row, as `agency.REGISTER`. */
  readonly foundIn: ReadonlySet<string>;
}

interface Collecting extends CollectingKinAndPlaces {
  readonly studentId: string;
  readonly identities: RecordedIdentity[];
  readonly rows: { readonly [Name in FactName]: FactTables[Name][] };
  readonly foundIn: Set<string>;
}

type StoredRow = Readonly<Record<string, unknown>>;

const NAMES = Object.keys(FACT_SOURCES) as FactName[];
/** By agency, then by table. */
const NAMES_OF_AGENCY = new Map(
  [...Map.groupBy(NAMES, (name) => FACT_SOURCES[name].agency)].map(([agency, names]) => [
    agency,
    new Map<string, FactName>(names.map((name) => [FACT_SOURCES[name].table, name])),
  ]),
);

type Rows = Collecting['rows'];

function noRows(): Rows {
  const rows: { -readonly [Name in FactName]?: FactTables[Name][] } = {};
  for (const name of NAMES) rows[name] = [];
  if (!hasAll(rows)) throw new Error('A kind of fact has no rows.');
  return rows;
}

const hasAll = (rows: Partial<Rows>): rows is Rows => NAMES.every((name) => rows[name] !== undefined);

export function createChildFacts(studentId: string): ChildFacts {
  return {
    studentId,
    identities: [],
    rows: noRows(),
    foundIn: new Set(),
    guardians: [],
    households: [],
    places: [],
    splits: [],
  };
}

/**
 * Takes a row as an agency stores it; tables that no rule reads are passed over.
 * @param table table name, for example `student_status`.
 * @param row by property name, dates as YYYY-MM-DD.
 */
export function addFact(facts: ChildFacts, agency: string, table: string, row: object): void {
  const collecting = facts as Collecting;
  const { identities, rows, foundIn } = collecting;
  const stored = row as StoredRow;
  const identity = identityOf(agency, table, stored);
  if (identity) takeIdentity(identities, identity);
  takeKinAndPlaces(collecting, agency, table, stored);
  const name = NAMES_OF_AGENCY.get(agency)?.get(table);
  if (!name) return;
  const { register, columns } = FACT_SOURCES[name];
  foundIn.add(`${agency}.${register}`);
  // Written out, since millions of rows pass here.
  const kept: Record<string, unknown> = {};
  for (const column of columns) kept[column] = stored[column] ?? null;
  // The row comes from the table whose columns are listed, so it has that table's shape.
  (rows[name] as unknown[]).push(kept);
}

/** Who goes from door to door writes down what he is told. */
const FIELD_TABLE = 'household_member_screening';

/**
 * Of an id that a register knows, a register says who it is; field workers only of one that no register knows. Their
 * slip of the pen would otherwise make two persons of one child, or stand for a register that has no row.
 */
function takeIdentity(identities: RecordedIdentity[], identity: RecordedIdentity): void {
  const isOfField = ({ table }: RecordedIdentity) => table === FIELD_TABLE;
  if (isOfField(identity) && !identities.every(isOfField)) return;
  if (!isOfField(identity) && identities.some(isOfField))
    identities.splice(0, identities.length, ...identities.filter((known) => !isOfField(known)));
  identities.push(identity);
}

/** The facts of several ids that are one child, under the id given. */
export function joinFacts(studentId: string, members: readonly ChildFacts[]): ChildFacts {
  const [only] = members;
  if (only && members.length === 1 && only.studentId === studentId) return only;
  const joined = createChildFacts(studentId) as Collecting;
  for (const member of members) take(joined, member, () => true);
  return joined;
}

/** Of one id's facts, those that these agencies gave. */
export function factsFrom(facts: ChildFacts, isFrom: (agency: string) => boolean): ChildFacts {
  const part = createChildFacts(facts.studentId) as Collecting;
  take(part, facts, isFrom);
  return part;
}

function take(into: Collecting, facts: ChildFacts, isFrom: (agency: string) => boolean): void {
  const from = ({ agency }: { readonly agency: string }) => isFrom(agency);
  into.identities.push(...facts.identities.filter(from));
  into.guardians.push(...facts.guardians.filter(from));
  into.households.push(...facts.households.filter(from));
  into.places.push(...facts.places.filter(from));
  into.splits.push(...facts.splits.filter(from));
  for (const name of NAMES) {
    if (from(FACT_SOURCES[name])) (into.rows[name] as unknown[]).push(...facts.rows[name]);
  }
  for (const register of facts.foundIn) {
    if (isFrom(register.slice(0, register.indexOf('.')))) into.foundIn.add(register);
  }
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
    sourceKey: text(row['sourceKey']),
    birthDateInNumber: text(row['birthDateInNumber']),
  };
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
