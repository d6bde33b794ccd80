import { Field, Float, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe } from '../../_kit/schema/label.js';
import { LabelType } from '../../_kit/schema/label.type.js';
import { TargetOperatorEnum } from '../indicators/indicator.enums.js';
import { TargetUnitEnum } from './pledge.enums.js';
import type { PledgedTarget } from './pledged-targets.js';

@Holds('NONE')
@ObjectType('PledgedTarget', { description: describe('Target that is pledged', '责任目标') })
export class PledgedTargetType implements PledgedTarget {
  @Field(() => LabelType, { description: describe('Its words', '名称') })
  label!: LabelType;

  @Field(() => TargetOperatorEnum.type, { description: describe('Comparison', '比较方式') })
  operator!: PledgedTarget['operator'];

  @Field(() => Float, { description: describe('Value', '目标值') })
  value!: number;

  @Field(() => TargetUnitEnum.type, { description: describe('Unit', '单位') })
  unit!: PledgedTarget['unit'];

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('To be reached by', '完成时限', 'null where the document sets no day.'),
  })
  reachBy!: PledgedTarget['reachBy'];

  @Field(() => String, { description: describe('Document and clause', '政策依据') })
  policyClause!: string;
}
