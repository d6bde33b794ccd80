import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { PolicyBody } from '../../../policies/bodies.js';
import type { DutyKind, PublicityChannel } from '../../../policies/duty-kinds.js';
import type { Label } from '../../../policies/policy-label.js';
import { Holds } from '../../_kit/access/data-class.js';
import { connectionType } from '../../_kit/schema/connection.js';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe } from '../../_kit/schema/label.js';
import { LabelType } from '../../_kit/schema/label.type.js';
import {
  DutyBodyEnum,
  DutyKindEnum,
  DutyPlaceKindEnum,
  DutyStateEnum,
  DutyUnknownReasonEnum,
  PublicityChannelEnum,
} from './duty.enums.js';
import { DutyRecordType } from './duty-record.type.js';
import type { DutyNode, ShownDutyRecord } from './duty-node.js';
import type { LeadingGroup } from './leading-group.js';
import { LeadingGroupType } from './leading-group.type.js';
import type { UnknownReason } from './duty-periods.js';
import type { DutyPlaceKind } from './duty-places.js';
import type { DutyState } from './duty-state.js';

@Holds('NONE')
@ObjectType('DutyPlace', { description: describe('Where a duty is done', '履职地') })
export class DutyPlaceType {
  @Field(() => DutyPlaceKindEnum.type, { description: describe('Level', '层级') })
  kind!: DutyPlaceKind;

  @Field(() => String, {
    description: describe('Code of the division, cut by level, or of the school', '区划代码或学校标识码'),
  })
  code!: string;

  @Field(() => String, { description: describe('Name', '名称') })
  name!: string;
}

@Holds('NONE')
@ObjectType('Duty', {
  description: describe(
    'What one body owes at one place in one period',
    '工作任务',
    'from the policies in force there and the calendar.',
  ),
})
export class DutyType implements DutyNode {
  @Field(() => ID, { description: describe('Id', '任务编号', 'the same for good.') })
  id!: string;

  @Field(() => String, { description: describe('Key in the policy', '任务代码') })
  duty!: string;

  @Field(() => LabelType, {
    nullable: true,
    description: describe('Its words', '任务名称', 'null when no policy in force has it any longer.'),
  })
  label!: Label | null;

  @Field(() => DutyKindEnum.type, { description: describe('Kind', '职责类别') })
  kind!: DutyKind;

  @Field(() => DutyBodyEnum.type, { description: describe('Who owes it', '责任主体') })
  body!: PolicyBody;

  @Field(() => String, {
    nullable: true,
    description: describe(
      'Agency that owes it',
      '责任单位',
      'of member units and departments, where each agency owes for itself; null of every other body.',
    ),
  })
  agency!: string | null;

  @Field(() => DutyPlaceType, { description: describe('Where', '履职地') })
  place!: DutyNode['place'];

  @Field(() => [DutyBodyEnum.type], {
    description: describe('Who signs it off', '接收单位', 'empty where the document names nobody.'),
  })
  signers!: readonly PolicyBody[];

  @Field(() => [LabelType], {
    description: describe('Groups that it is about', '对象群体', 'empty where it is about everyone.'),
  })
  groups!: readonly Label[];

  @Field(() => LeadingGroupType, {
    nullable: true,
    description: describe(
      'Leading group that is to be set up',
      '领导小组设置',
      'null of every other duty, and where no document says what it is to be like.',
    ),
  })
  leadingGroup!: LeadingGroup | null;

  @Field(() => [PublicityChannelEnum.type], {
    description: describe('Ways in which it is done', '宣传途径', 'empty where the document names none.'),
  })
  channels!: readonly PublicityChannel[];

  @Field(() => String, {
    nullable: true,
    description: describe('Document and clause', '政策依据', 'null where no policy in force has it.'),
  })
  policyClause!: string | null;

  @Field(() => String, {
    description: describe(
      'Period',
      '所属期',
      '2026-11, 2026Q4, 2026, 2026-2027, 2026-AUTUMN (by the first year of the academic year), or a day.',
    ),
  })
  period!: string;

  @Field(() => IsoDateScalar, { description: describe('First day of the period', '所属期首日') })
  periodFrom!: string;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('Can be done from', '办理起始日', 'null when it is not known.'),
  })
  opensOn!: string | null;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('In time until', '截止日', 'null when it is not known, or has no day.'),
  })
  dueOn!: string | null;

  @Field(() => DutyUnknownReasonEnum.type, {
    nullable: true,
    description: describe('Why the due day is not known', '期限无法确定的原因'),
  })
  unknownBecause!: UnknownReason | null;

  @Field(() => DutyStateEnum.type, { description: describe('How it stands today', '履职状态') })
  state!: DutyState;

  @Field(() => Int, {
    nullable: true,
    description: describe('Days past the due day', '逾期天数', 'null when nobody can say.'),
  })
  daysLate!: number | null;

  @Field(() => DutyRecordType, {
    nullable: true,
    description: describe('What was handed in', '报送记录', 'null while nothing was.'),
  })
  record!: ShownDutyRecord | null;
}

export const DutyConnectionType = connectionType('Duty', DutyType, {
  en: 'Duties at places within reach',
  zh: '工作任务列表',
  detail: 'the earliest due come first.',
});
