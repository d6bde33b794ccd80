import { Field, ID, InputType } from 'type-graphql';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe } from '../../_kit/schema/label.js';

@InputType('RollCallTaskFilter', { description: describe('Which roll-calls', '点名任务筛选条件') })
export class RollCallTaskFilter {
  @Field(() => String, {
    nullable: true,
    description: describe('Month', '点名月', 'YYYY-MM; the latest that has begun by default.'),
  })
  month?: string | null;

  @Field(() => String, { nullable: true, description: describe('School', '学校标识码') })
  school?: string | null;

  @Field(() => String, { nullable: true, description: describe('Division code, any level', '区划代码') })
  division?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: describe('Classes not called yet alone', '仅未点名班级'),
  })
  uncalledOnly?: boolean | null;
}

@InputType('RecordRollCallInput', {
  description: describe('What the roll-call of a class found', '点名登记内容'),
})
export class RecordRollCallInput {
  @Field(() => String, { description: describe('Key of the command', '幂等键', '8 to 64 characters.') })
  idempotencyKey!: string;

  @Field(() => ID, { description: describe('Class', '班级代码') })
  classCode!: string;

  @Field(() => IsoDateScalar, { description: describe('Called on', '点名日期') })
  calledOn!: string;

  @Field(() => String, { description: describe('Who called the roll', '点名人') })
  callerName!: string;

  @Field(() => [ID], {
    description: describe('Absent children', '未到学生', 'the others of the roster count as present.'),
  })
  absentIds!: string[];

  @Field(() => [ID], {
    description: describe(
      'Children met without being on the roster',
      '无籍就读学生',
      'of those within reach.',
    ),
  })
  extraIds!: string[];

  @Field(() => Boolean, {
    nullable: true,
    description: describe('Whether it replaces the call of that day', '是否更正当日点名'),
  })
  corrects?: boolean | null;
}
