import { Field, Float, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { describe } from '../../_kit/schema/label.js';
import type { ChildLabourFine } from './child-labour-fine.js';

@Holds('LABOUR')
@ObjectType('ChildLabourFine', {
  description: describe(
    'Basis of the fine for one child',
    '罚款基数',
    'computed as of today from the dates of the case and the rates in force; the decision itself is a sanction.',
  ),
})
export class ChildLabourFineType implements ChildLabourFine {
  @Field(() => Float, { description: describe('Months of use', '使用月数', 'as counted by policy.') })
  monthsOfUse!: number;

  @Field(() => Float, { description: describe('Amount for the months of use, in yuan', '使用期间罚款(元)') })
  yuanForUse!: number;

  @Field(() => Float, {
    description: describe(
      'Months after the order',
      '逾期月数',
      'counted from the order; 0 unless the due date passed unmet.',
    ),
  })
  monthsAfterOrder!: number;

  @Field(() => Float, {
    description: describe('Amount for the months after the order, in yuan', '逾期罚款(元)'),
  })
  yuanAfterOrder!: number;

  @Field(() => Float, { description: describe('Both amounts together, in yuan', '合计(元)') })
  totalYuan!: number;

  @Field(() => Float, {
    description: describe(
      'Fine of whoever introduced the child to the work, in yuan',
      '介绍使用童工罚款(元)',
      'apart from the employer and not part of the total; the unlawful gain is confiscated besides.',
    ),
  })
  yuanOfIntroducer!: number;

  @Field(() => Float, {
    description: describe(
      'Fine at most of an employer that kept no record of whom it took on, in yuan',
      '未保存录用登记材料罚款上限(元)',
      'for the records, and not part of the total.',
    ),
  })
  mostYuanForRecords!: number;

  @Field(() => [String], {
    description: describe('Documents and clauses that give the rates', '法定依据'),
  })
  legalBasis!: readonly string[];
}
