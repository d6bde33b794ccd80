import { Field, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { describe } from '../../_kit/schema/label.js';
import { FocusGroupEnum, type FocusGroup } from './focus-group.enum.js';
import { MissingSourceType } from '../risk/missing-source.type.js';
import type { FocusGroupClause, PolicyBasis } from './policy-basis.js';
import type { UnknownFocusGroup } from './unknown-focus-groups.js';

@Holds('CASEWORK')
@ObjectType('UnknownFocusGroup', {
  description: describe(
    'Focus group that may or may not hold',
    '未知重点群体',
    'a register that would tell was never loaded, does not cover the child or is stale: never read it as "no".',
  ),
})
export class UnknownFocusGroupType implements UnknownFocusGroup {
  @Field(() => FocusGroupEnum.type, { description: describe('Group', '重点群体') })
  group!: FocusGroup;

  @Field(() => [MissingSourceType], {
    description: describe(
      'Registers that would tell',
      '缺失数据源',
      'empty where naming them would tell too much.',
    ),
  })
  missingSources!: readonly MissingSourceType[];
}

@Holds('CASEWORK')
@ObjectType('FocusGroupClause', { description: describe('Why a group is under watch here', '重点群体依据') })
export class FocusGroupClauseType implements FocusGroupClause {
  @Field(() => FocusGroupEnum.type, { description: describe('Group', '重点群体') })
  group!: FocusGroup;

  @Field(() => String, {
    nullable: true,
    description: describe(
      'Document and clause',
      '政策依据',
      'null where no policy in force names the group; it still holds.',
    ),
  })
  policyClause!: string | null;
}

@Holds('CASEWORK')
@ObjectType('PolicyBasis', {
  description: describe('Policies by which an entry was derived', '政策依据', 'each as document and clause.'),
})
export class PolicyBasisType implements PolicyBasis {
  @Field(() => String, { description: describe('Of the standing', '就学状况依据') })
  standing!: string;

  @Field(() => String, {
    nullable: true,
    description: describe('Of the residence', '居住地依据', 'null where nothing says where the child lives.'),
  })
  residence!: string | null;

  @Field(() => [FocusGroupClauseType], {
    description: describe('Of each focus group that holds', '重点群体依据'),
  })
  focusGroups!: readonly FocusGroupClauseType[];
}
