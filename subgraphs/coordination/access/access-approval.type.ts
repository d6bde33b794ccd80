import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { DataClass, PurposeCode } from '../../../policies/purposes.js';
import { Holds } from '../../_kit/access/data-class.js';
import { connectionType } from '../../_kit/schema/connection.js';
import { describe } from '../../_kit/schema/label.js';
import { mutationErrorType, type MutationError } from '../../_kit/schema/mutation-error.js';
import {
  AccessDataClassEnum,
  AccessPurposeEnum,
  ActorKindEnum,
  ApprovalLevelEnum,
  ApproveAccessErrorEnum,
  RevokeApprovalErrorEnum,
  type ActorKind,
  type ApprovalLevel,
  type ApproveAccessErrorCode,
} from './access.enums.js';
import type { EnumValue } from '../../_kit/schema/label.js';

/**
 * Holds nothing of a child: its child is a field of its own, guarded as everywhere. So the first approval of all can
 * be given by somebody for whom nothing is approved yet.
 */
@Holds('NONE')
@ObjectType('AccessApproval', {
  description: describe('Approval to read kinds of data for a purpose', '访问授权'),
})
export class AccessApprovalType {
  @Field(() => ID, {
    description: describe('Id', '授权编号', 'a CASE approval is named by it in the header `x-approval`.'),
  })
  id!: string;

  @Field(() => ApprovalLevelEnum.type, { description: describe('Reach', '审批层级') })
  level!: ApprovalLevel;

  @Field(() => ActorKindEnum.type, { description: describe('Kind of actor', '被授权主体类型') })
  actorKind!: ActorKind;

  @Field(() => String, { description: describe('Role or subject that is approved', '被授权角色或用户') })
  actor!: string;

  @Field(() => AccessPurposeEnum.type, { description: describe('Purpose', '处理目的') })
  purpose!: PurposeCode;

  @Field(() => [AccessDataClassEnum.type], { description: describe('Kinds of data', '数据类别') })
  dataClasses!: DataClass[];

  @Field(() => Date, { description: describe('In force from', '生效时间') })
  validFrom!: Date | string;

  @Field(() => Date, { description: describe('In force until', '失效时间') })
  expiresAt!: Date | string;

  @Field(() => String, { description: describe('Approver', '审批人') })
  approvedBy!: string;

  @Field(() => String, { description: describe('Role of the approver', '审批人角色') })
  approverRole!: string;

  @Field(() => String, { description: describe('Grounds', '审批依据', 'without names.') })
  basis!: string;

  @Field(() => Date, { nullable: true, description: describe('Revoked at', '撤销时间') })
  revokedAt!: Date | string | null;

  @Field(() => String, { nullable: true, description: describe('Revoked by', '撤销人') })
  revokedBy!: string | null;

  @Field(() => String, { nullable: true, description: describe('Why it was revoked', '撤销原因') })
  revocationReason!: string | null;

  readonly studentId!: string | null;
}

export const AccessApprovalConnectionType = connectionType('AccessApproval', AccessApprovalType, {
  en: 'Approvals',
  zh: '访问授权列表',
  detail: 'the latest come first.',
});

@InputType('AccessApprovalFilter', { description: describe('Which approvals', '访问授权筛选条件') })
export class AccessApprovalFilter {
  @Field(() => String, {
    nullable: true,
    description: describe('Of this role or subject', '被授权角色或用户'),
  })
  actor?: string | null;

  @Field(() => ApprovalLevelEnum.type, { nullable: true, description: describe('Reach', '审批层级') })
  level?: ApprovalLevel | null;

  @Field(() => Boolean, { nullable: true, description: describe('In force now, or not', '当前是否有效') })
  isInForce?: boolean | null;
}

@InputType('ApproveAccessInput', { description: describe('What is approved', '审批内容') })
export class ApproveAccessInput {
  @Field(() => String, { description: describe('Key of the command', '幂等键', '8 to 64 characters.') })
  idempotencyKey!: string;

  @Field(() => ApprovalLevelEnum.type, { description: describe('Reach', '审批层级') })
  level!: ApprovalLevel;

  @Field(() => ActorKindEnum.type, { description: describe('Kind of actor', '被授权主体类型') })
  actorKind!: ActorKind;

  @Field(() => String, { description: describe('Role or subject', '被授权角色或用户') })
  actor!: string;

  @Field(() => AccessPurposeEnum.type, { description: describe('Purpose', '处理目的') })
  purpose!: PurposeCode;

  @Field(() => [AccessDataClassEnum.type], {
    description: describe('Kinds of data', '数据类别', "at least one, all of them the purpose's."),
  })
  dataClasses!: DataClass[];

  @Field(() => ID, { nullable: true, description: describe('Child of a CASE approval', '个案学生标识') })
  studentId?: string | null;

  @Field(() => Date, { nullable: true, description: describe('From', '生效时间', 'now by default.') })
  validFrom?: Date | null;

  @Field(() => Date, {
    description: describe('Until', '失效时间', 'at most 366 days later, 92 for a CASE approval.'),
  })
  expiresAt!: Date;

  @Field(() => String, { description: describe('Grounds', '审批依据', 'without names.') })
  basis!: string;
}

@InputType('RevokeApprovalInput', { description: describe('What is revoked', '撤销内容') })
export class RevokeApprovalInput {
  @Field(() => String, { description: describe('Key of the command', '幂等键', '8 to 64 characters.') })
  idempotencyKey!: string;

  @Field(() => ID, { description: describe('Approval', '授权编号') })
  approvalId!: string;

  @Field(() => String, { description: describe('Why', '撤销原因', 'without names.') })
  reason!: string;
}

export const ApproveAccessErrorType = mutationErrorType('ApproveAccess', ApproveAccessErrorEnum);
export const RevokeApprovalErrorType = mutationErrorType('RevokeApproval', RevokeApprovalErrorEnum);

@Holds('NONE')
@ObjectType('ApproveAccessPayload', { description: describe('Outcome of an approval', '审批结果') })
export class ApproveAccessPayload {
  @Field(() => AccessApprovalType, {
    nullable: true,
    description: describe('The approval', '访问授权', 'null when there are errors.'),
  })
  approval!: AccessApprovalType | null;

  @Field(() => [ApproveAccessErrorType], { description: describe('Why not', '未办理的原因') })
  errors!: MutationError<ApproveAccessErrorCode>[];
}

@Holds('NONE')
@ObjectType('RevokeApprovalPayload', { description: describe('Outcome of a revocation', '撤销结果') })
export class RevokeApprovalPayload {
  @Field(() => AccessApprovalType, {
    nullable: true,
    description: describe('The approval', '访问授权', 'null when there are errors.'),
  })
  approval!: AccessApprovalType | null;

  @Field(() => [RevokeApprovalErrorType], { description: describe('Why not', '未办理的原因') })
  errors!: MutationError<EnumValue<typeof RevokeApprovalErrorEnum>>[];
}
