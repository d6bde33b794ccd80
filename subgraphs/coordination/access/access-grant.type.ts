import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { connectionType } from '../../_kit/schema/connection.js';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe, type EnumValue } from '../../_kit/schema/label.js';
import { mutationErrorType, type MutationError } from '../../_kit/schema/mutation-error.js';
import {
  GrantAccessErrorEnum,
  GranteeKindEnum,
  RevokeGrantErrorEnum,
  type GrantAccessErrorCode,
  type GranteeKind,
} from './access.enums.js';

/** Like an approval it holds nothing of the child, which is a field of its own. */
@Holds('NONE')
@ObjectType('AccessGrant', {
  description: describe('One child opened to the officers of another area', '跨区域授权'),
})
export class AccessGrantType {
  @Field(() => ID, { description: describe('Id', '授权编号') })
  id!: string;

  @Field(() => GranteeKindEnum.type, { description: describe('Kind of area', '区域类型') })
  granteeKind!: GranteeKind;

  @Field(() => String, { description: describe('Code of the area', '区域代码') })
  granteeCode!: string;

  @Field(() => String, { description: describe('Reason', '授权事由', 'without names.') })
  reason!: string;

  @Field(() => IsoDateScalar, { description: describe('First day', '起始日期') })
  validFrom!: string;

  @Field(() => IsoDateScalar, { description: describe('Last day', '截止日期') })
  validTo!: string;

  @Field(() => String, { description: describe('Approver', '审批人') })
  approvedBy!: string;

  @Field(() => String, { description: describe('Role of the approver', '审批人角色') })
  approverRole!: string;

  @Field(() => Date, { nullable: true, description: describe('Revoked at', '撤销时间') })
  revokedAt!: Date | string | null;

  @Field(() => String, { nullable: true, description: describe('Revoked by', '撤销人') })
  revokedBy!: string | null;

  @Field(() => String, { nullable: true, description: describe('Why it was revoked', '撤销原因') })
  revocationReason!: string | null;

  readonly studentId!: string;
}

export const AccessGrantConnectionType = connectionType('AccessGrant', AccessGrantType, {
  en: 'Grants',
  zh: '跨区域授权列表',
  detail: 'the latest come first.',
});

@InputType('GrantAccessInput', { description: describe('What is granted', '授权内容') })
export class GrantAccessInput {
  @Field(() => String, { description: describe('Key of the command', '幂等键', '8 to 64 characters.') })
  idempotencyKey!: string;

  @Field(() => ID, { description: describe('Child', '学生标识') })
  studentId!: string;

  @Field(() => GranteeKindEnum.type, { description: describe('Kind of area', '区域类型') })
  granteeKind!: GranteeKind;

  @Field(() => String, {
    description: describe('Code of the area', '区域代码', 'of a division 2, 4, 6, 9 or 12 digits.'),
  })
  granteeCode!: string;

  @Field(() => String, { description: describe('Reason', '授权事由', 'without names.') })
  reason!: string;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('First day', '起始日期', 'today by default.'),
  })
  validFrom?: string | null;

  @Field(() => IsoDateScalar, {
    description: describe('Last day', '截止日期', 'at most 366 days after the first.'),
  })
  validTo!: string;
}

@InputType('RevokeGrantInput', { description: describe('What is revoked', '撤销内容') })
export class RevokeGrantInput {
  @Field(() => String, { description: describe('Key of the command', '幂等键', '8 to 64 characters.') })
  idempotencyKey!: string;

  @Field(() => ID, { description: describe('Grant', '授权编号') })
  grantId!: string;

  @Field(() => String, { description: describe('Why', '撤销原因', 'without names.') })
  reason!: string;
}

export const GrantAccessErrorType = mutationErrorType('GrantAccess', GrantAccessErrorEnum);
export const RevokeGrantErrorType = mutationErrorType('RevokeGrant', RevokeGrantErrorEnum);

@Holds('NONE')
@ObjectType('GrantAccessPayload', { description: describe('Outcome of a grant', '授权结果') })
export class GrantAccessPayload {
  @Field(() => AccessGrantType, {
    nullable: true,
    description: describe('The grant', '跨区域授权', 'null when there are errors.'),
  })
  grant!: AccessGrantType | null;

  @Field(() => [GrantAccessErrorType], { description: describe('Why not', '未办理的原因') })
  errors!: MutationError<GrantAccessErrorCode>[];
}

@Holds('NONE')
@ObjectType('RevokeGrantPayload', { description: describe('Outcome of a revocation', '撤销结果') })
export class RevokeGrantPayload {
  @Field(() => AccessGrantType, {
    nullable: true,
    description: describe('The grant', '跨区域授权', 'null when there are errors.'),
  })
  grant!: AccessGrantType | null;

  @Field(() => [RevokeGrantErrorType], { description: describe('Why not', '未办理的原因') })
  errors!: MutationError<EnumValue<typeof RevokeGrantErrorEnum>>[];
}
