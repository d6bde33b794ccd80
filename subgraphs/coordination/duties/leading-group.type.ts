import { Field, Int, ObjectType } from 'type-graphql';
import type { Label } from '../../../policies/policy-label.js';
import { Holds } from '../../_kit/access/data-class.js';
import { describe } from '../../_kit/schema/label.js';
import { LabelType } from '../../_kit/schema/label.type.js';
import type { LeadingGroup } from './leading-group.js';

@Holds('NONE')
@ObjectType('LeadingGroupMembers', { description: describe('Members of one kind', '成员构成') })
export class LeadingGroupMembersType {
  @Field(() => LabelType, { description: describe('Kind', '成员类别') })
  label!: Label;

  @Field(() => Int, { description: describe('How many', '人数') })
  number!: number;
}

@Holds('NONE')
@ObjectType('LeadingGroup', {
  description: describe(
    'Leading group as a document orders it',
    '控辍保学工作领导小组',
    'posts and numbers, never persons; what the document leaves open is null.',
  ),
})
export class LeadingGroupType implements LeadingGroup {
  @Field(() => LabelType, { description: describe('Its name', '名称') })
  label!: Label;

  @Field(() => LabelType, { nullable: true, description: describe('Head', '组长') })
  head!: Label | null;

  @Field(() => Int, { nullable: true, description: describe('Deputies', '副组长人数') })
  deputies!: number | null;

  @Field(() => Int, { nullable: true, description: describe('Members', '成员人数') })
  members!: number | null;

  @Field(() => [LeadingGroupMembersType], {
    description: describe(
      'Members by kind',
      '成员构成',
      'empty where the document does not tell them apart.',
    ),
  })
  memberKinds!: LeadingGroup['memberKinds'];

  @Field(() => LabelType, {
    nullable: true,
    description: describe('Body that hosts its office', '办公室设在'),
  })
  officeAt!: Label | null;

  @Field(() => String, { description: describe('Document and clause', '政策依据') })
  policyClause!: string;
}
