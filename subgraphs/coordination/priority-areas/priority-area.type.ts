import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { connectionType } from '../../_kit/schema/connection.js';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe } from '../../_kit/schema/label.js';
import { recordedPayload } from '../../_kit/schema/recorded-payload.js';
import {
  EndPriorityAreaErrorEnum,
  MarkPriorityAreaErrorEnum,
  PriorityAreaKindEnum,
  type PriorityAreaKind,
} from './priority-area.enums.js';

@Holds('IDENTITY')
@ObjectType('PriorityAreaCounts', {
  description: describe('Children who are counted in a priority area', '重点监测地区适龄儿童人数'),
})
export class PriorityAreaCountsType {
  @Field(() => Int, { description: describe('Of compulsory school age', '义务教育适龄儿童') })
  schoolAge!: number;

  @Field(() => Int, { description: describe('Of them out of school', '其中失学') })
  outOfSchool!: number;

  @Field(() => Int, { description: describe('Of whom nobody can say', '其中情况不明') })
  unknown!: number;
}

@Holds('NONE')
@ObjectType('PriorityArea', {
  description: describe('Division that is monitored first', '重点监测地区', 'as somebody marked it.'),
})
export class PriorityAreaType {
  @Field(() => ID, { description: describe('Id', '编号') })
  id!: string;

  @Field(() => PriorityAreaKindEnum.type, { description: describe('Kind', '类别') })
  kind!: PriorityAreaKind;

  @Field(() => IsoDateScalar, { description: describe('Since', '起始日期') })
  since!: string;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('Until', '终止日期', 'its last day; null while it holds.'),
  })
  endedOn!: string | null;

  @Field(() => String, { nullable: true, description: describe('Document that says so', '认定文号') })
  documentNumber!: string | null;

  /** Column behind `division`, `counts` and `policyClause`. */
  divisionCode!: string;
}

export const PriorityAreaConnectionType = connectionType('PriorityArea', PriorityAreaType, {
  en: 'Priority areas',
  zh: '重点监测地区列表',
  detail: 'the latest first.',
});

@InputType('PriorityAreaFilter', { description: describe('Which priority areas', '重点监测地区筛选条件') })
export class PriorityAreaFilter {
  @Field(() => String, {
    nullable: true,
    description: describe('Division with all in it, any level', '行政区划代码'),
  })
  division?: string | null;

  @Field(() => PriorityAreaKindEnum.type, { nullable: true, description: describe('Kind', '类别') })
  kind?: PriorityAreaKind | null;
}

@InputType('MarkPriorityAreaInput', { description: describe('A priority area', '重点监测地区登记') })
export class MarkPriorityAreaInput {
  @Field(() => String, { description: describe('Key of the command', '幂等键', '8 to 64 characters.') })
  idempotencyKey!: string;

  @Field(() => String, {
    description: describe('Township or village', '乡镇(街道)或村(社区)代码', '9 or 12 digits.'),
  })
  division!: string;

  @Field(() => PriorityAreaKindEnum.type, { description: describe('Kind', '类别') })
  kind!: PriorityAreaKind;

  @Field(() => IsoDateScalar, { description: describe('Since', '起始日期', 'today at the latest.') })
  since!: string;

  @Field(() => String, { nullable: true, description: describe('Document that says so', '认定文号') })
  documentNumber?: string | null;
}

@InputType('EndPriorityAreaInput', { description: describe('End of a mark', '取消重点监测地区') })
export class EndPriorityAreaInput {
  @Field(() => String, { description: describe('Key of the command', '幂等键', '8 to 64 characters.') })
  idempotencyKey!: string;

  @Field(() => ID, { description: describe('Priority area', '编号') })
  id!: string;

  @Field(() => IsoDateScalar, { description: describe('Last day', '终止日期', 'today at the latest.') })
  endedOn!: string;
}

export const MarkPriorityAreaPayload = recordedPayload('MarkPriorityArea', MarkPriorityAreaErrorEnum);
export const EndPriorityAreaPayload = recordedPayload('EndPriorityArea', EndPriorityAreaErrorEnum);
