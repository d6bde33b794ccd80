import { Field, Int, ObjectType } from 'type-graphql';
import type { DutyKind } from '../../../policies/duty-kinds.js';
import type { Label } from '../../../policies/policy-label.js';
import { Holds } from '../../_kit/access/data-class.js';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe } from '../../_kit/schema/label.js';
import { LabelType } from '../../_kit/schema/label.type.js';
import { DutyKindEnum } from './duty.enums.js';
import type { DutyCount } from './duty-summary.js';

@Holds('NONE')
@ObjectType('DutyCount', {
  description: describe('How one duty stands over all places and periods', '任务完成情况'),
})
export class DutyCountType implements DutyCount {
  @Field(() => String, { description: describe('Key in the policy', '任务代码') })
  duty!: string;

  @Field(() => LabelType, { nullable: true, description: describe('Its words', '任务名称') })
  label!: Label | null;

  @Field(() => DutyKindEnum.type, { description: describe('Kind', '职责类别') })
  kind!: DutyKind;

  @Field(() => Int, { description: describe('In all', '总数') })
  total!: number;

  @Field(() => Int, { description: describe('Their time has not come', '未到办理期') })
  notYetOpen!: number;

  @Field(() => Int, { description: describe('To be done', '待办') })
  due!: number;

  @Field(() => Int, { description: describe('Not handed in in time', '逾期未报') })
  overdue!: number;

  @Field(() => Int, {
    description: describe('Handed in', '已报送', 'in time or not, whatever came of it.'),
  })
  submitted!: number;

  @Field(() => Int, { description: describe('Of those handed in, after the due day', '其中逾期报送') })
  late!: number;

  @Field(() => Int, { description: describe('Signed off', '已签收') })
  signedOff!: number;

  @Field(() => Int, { description: describe('Sent back', '已退回') })
  returned!: number;

  @Field(() => Int, { description: describe('Nobody can say', '无法判定') })
  unknown!: number;
}

@Holds('NONE')
@ObjectType('DutyReport', { description: describe('How the duties of an area stand', '履职情况通报') })
export class DutyReportType {
  @Field(() => IsoDateScalar, { description: describe('Due on this day at the earliest', '起始日期') })
  from!: string;

  @Field(() => IsoDateScalar, { description: describe('Due on this day at the latest', '截止日期') })
  to!: string;

  @Field(() => Boolean, {
    description: describe(
      'Whether the schools are known',
      '学校名单是否已知',
      'when not, what schools owe is missing from the counts.',
    ),
  })
  areSchoolsKnown!: boolean;

  @Field(() => [DutyCountType], {
    description: describe('Duty by duty', '分项情况', 'in order of their keys.'),
  })
  duties!: readonly DutyCount[];
}
