import { Field, InputType } from 'type-graphql';
import { describe, type EnumValue } from '../../_kit/schema/label.js';
import { SchoolKindEnum } from './school.enums.js';

@InputType('SchoolFilter', {
  description: describe('Which schools', '学校筛选条件', 'all given conditions hold.'),
})
export class SchoolFilter {
  @Field(() => String, { nullable: true, description: describe('Division code, any level', '区划代码') })
  division?: string | null;

  @Field(() => SchoolKindEnum.type, { nullable: true, description: describe('Kind', '学校类别') })
  kind?: EnumValue<typeof SchoolKindEnum> | null;

  @Field(() => String, { nullable: true, description: describe('Part of the name', '学校名称关键字') })
  name?: string | null;
}
