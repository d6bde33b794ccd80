import DataLoader from 'dataloader';
import type { EntitySchema } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import type { LoaderContext } from '../_kit/request-context.js';
import { selectRows } from '../_kit/select-rows.js';
import { studentWithinReach } from '../_kit/student/jurisdiction.js';
import { ChildLabourCaseEntity } from './child-labour-case.entity.js';
import { LabourInspectionEntity } from './labour-inspection.entity.js';
import { LicenceSanctionEntity } from './licence-sanction.entity.js';

/** Rows of one table for all employers of a request in one statement, latest first. */
function createEmployerRecordLoader<Row extends { employerCode: string }>(
  { em }: LoaderContext,
  entity: EntitySchema<Row>,
  latestFirst: RawBuilder<unknown>,
  condition: RawBuilder<boolean> = sql<boolean>`true`,
): DataLoader<string, readonly Row[]> {
  return new DataLoader(async (codes) => {
    const rows = await selectRows(em, entity)
      .where(sql<boolean>`employer_code = any(${codes}::text[])`)
      .where(condition)
      .orderBy(latestFirst)
      .execute();
    const byEmployer = Map.groupBy(rows as Row[], ({ employerCode }) => employerCode);
    return codes.map((code) => byEmployer.get(code) ?? []);
  });
}

export function createEmployerRecordLoaders(context: LoaderContext) {
  const { caller, today } = context;
  return {
    inspectionsByEmployer: createEmployerRecordLoader(
      context,
      LabourInspectionEntity,
      sql`inspected_on desc, code desc`,
    ),
    sanctionsByEmployer: createEmployerRecordLoader(
      context,
      LicenceSanctionEntity,
      sql`decided_on desc, code desc`,
    ),
    /** Only cases of children within the caller's reach: an employer's list must not open other counties' children. */
    casesByEmployer: createEmployerRecordLoader(
      context,
      ChildLabourCaseEntity,
      sql`found_on desc, id desc`,
      studentWithinReach(caller, sql.ref('child_labour_case.student_id'), today),
    ),
  };
}
