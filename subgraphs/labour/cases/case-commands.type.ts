import { Field, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { describe } from '../../_kit/schema/label.js';
import { mutationErrorType, type MutationError } from '../../_kit/schema/mutation-error.js';
import { ChildLabourCaseErrorEnum, type ChildLabourCaseErrorCode } from './case-commands.enums.js';
import type { ChildLabourCase } from './child-labour-case.entity.js';
import { ChildLabourCaseType } from './child-labour-case.type.js';

const ChildLabourCaseErrorType = mutationErrorType('ChildLabourCase', ChildLabourCaseErrorEnum);

@Holds('NONE')
@ObjectType('ChildLabourCasePayload', {
  description: describe('Outcome of what was recorded about a child-labour case', '童工案件办理结果'),
})
export class ChildLabourCasePayload {
  @Field(() => ChildLabourCaseType, {
    nullable: true,
    description: describe(
      'The case',
      '童工案件',
      'with the state that follows; null when nothing was recorded.',
    ),
  })
  case!: ChildLabourCase | null;

  @Field(() => [ChildLabourCaseErrorType], { description: describe('Why not', '未登记的原因') })
  errors!: MutationError<ChildLabourCaseErrorCode>[];
}
