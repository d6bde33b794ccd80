import { Field, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { describe } from '../../_kit/schema/label.js';
import { mutationErrorType, type MutationError } from '../../_kit/schema/mutation-error.js';
import type { LabourInspection } from '../inspections/labour-inspection.entity.js';
import { LabourInspectionType } from '../inspections/labour-inspection.type.js';
import { EmployerRecordErrorEnum, type EmployerRecordErrorCode } from './employer-records.enums.js';
import type { LicenceSanction } from './licence-sanction.entity.js';
import { LicenceSanctionType } from './licence-sanction.type.js';

const EmployerRecordErrorType = mutationErrorType('EmployerRecord', EmployerRecordErrorEnum);

@Holds('NONE')
@ObjectType('RecordLabourInspectionPayload', {
  description: describe('Outcome of recording an inspection', '劳动监察登记结果'),
})
export class RecordLabourInspectionPayload {
  @Field(() => LabourInspectionType, {
    nullable: true,
    description: describe('The inspection', '劳动监察', 'null when nothing was recorded.'),
  })
  inspection!: LabourInspection | null;

  @Field(() => [EmployerRecordErrorType], { description: describe('Why not', '未登记的原因') })
  errors!: MutationError<EmployerRecordErrorCode>[];
}

@Holds('NONE')
@ObjectType('RecordLicenceSanctionPayload', {
  description: describe('Outcome of recording a sanction', '行政处罚登记结果'),
})
export class RecordLicenceSanctionPayload {
  @Field(() => LicenceSanctionType, {
    nullable: true,
    description: describe('The sanction', '行政处罚', 'null when nothing was recorded.'),
  })
  sanction!: LicenceSanction | null;

  @Field(() => [EmployerRecordErrorType], { description: describe('Why not', '未登记的原因') })
  errors!: MutationError<EmployerRecordErrorCode>[];
}
