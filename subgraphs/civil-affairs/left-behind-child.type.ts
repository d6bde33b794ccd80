import { Field, InputType, ObjectType } from 'type-graphql';
import { Holds } from '../_kit/access/data-class.js';
import { connectionType } from '../_kit/schema/connection.js';
import { IsoDateScalar } from '../_kit/schema/date.scalar.js';
import { describe, type EnumValue } from '../_kit/schema/label.js';
import { LeftBehindCarerEnum, LeftBehindGroundEnum } from './child-circumstance.enums.js';
import { DatedRecordType, datedRegisterType } from './dated-register.type.js';

@Holds('WELFARE')
@ObjectType('LeftBehindChild', {
  description: describe(
    'Left-behind child',
    '农村留守儿童',
    '国发〔2016〕13号: under 16, both parents away for work, or one away and the other unable to care. Schools count otherwise; the two are never merged.',
  ),
})
export class LeftBehindChildType extends DatedRecordType {
  @Field(() => LeftBehindGroundEnum.type, { description: describe('Ground', '留守情形') })
  ground!: EnumValue<typeof LeftBehindGroundEnum>;

  @Field(() => LeftBehindCarerEnum.type, {
    description: describe('Who looks after the child', '受委托照护人'),
  })
  carer!: EnumValue<typeof LeftBehindCarerEnum>;

  @Field(() => IsoDateScalar, { description: describe('Last visited on', '最近探访日期') })
  lastVisitedOn!: string;

  /** Columns behind `student` and `division`. */
  studentId!: string;
  divisionCode!: string;
}

export const LeftBehindRegisterType = datedRegisterType('LeftBehindRegister', LeftBehindChildType, {
  en: 'Register of left-behind children on one child',
  zh: '农村留守儿童登记',
});

@InputType('LeftBehindChildFilter', {
  description: describe('Which left-behind children', '留守儿童筛选条件'),
})
export class LeftBehindChildFilter {
  @Field(() => String, {
    nullable: true,
    description: describe('Division where the child is filed, any level', '所在区划代码'),
  })
  division?: string | null;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('Last visited before this day', '此日期以来未探访'),
  })
  notVisitedSince?: string | null;
}

export const LeftBehindChildConnectionType = connectionType('LeftBehindChild', LeftBehindChildType, {
  en: 'Left-behind children',
  zh: '农村留守儿童列表',
  detail: 'by the last visit, the longest unvisited first.',
});
