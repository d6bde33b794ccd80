import { Field, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { describe } from '../../_kit/schema/label.js';
import { mutationErrorType, type MutationError } from '../../_kit/schema/mutation-error.js';
import {
  CaseErrorEnum,
  PlanErrorEnum,
  type CaseErrorCode,
  type PlanErrorCode,
} from './case-commands.enums.js';
import type { DropoutCase } from './dropout-case.entity.js';
import { DropoutCaseType } from './dropout-case.type.js';
import { PlanMeasureType } from './support-plan.type.js';
import type { PlanMeasure } from './plan-measure.entity.js';

const CaseErrorType = mutationErrorType('Case', CaseErrorEnum);

@Holds('NONE')
@ObjectType('CasePayload', {
  description: describe('Outcome of what was recorded about a case', '个案办理结果'),
})
export class CasePayload {
  @Field(() => DropoutCaseType, {
    nullable: true,
    description: describe(
      'The case',
      '辍学个案',
      'with the state that follows; null when nothing was recorded.',
    ),
  })
  case!: DropoutCase | null;

  @Field(() => [CaseErrorType], { description: describe('Why not', '未登记的原因') })
  errors!: MutationError<CaseErrorCode>[];
}

const PlanErrorType = mutationErrorType('Plan', PlanErrorEnum);

@Holds('NONE')
@ObjectType('PlanPayload', {
  description: describe('Outcome of what was recorded in a plan', '方案办理结果'),
})
export class PlanPayload {
  @Field(() => PlanMeasureType, {
    nullable: true,
    description: describe('The measure', '帮扶措施', 'null when nothing was recorded.'),
  })
  measure!: PlanMeasure | null;

  @Field(() => [PlanErrorType], { description: describe('Why not', '未登记的原因') })
  errors!: MutationError<PlanErrorCode>[];
}
