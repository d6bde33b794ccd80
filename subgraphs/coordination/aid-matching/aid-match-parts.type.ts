import { Field, Float, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { DateTimeScalar } from '../../_kit/schema/date-time.scalar.js';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe } from '../../_kit/schema/label.js';
import { MissingSourceReasonEnum } from '../risk/missing-source.type.js';
import type { MissingSource } from '../risk/missing-sources.js';
import { FocusGroupEnum, type FocusGroup } from '../standing/focus-group.enum.js';
import type { EligibleFact } from './eligible-facts.js';
import type { MatchedAward } from './matched-award.js';

/** What it says is classified where it is asked for: a welfare register's word is welfare data. */
@Holds('NONE')
@ObjectType('EligibleFact', {
  description: describe('Register that shows a group by which a child is eligible', '资助资格依据'),
})
export class EligibleFactType implements EligibleFact {
  @Field(() => FocusGroupEnum.type, { description: describe('Group', '资助对象类别') })
  group!: FocusGroup;

  @Field(() => String, { description: describe('Agency', '部门') })
  agency!: string;

  @Field(() => String, { description: describe('Code of the register', '名册代码') })
  register!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: describe('Date of its data', '数据截止时间', 'null where it is not known.'),
  })
  asOf!: string | null;
}

@Holds('SCHOOLING')
@ObjectType('AidMissingSource', {
  description: describe('Register without which it cannot be told', '比对缺失数据源'),
})
export class AidMissingSourceType implements MissingSource {
  @Field(() => String, { description: describe('Agency', '部门') })
  agency!: string;

  @Field(() => String, { description: describe('Code of the register', '名册代码') })
  register!: string;

  @Field(() => MissingSourceReasonEnum.type, { description: describe('Why', '缺失原因') })
  reason!: MissingSource['reason'];
}

@Holds('SCHOOLING')
@ObjectType('MatchedAward', { description: describe('Award that a match counted', '已获资助') })
export class MatchedAwardType implements MatchedAward {
  @Field(() => String, { description: describe('Term', '学期', 'AUTUMN or SPRING.') })
  term!: string;

  @Field(() => Float, { description: describe('Amount in yuan', '资助金额(元)') })
  amountYuan!: number;

  @Field(() => IsoDateScalar, { description: describe('Decided on', '认定日期') })
  decidedOn!: string;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('Paid on', '发放日期', 'null until paid.'),
  })
  paidOn!: string | null;
}
