import { createSecretKey } from 'node:crypto';
import { families, countyFrame } from '../../../../county/generate-families.js';
import { createSinkFactory, type FamilySink } from '../../../../county/load/agency-sinks.js';
import { fieldworkId, truthLine, type StoredIdentities } from '../../../../county/load/planted-ids.js';
import { writeFieldwork } from '../../../../county/registers/coordination.registers.js';
import { REGISTER_WRITERS } from '../../../../county/registers/index.js';
import type { CountyOptions } from '../../../../county/views.js';
import { loadPolicies } from '../../../../policies/load-policies.js';
import {
  birthDateOfResidentIdNumber,
  isResidentIdNumber,
  normaliseResidentIdNumber,
  residentIdCheckCharacter,
} from '../../../../subgraphs/_kit/identity/resident-id-number.js';
import { createStudentIdentifier } from '../../../../subgraphs/_kit/identity/student-id.js';
import type { ComparisonContext } from '../../../../subgraphs/coordination/comparison/discrepancies/compared-child.js';
import type { TruthLine } from '../../../../subgraphs/coordination/comparison/measuring/score-against-truth.js';
import type { ChildRecords } from '../../../../subgraphs/coordination/register/link-aliases.js';
import { createFamilyFacts } from '../../../../subgraphs/coordination/standing/family-facts.js';
import { createRuleContext } from '../../../../subgraphs/coordination/standing/rule-context.js';

const key = createSecretKey(Buffer.alloc(32, 7));
export const identifier = createStudentIdentifier(key);
const policies = loadPolicies();

/** A county as its agencies would tell it: every id's rows, the truth beside them, and repairs of wrong numbers. */
export interface GeneratedChildren {
  readonly records: readonly ChildRecords[];
  readonly truth: readonly TruthLine[];
  readonly repairs: ReadonlyMap<string, readonly string[]>;
  readonly context: ComparisonContext;
}

export function generatedChildren(county: CountyOptions): GeneratedChildren {
  const records: ChildRecords[] = [];
  const truth: TruthLine[] = [];
  const repairs = new Map<string, string[]>();
  const makeSink = (agency: string) =>
    createSinkFactory({ agency, columnKey: key, identifier, asOf: county.asOf });
  const factories = new Map(
    [...REGISTER_WRITERS.map(({ agency }) => agency), 'coordination'].map((agency) => [
      agency,
      makeSink(agency),
    ]),
  );
  for (const family of families(county)) {
    const facts = createFamilyFacts();
    const sinks = new Map<string, FamilySink>();
    const sinkOf = (agency: string): FamilySink => {
      const open = factories.get(agency);
      if (!open) throw new Error(`No sink for ${agency}.`);
      const sink = open((entity, row) => {
        const stored = withBirthDateInNumber(row as Record<string, unknown>);
        facts.take(agency, entity.meta.tableName, stored);
        noteRepairs(stored, repairs);
      });
      // The rows stay in memory: numbers stand open in them, for what their agency would work out of them.
      return { ...sink, seal: (plain) => plain };
    };
    for (const { agency, writeFamily } of REGISTER_WRITERS) {
      const sink = sinkOf(agency);
      sinks.set(agency, sink);
      writeFamily(family, sink);
    }
    const stored: StoredIdentities = (agency) => sinks.get(agency);
    for (const child of family.children) {
      const studentId = child.fieldwork && fieldworkId(child, stored);
      if (studentId) writeFieldwork(child, studentId, sinkOf('coordination'));
    }
    for (const planted of family.plantedErrors)
      truth.push(JSON.parse(truthLine(planted, stored)) as TruthLine);
    for (const [id, own] of facts.children()) records.push({ canonicalId: id, memberIds: [id], facts: own });
  }
  return { records, truth, repairs, context: contextOf(county) };
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
    }),
    schoolDueAt: (village, grade) =>
      due.get(village)?.find((row) => row.lowestGrade <= grade && grade <= row.highestGrade)?.schoolCode ??
      null,
    asOf: () => county.asOf,
  };
}

function withBirthDateInNumber(row: Record<string, unknown>): Record<string, unknown> {
  const number = numberIn(row);
  return number !== null && isResidentIdNumber(number)
    ? { ...row, birthDateInNumber: birthDateOfResidentIdNumber(number) }
    : row;
}

function numberIn(row: Record<string, unknown>): string | null {
  const sealed = row['residentIdNumberSealed'];
  return typeof sealed === 'string' ? normaliseResidentIdNumber(sealed) : null;
}

/** Ids of the numbers that one changed digit or two swapped neighbours would make valid. */
function noteRepairs(row: Record<string, unknown>, repairs: Map<string, string[]>): void {
  const number = numberIn(row);
  const studentId = row['studentId'];
  if (number?.length !== 18 || isResidentIdNumber(number) || typeof studentId !== 'string') return;
  const candidates = [...number].flatMap((_digit, at) => [
    ...[...'0123456789'].map((digit) => number.slice(0, at) + digit + number.slice(at + 1)),
    number.slice(0, at) +
      number
        .slice(at, at + 2)
        .split('')
        .toReversed()
        .join('') +
      number.slice(at + 2),
  ]);
  const last = number.slice(0, 17) + residentIdCheckCharacter(number.slice(0, 17));
  const valid = new Set([...candidates, last].filter(isResidentIdNumber));
  repairs.set(
    studentId,
    [...valid].map((repaired) => identifier.ofNumber(repaired)),
  );
}
