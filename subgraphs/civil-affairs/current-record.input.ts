import { Field, InputType } from 'type-graphql';
import { describe } from '../_kit/schema/label.js';

@InputType('WelfareRecordFilter', {
  description: describe('Which records of a welfare register', '民政名册筛选条件'),
})
export class WelfareRecordFilter {
  @Field(() => String, {
    nullable: true,
    description: describe('Division where the child is filed, any level', '所在区划代码'),
  })
  division?: string | null;
}
