import type { KeyObject } from 'node:crypto';
import type { PolicyLibrary } from '../../policies/resolve-policy.js';
import type { StudentIdentifier } from '../../subgraphs/_kit/identity/student-id.js';
import {
  StatusChangeEntity,
  type StatusChange,
} from '../../subgraphs/education/status/status-change.entity.js';
import { writeClassLedger } from '../registers/class-ledger.registers.js';
import { writeCoordinationFrame, writeFieldwork } from '../registers/coordination.registers.js';
import { writeHouseholdPlan, type PlanPlace } from '../registers/household-plan.registers.js';
import { writePledges } from '../registers/pledge.registers.js';
import { writePriorityAreas } from '../registers/priority-area.registers.js';
import { createMobility, writeDuties } from '../registers/duty.registers.js';
import { writeSupervision } from '../registers/supervision.registers.js';
import type { CountyFrame, CountyOptions, Family } from '../views.js';
import type { AgencyLoader } from './agency-loader.js';
import { createSinkFactory } from './agency-sinks.js';
import { fieldworkId, type StoredIdentities } from './planted-ids.js';

export const COORDINATION = 'coordination';

export interface CoordinationWriterOptions {
  readonly county: CountyOptions;
  readonly keys: { readonly column: KeyObject };
  readonly identifier: StudentIdentifier;
  readonly loader: AgencyLoader;
  readonly policies: PolicyLibrary;
}

/**
 * Writes what people have entered at the leading group's office: who answers for what, visits and cases, classes'
 * ledgers. The school-age register is not among it: comparison runs derive it.
 */
export interface CoordinationWriter {
  /** A brother or sister whom the household's plan is for, and one whom it could be for, of the families so far. */
  readonly samplePlaces: { readonly taken: PlanPlace | null; readonly free: PlanPlace | null };
  writeFrame(frame: CountyFrame): void;
  /** @param stored ids under which the agencies have just stored the family's rows */
  writeFamily(family: Family, stored: StoredIdentities): void;
  /** A row that an agency has just stored. */
  takeRow(table: string, row: object): void;
  /** What bodies handed in, which rests on what happened to all children. */
  endCounty(frame: CountyFrame): void;
}

export function createCoordinationWriter({
  county,
  keys,
  identifier,
  loader,
  policies,
}: CoordinationWriterOptions): CoordinationWriter {
  const makeSink = createSinkFactory({
    agency: COORDINATION,
    columnKey: keys.column,
    identifier,
    asOf: county.asOf,
  });
  const newSink = () => makeSink((entity, row) => loader.insert(entity, row));
  const mobility = createMobility();
  const plans: { taken: PlanPlace | null; free: PlanPlace | null } = { taken: null, free: null };
  return {
    samplePlaces: plans,
    writeFrame: (frame) =>
      writeCoordinationFrame(
        frame,
        (division) => policies.policyFor(division, county.asOf).responsibilitySchemes,
        newSink(),
      ),
    writeFamily(family, stored) {
      const sink = newSink();
      const known = family.children.flatMap((child) => {
        const studentId = fieldworkId(child, stored);
        return studentId ? [{ child, studentId }] : [];
      });
      for (const each of known) {
        writeFieldwork(each.child, each.studentId, policies, sink);
        const { taken, free } = writeHouseholdPlan(each, known, sink);
        plans.taken ??= taken[0] ?? null;
        plans.free ??= free[0] ?? null;
      }
      for (const child of family.children) writeClassLedger(child, sink);
    },
    takeRow(table, row) {
      if (table === StatusChangeEntity.meta.tableName) mobility.take(row as StatusChange);
    },
    endCounty(frame) {
      writeDuties(frame, policies, mobility, newSink());
      writeSupervision(frame, policies, newSink());
      writePledges(frame, policies, newSink());
      writePriorityAreas(frame, newSink());
    },
  };
}
