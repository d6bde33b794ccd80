import { createSecretKey } from 'node:crypto';
import { countyFrame, families } from '../../county/generate-families.js';
import { createSinkFactory, type FamilySink } from '../../county/load/agency-sinks.js';
import { fieldworkId, truthLine, type StoredIdentities } from '../../county/load/planted-ids.js';
import { writeFieldwork } from '../../county/registers/coordination.registers.js';
import { REGISTER_WRITERS } from '../../county/registers/index.js';
import type { CountyOptions } from '../../county/views.js';
import { loadPolicies } from '../../policies/load-policies.js';
import { repairedNumbers } from '../../subgraphs/_kit/identity/repaired-numbers.js';
import { normaliseResidentIdNumber } from '../../subgraphs/_kit/identity/resident-id-number.js';
import { createStudentIdentifier, type StudentIdentifier } from '../../subgraphs/_kit/identity/student-id.js';
import { SEALED_NUMBER } from '../../subgraphs/_kit/roster/repair-candidates.js';
import type { ComparisonContext } from '../../subgraphs/coordination/comparison/discrepancies/compared-child.js';
import type { TruthLine } from '../../subgraphs/coordination/comparison/measuring/score-against-truth.js';
import type { ChildRecords } from '../../subgraphs/coordination/register/child-records.js';
import { createFamilyFacts, type FamilyFacts } from '../../subgraphs/coordination/standing/family-facts.js';
import { createRuleContext } from '../../subgraphs/coordination/standing/rule-context.js';
import { createPersons, type Persons } from './persons.js';
import { rosterRow } from './roster-rows.js';

const COORDINATION = 'coordination';
/** Any key will do: nothing of these counties is kept. */
const key = createSecretKey(Buffer.alloc(32, 7));
const policies = loadPolicies();

/** A county as its agencies' rosters would tell it to a run, and beside it what is so. */
export interface GeneratedCounty {
  /** One for each id. */
  readonly records: readonly ChildRecords[];
  /** Ids of the numbers that wrong ones may stand for, by the id of the row that bears the wrong one. */
  readonly repairs: ReadonlyMap<string, readonly string[]>;
  readonly context: ComparisonContext;
  readonly identifier: StudentIdentifier;
  /** For scoring alone: no rule may see it. */
  readonly truth: readonly TruthLine[];
  readonly persons: Persons;
  readonly children: number;
}

export interface GeneratingOptions {
  /** Makes the ids; by default with a key of its own. */
  readonly identifier?: StudentIdentifier;
  /** Told after each family how many children there are so far. */
  readonly onFamily?: (children: number) => void;
}

export function generatedCounty(
  county: CountyOptions,
  { identifier = createStudentIdentifier(key), onFamily = () => undefined }: GeneratingOptions = {},
): GeneratedCounty {
  const records: ChildRecords[] = [];
  const truth: TruthLine[] = [];
  const repairs = new Map<string, readonly string[]>();
  const persons = createPersons();
  let children = 0;
  const sinkFor = createFamilySinks(county, identifier, repairs);
  for (const family of families(county)) {
    const facts = createFamilyFacts();
    const sinks = new Map<string, FamilySink>();
    for (const { agency, writeFamily } of REGISTER_WRITERS) {
      const sink = sinkFor(agency, facts);
      sinks.set(agency, sink);
      writeFamily(family, sink);
    }
    const stored: StoredIdentities = (agency) => sinks.get(agency);
    for (const child of family.children) {
      const studentId = child.fieldwork && fieldworkId(child, stored);
      if (studentId) writeFieldwork(child, studentId, policies, sinkFor(COORDINATION, facts));
      persons.add(child, stored);
    }
    for (const planted of [...family.plantedErrors, ...(family.census?.found ? [family.census.found] : [])])
      truth.push(JSON.parse(truthLine(planted, stored)) as TruthLine);
    for (const [id, own] of facts.children()) records.push({ canonicalId: id, memberIds: [id], facts: own });
    children += family.children.length;
    onFamily(children);
  }
  return { records, truth, repairs, identifier, persons, children, context: contextOf(county) };
}

/** Sinks that keep of each row what the agency's roster tells. */
function createFamilySinks(
  county: CountyOptions,
  identifier: StudentIdentifier,
  repairs: Map<string, readonly string[]>,
) {
  const factories = new Map(
    [...REGISTER_WRITERS.map(({ agency }) => agency), COORDINATION].map((agency) => [
      agency,
      createSinkFactory({ agency, columnKey: key, identifier, asOf: county.asOf }),
    ]),
  );
  return (agency: string, facts: FamilyFacts): FamilySink => {
    const open = factories.get(agency);
    if (!open) throw new Error(`No sink for ${agency}.`);
    const sink = open((entity, row) => {
      const { tableName } = entity.meta;
      const told = rosterRow(agency, tableName, row as Record<string, unknown>);
      if (!told) return;
      facts.take(agency, tableName, told);
      noteRepairs(told, identifier, repairs);
    });
    // Rows stay in memory, so numbers stand open in them; the agency itself would work out the repairs of wrong ones.
    return { ...sink, seal: (plain) => plain };
  };
}

function noteRepairs(
  row: Readonly<Record<string, unknown>>,
  identifier: StudentIdentifier,
  repairs: Map<string, readonly string[]>,
): void {
  const { [SEALED_NUMBER]: number, studentId } = row;
  if (typeof number !== 'string' || typeof studentId !== 'string') return;
  const repaired = repairedNumbers(normaliseResidentIdNumber(number)).map((each) =>
    identifier.ofNumber(each),
  );
  if (repaired.length > 0)
    repairs.set(studentId, [...new Set([...(repairs.get(studentId) ?? []), ...repaired])]);
}

function contextOf(county: CountyOptions): ComparisonContext {
  const frame = countyFrame(county);
  const due = Map.groupBy(frame.catchments, ({ division }) => division);
  return {
    ...createRuleContext({
      countyCode: frame.countyCode,
      today: county.asOf,
      policies,
      schools: new Map(
        frame.schools.map(({ code, name, division }) => [code, { name, divisionCode: division }]),
      ),
      attendanceAsOf: new Date(`${county.asOf}T00:00:00+08:00`),
      sheetDays: new Map(),
    }),
    schoolDueAt: (village, grade) =>
      due.get(village)?.find((row) => row.lowestGrade <= grade && grade <= row.highestGrade)?.schoolCode ??
      null,
    asOf: () => county.asOf,
  };
}
