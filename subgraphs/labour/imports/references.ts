import type { RecordReference } from '../../_kit/import/import-definition.js';
import { EmployerEntity } from '../employers/employer.entity.js';
import { LabourInspectionEntity } from '../inspections/labour-inspection.entity.js';

/** By the bureau's own number or, where there is one, the credit code. */
export const EMPLOYER: RecordReference = {
  entity: EmployerEntity,
  namedBy: ['code', 'unifiedSocialCreditCode'],
};
export const INSPECTION: RecordReference = { entity: LabourInspectionEntity, namedBy: ['code'] };
