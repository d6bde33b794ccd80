import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { PolicyBody } from '../../../policies/bodies.js';
import { Holds } from '../../_kit/access/data-class.js';
import { connectionType } from '../../_kit/schema/connection.js';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe } from '../../_kit/schema/label.js';
import { LabelType } from '../../_kit/schema/label.type.js';
import { mutationErrorType, type MutationError } from '../../_kit/schema/mutation-error.js';
import { DutyBodyEnum } from '../duties/duty.enums.js';
import { PledgedTargetType } from './pledged-target.type.js';
import type { PledgedTarget } from './pledged-targets.js';
import type { DutyPlace } from '../duties/duty-places.js';
import { DutyPlaceType } from '../duties/duty.type.js';
import { ResponsibilityLineEnum, type ResponsibilityLine } from '../responsibility/responsibility.enums.js';
import {
  CorrectPledgeErrorEnum,
  PledgeStateEnum,
  RecordPledgeErrorEnum,
  type CorrectPledgeCode,
  type PledgeState,
  type RecordPledgeCode,
} from './pledge.enums.js';

@Holds('NONE')
@ObjectType('ResponsibilityPledge', {
  description: describe(
    'Link of the chain of responsibility pledges',
    '目标责任书',
    'by the policy in force at the place, whether it is signed or not.',
  ),
})
export class ResponsibilityPledgeType {
  @Field(() => ID, { description: describe('Id', '责任书编号', 'the same for good.') })
  id!: string;

  @Field(() => LabelType, { description: describe('Between whom', '签订双方') })
  label!: LabelType;

  @Field(() => ResponsibilityLineEnum.type, { description: describe('Line', '责任线') })
  line!: ResponsibilityLine;

  @Field(() => DutyBodyEnum.type, { description: describe('Who takes the pledge', '责任书发放方') })
  grantor!: PolicyBody;

  @Field(() => DutyBodyEnum.type, { description: describe('Who pledges', '责任书签订方') })
  grantee!: PolicyBody;

  @Field(() => DutyPlaceType, { description: describe('Where', '所在地') })
  place!: DutyPlace;

  @Field(() => Int, { description: describe('First calendar year of the school year', '学年') })
  academicYear!: number;

  @Field(() => [PledgedTargetType], {
    description: describe(
      'What is pledged',
      '责任目标',
      'the targets of the policy in force at the place; no document divides them among those who sign.',
    ),
  })
  targets!: readonly PledgedTarget[];

  @Field(() => PledgeStateEnum.type, { description: describe('Whether it is signed', '签订情况') })
  state!: PledgeState;

  @Field(() => IsoDateScalar, { nullable: true, description: describe('Signed on', '签订日期') })
  signedOn!: string | null;

  @Field(() => String, { nullable: true, description: describe('Document number', '文号') })
  documentNumber!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: describe(
      'Version',
      '版本',
      'a correction names the one that it saw; null while it is not recorded.',
    ),
  })
  version!: number | null;

  @Field(() => String, { description: describe('Document and clause that ask for it', '政策依据') })
  policyClause!: string;
}

export const ResponsibilityPledgeConnectionType = connectionType(
  'ResponsibilityPledge',
  ResponsibilityPledgeType,
  { en: 'Responsibility pledges', zh: '目标责任书列表', detail: 'from the top down.' },
);

@InputType('ResponsibilityPledgeFilter', { description: describe('Which pledges', '责任书筛选条件') })
export class ResponsibilityPledgeFilter {
  @Field(() => String, {
    nullable: true,
    description: describe('Division with all places in it', '行政区划代码', '2, 4, 6, 9 or 12 digits.'),
  })
  division?: string | null;

  @Field(() => String, { nullable: true, description: describe('One school', '学校标识码') })
  school?: string | null;

  @Field(() => PledgeStateEnum.type, { nullable: true, description: describe('State', '签订情况') })
  state?: PledgeState | null;

  @Field(() => Int, {
    nullable: true,
    description: describe('First calendar year of the school year', '学年', 'the present one by default.'),
  })
  academicYear?: number | null;
}

@InputType('RecordPledgeInput', { description: describe('A pledge that was signed', '目标责任书登记') })
export class RecordPledgeInput {
  @Field(() => String, { description: describe('Key of the command', '幂等键', '8 to 64 characters.') })
  idempotencyKey!: string;

  @Field(() => ID, { description: describe('Pledge', '责任书编号') })
  pledgeId!: string;

  @Field(() => IsoDateScalar, { description: describe('Signed on', '签订日期', 'today at the latest.') })
  signedOn!: string;

  @Field(() => String, { nullable: true, description: describe('Document number', '文号') })
  documentNumber?: string | null;
}

@InputType('CorrectPledgeInput', {
  description: describe('What a recorded pledge should say', '目标责任书登记更正', 'as a whole.'),
})
export class CorrectPledgeInput {
  @Field(() => String, { description: describe('Key of the command', '幂等键', '8 to 64 characters.') })
  idempotencyKey!: string;

  @Field(() => ID, { description: describe('Pledge', '责任书编号') })
  pledgeId!: string;

  @Field(() => Int, { description: describe('Version that was looked at', '所见版本') })
  expectedVersion!: number;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe(
      'Signed on',
      '签订日期',
      'today at the latest; null when it was recorded by mistake.',
    ),
  })
  signedOn?: string | null;

  @Field(() => String, { nullable: true, description: describe('Document number', '文号') })
  documentNumber?: string | null;
}

const RecordPledgeErrorType = mutationErrorType('RecordPledge', RecordPledgeErrorEnum);

@Holds('NONE')
@ObjectType('RecordPledgePayload', { description: describe('Outcome of recording a pledge', '登记结果') })
export class RecordPledgePayload {
  @Field(() => ResponsibilityPledgeType, {
    nullable: true,
    description: describe('The pledge as it stands', '责任书', 'null when there are errors.'),
  })
  pledge!: ResponsibilityPledgeType | null;

  @Field(() => [RecordPledgeErrorType], { description: describe('Why not', '未办理的原因') })
  errors!: MutationError<RecordPledgeCode>[];
}

const CorrectPledgeErrorType = mutationErrorType('CorrectPledge', CorrectPledgeErrorEnum);

@Holds('NONE')
@ObjectType('CorrectPledgePayload', { description: describe('Outcome of correcting a pledge', '更正结果') })
export class CorrectPledgePayload {
  @Field(() => ResponsibilityPledgeType, {
    nullable: true,
    description: describe('The pledge as it stands', '责任书', 'null when there are errors.'),
  })
  pledge!: ResponsibilityPledgeType | null;

  @Field(() => [CorrectPledgeErrorType], { description: describe('Why not', '未更正的原因') })
  errors!: MutationError<CorrectPledgeCode>[];
}
