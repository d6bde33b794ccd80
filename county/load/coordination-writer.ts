import type { KeyObject } from 'node:crypto';
import type { PolicyLibrary } from '../../policies/resolve-policy.js';
import { createColumnCipher, type ColumnCipher } from '../../subgraphs/_kit/identity/column-cipher.js';
import { StudentScopeEntity } from '../../subgraphs/_kit/student/student-scope.entity.js';
import {
  buildChild,
  createFamilyFacts,
  groupByAlias,
  type RegisterRunContext,
} from '../../subgraphs/coordination/register/build-school-age-register.js';
import { createRuleContext } from '../../subgraphs/coordination/standing/rule-context.js';
import { RegisterRunEntity } from '../../subgraphs/coordination/register/register-run.entity.js';
import { RiskAssessmentEntity } from '../../subgraphs/coordination/risk/risk-assessment.entity.js';
import { RiskFactorEntity } from '../../subgraphs/coordination/risk/risk-factor.entity.js';
import { SchoolAgeEntryEntity } from '../../subgraphs/coordination/register/school-age-entry.entity.js';
import { StudentLinkEntity } from '../../subgraphs/coordination/register/student-link.entity.js';
import { writeClassLedger } from '../registers/class-ledger.registers.js';
import { writeCoordinationFrame, writeFieldwork } from '../registers/coordination.registers.js';
import { createMobility, writeDuties } from '../registers/duty.registers.js';
import { writeSupervision } from '../registers/supervision.registers.js';
import type { CountyFrame, CountyOptions, Family } from '../views.js';
import {
  StatusChangeEntity,
  type StatusChange,
} from '../../subgraphs/education/status/status-change.entity.js';
import type { StudentIdentifier } from '../../subgraphs/_kit/identity/student-id.js';
import { createSinkFactory } from './agency-sinks.js';
import type { AgencyLoader } from './agency-loader.js';
import { fieldworkId, type StoredIdentities } from './planted-ids.js';
import type { LoadedRegister } from './register-rows.js';

export interface CoordinationWriterOptions {
  readonly frame: CountyFrame;
  readonly county: CountyOptions;
  readonly registers: readonly LoadedRegister[];
  readonly policies: PolicyLibrary;
  readonly keys: { readonly column: KeyObject };
  readonly identifier: StudentIdentifier;
  readonly loaders: ReadonlyMap<string, AgencyLoader>;
}

/**
 * Derives coordination's rows from what the agencies stored, family by family, and publishes to every agency
 * where each child belongs. It sees rows only, never what is really so.
 */
export interface CoordinationWriter {
  writeFrame(): void;
  beginFamily(): void;
  /** A row that an agency has just stored. */
  takeRow(agency: string, table: string, row: object): void;
  /** @param stored ids under which the agencies stored the family's rows. */
  endFamily(family: Family, stored: StoredIdentities): void;
  /** What bodies handed in, which rests on what happened to all children. */
  endCounty(): void;
}

const COORDINATION = 'coordination';
const RUN_ID = 'synthetic-county';

export function createCoordinationWriter(options: CoordinationWriterOptions): CoordinationWriter {
  const { frame, county, keys, identifier, loaders, policies } = options;
  const own = loaders.get(COORDINATION);
  if (!own) throw new Error('The county has no database for coordination.');
  const context = runContext(options);
  const makeSink = createSinkFactory({
    agency: COORDINATION,
    columnKey: keys.column,
    identifier,
    asOf: county.asOf,
  });
  const frameSink = makeSink((entity, row) => own.insert(entity, row));
  let facts = createFamilyFacts();
  const mobility = createMobility();
  const takeRow = (agency: string, table: string, row: object) => facts.take(agency, table, row);

  return {
    writeFrame() {
      writeCoordinationFrame(
        frame,
        (division) => policies.policyFor(division, county.asOf).responsibilitySchemes,
        frameSink,
      );
      own.insert(RegisterRunEntity, {
        runId: RUN_ID,
        kind: 'GENERATION',
        startedAt: context.now,
        finishedAt: context.now,
        policyVersion: context.policyVersion,
        counts: {},
      });
    },
    beginFamily() {
      facts = createFamilyFacts();
    },
    takeRow(agency, table, row) {
      takeRow(agency, table, row);
      if (table === StatusChangeEntity.meta.tableName) mobility.take(row as StatusChange);
    },
    endCounty() {
      writeDuties(frame, policies, mobility, frameSink);
      writeSupervision(frame, policies, frameSink);
    },
    endFamily(family, stored) {
      const sink = makeSink((entity, row) => {
        own.insert(entity, row);
        takeRow(COORDINATION, entity.meta.tableName, row);
      });
      for (const child of family.children) {
        const studentId = child.fieldwork && fieldworkId(child, stored);
        if (studentId) writeFieldwork(child, studentId, sink);
        writeClassLedger(child, sink);
      }
      for (const records of groupByAlias(facts.children())) {
        const { entry, links, scopes, risk, riskFactors } = buildChild(records, context);
        if (entry) own.insert(SchoolAgeEntryEntity, entry);
        for (const link of links) own.insert(StudentLinkEntity, link);
        own.insert(RiskAssessmentEntity, risk);
        for (const factor of riskFactors) own.insert(RiskFactorEntity, factor);
        for (const scope of scopes) {
          // More than half of all rows are these, one and the same in seven databases.
          const line = own.lineOf(StudentScopeEntity, scope);
          for (const loader of loaders.values()) loader.insertLine(StudentScopeEntity, line);
        }
      }
    },
  };
}

/** Looks up the catchment areas, grade by grade. */
function schoolsDue({ catchments }: CountyFrame): RegisterRunContext['schoolDueAt'] {
  const byVillage = Map.groupBy(catchments, ({ division }) => division);
  return (divisionCode, grade) =>
    byVillage.get(divisionCode)?.find((row) => row.lowestGrade <= grade && grade <= row.highestGrade)
      ?.schoolCode ?? null;
}

function runContext({
  frame,
  county,
  registers,
  policies,
  keys,
}: CoordinationWriterOptions): RegisterRunContext & { readonly policyVersion: string } {
  const ciphers = new Map<string, ColumnCipher>();
  const cipherOf = (agency: string) => {
    const cipher = ciphers.get(agency) ?? createColumnCipher(keys.column, agency);
    ciphers.set(agency, cipher);
    return cipher;
  };
  const schools = new Map(
    frame.schools.map(({ code, name, division }) => [code, { name, divisionCode: division }]),
  );
  const attendance = registers.find(({ agency, row }) => agency === 'education' && row.code === 'ATTENDANCE');
  const rules = createRuleContext({
    countyCode: frame.countyCode,
    today: county.asOf,
    policies,
    schools,
    attendanceAsOf: attendance?.row.asOf,
  });
  return {
    ...rules,
    runId: RUN_ID,
    now: new Date(`${county.asOf}T00:00:00+08:00`),
    registers,
    schools,
    schoolDueAt: schoolsDue(frame),
    openNumber: (agency, sealed, column) => cipherOf(agency).open(sealed, column),
    seal: (plain, column) => cipherOf(COORDINATION).seal(plain, column),
    policyVersion: rules.policy.versions.join(' '),
  };
}
