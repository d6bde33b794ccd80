import type { RecordReference } from '../../_kit/import/import-definition.js';
import { EmployerEntity } from '../employer.entity.js';
import { LabourInspectionEntity } from '../labour-inspection.entity.js';

/** By the bureau's own number or, where there is one, the credit code. */
export const EMPLOYER: RecordReference = {
  entity: EmployerEntity,
  namedBy: ['code', 'unifiedSocialCreditCode'],
};
export const INSPECTION: RecordReference = { entity: LabourInspectionEntity, namedBy: ['code'] };
