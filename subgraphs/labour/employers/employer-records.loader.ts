import { sql } from 'kysely';
import type { LoaderContext } from '../../_kit/request-context.js';
import { createRowsByKeyLoader } from '../../_kit/rows-by-key-loader.js';
import { studentWithinReach } from '../../_kit/student/jurisdiction.js';
import { ChildLabourCaseEntity } from '../cases/child-labour-case.entity.js';
import { LabourInspectionEntity } from '../inspections/labour-inspection.entity.js';
import { LicenceSanctionEntity } from './licence-sanction.entity.js';

/** What hangs from an employer, latest first. */
export function createEmployerRecordLoaders(context: LoaderContext) {
  const { caller, today } = context;
  return {
    inspectionsByEmployer: createRowsByKeyLoader(context, LabourInspectionEntity, 'employerCode', {
      orderBy: sql`inspected_on desc, code desc`,
    }),
    sanctionsByEmployer: createRowsByKeyLoader(context, LicenceSanctionEntity, 'employerCode', {
      orderBy: sql`decided_on desc, code desc`,
    }),
    /** Only cases of children within the caller's reach: an employer's list must not open other counties' children. */
    casesByEmployer: createRowsByKeyLoader(context, ChildLabourCaseEntity, 'employerCode', {
      orderBy: sql`found_on desc, id desc`,
      where: studentWithinReach(caller, sql.ref('child_labour_case.student_id'), today),
    }),
  };
}
