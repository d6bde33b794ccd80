import { Field, ObjectType } from 'type-graphql';
import type { Label } from '../../../../policies/policy-label.js';
import { Holds } from '../../../_kit/access/data-class.js';
import { describe } from '../../../_kit/schema/label.js';
import { LabelType } from '../../../_kit/schema/label.type.js';
import type { CheckedSide, OrderedComparison } from './compared-by-policy.js';

@Holds('NONE')
@ObjectType('CheckedSource', { description: describe('What a comparison looks at', '核查来源') })
export class CheckedSourceType implements CheckedSide {
  @Field(() => LabelType, { description: describe('As the document calls it', '名称') })
  label!: Label;

  @Field(() => String, { description: describe('Agency that holds it', '部门') })
  agency!: string;
}

@Holds('NONE')
@ObjectType('OrderedComparison', {
  description: describe('Comparison that the documents in force order', '比对事项'),
})
export class OrderedComparisonType implements OrderedComparison {
  @Field(() => String, { description: describe('Key in the policy', '比对代码') })
  key!: string;

  @Field(() => LabelType, { description: describe('Its words', '名称') })
  label!: Label;

  @Field(() => LabelType, { description: describe('What it finds', '发现内容') })
  finds!: Label;

  @Field(() => CheckedSourceType, {
    nullable: true,
    description: describe('One side', '比对方', 'null where no document describes it as a check of its own.'),
  })
  left!: CheckedSide | null;

  @Field(() => CheckedSourceType, {
    nullable: true,
    description: describe('Other side', '被比对方', 'null as for the one side.'),
  })
  right!: CheckedSide | null;

  @Field(() => String, { description: describe('Document and clause', '政策依据') })
  policyClause!: string;
}
