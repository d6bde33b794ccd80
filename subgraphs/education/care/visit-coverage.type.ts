import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe } from '../../_kit/schema/label.js';
import { VisitCampaignGroupEnum, type VisitCampaignGroup } from './visit-campaign.enums.js';
import type { GroupCoverage } from './visit-coverage.js';

@Holds('SCHOOLING')
@ObjectType('VisitGroupCoverage', {
  description: describe('Home visits to the families of one group', '重点群体家访覆盖情况'),
})
export class GroupCoverageType implements GroupCoverage {
  @Field(() => VisitCampaignGroupEnum.type, { description: describe('Group', '群体') })
  group!: VisitCampaignGroup;

  @Field(() => Int, {
    nullable: true,
    description: describe('Pupils of the group', '群体学生数', 'null where no register says who they are.'),
  })
  pupils!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: describe(
      'Of them visited',
      '其中已家访',
      'null where that or the home visits are not known.',
    ),
  })
  visited!: number | null;

  @Field(() => Int, {
    description: describe('Of whom nobody says whether they belong to it', '是否属于该群体不明的学生数'),
  })
  unknown!: number;
}

@Holds('SCHOOLING')
@ObjectType('HomeVisitCoverage', {
  description: describe(
    'Coverage of the home-visit campaign',
    '「千名教师走万家」家访覆盖情况',
    'pupils on the roll within reach, by what their status forms say.',
  ),
})
export class HomeVisitCoverageType {
  @Field(() => IsoDateScalar, { description: describe('Visits since', '家访起始日期') })
  since!: string;

  @Field(() => Int, {
    nullable: true,
    description: describe('Pupils in all', '学生总数', 'null where the student status is not loaded.'),
  })
  pupils!: number | null;

  @Field(() => [GroupCoverageType], {
    nullable: true,
    description: describe('Group by group', '分群体情况', 'null where the student status is not loaded.'),
  })
  groups!: readonly GroupCoverage[] | null;

  @Field(() => String, {
    nullable: true,
    description: describe('Document and clause that order the campaign', '政策依据', 'null where none does.'),
  })
  policyClause!: string | null;
}

@InputType('HomeVisitCoverageFilter', { description: describe('Which pupils', '家访覆盖筛选条件') })
export class HomeVisitCoverageFilter {
  @Field(() => String, {
    nullable: true,
    description: describe('Division of the school, any level', '学校所在区划代码'),
  })
  division?: string | null;

  @Field(() => String, { nullable: true, description: describe('One school', '学校标识码') })
  school?: string | null;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('Visits since', '家访起始日期', 'from 1 September of the school year by default.'),
  })
  since?: string | null;
}
