import { Field, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { RegisterStateType } from '../../_kit/register/register-state.type.js';
import type { RegisterState } from '../../_kit/register/register-state.js';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe, type EnumValue } from '../../_kit/schema/label.js';
import { ApprovedAbsenceApproverEnum, ApprovedAbsenceKindEnum } from './approved-absence.enums.js';

@Holds('SCHOOLING')
@ObjectType('ApprovedAbsence', {
  description: describe('Approval to stay away from school', '批准不在校', 'at most a year, renewable.'),
})
export class ApprovedAbsenceType {
  @Field(() => ApprovedAbsenceKindEnum.type, { description: describe('Ground', '类型') })
  kind!: EnumValue<typeof ApprovedAbsenceKindEnum>;

  @Field(() => IsoDateScalar, { description: describe('Approved on', '批准日期') })
  approvedOn!: string;

  @Field(() => IsoDateScalar, { description: describe('From', '起始日期') })
  from!: string;

  @Field(() => IsoDateScalar, { description: describe('Until', '截止日期', 'the day itself included.') })
  until!: string;

  @Field(() => ApprovedAbsenceApproverEnum.type, { description: describe('Approved by', '批准机关') })
  approver!: EnumValue<typeof ApprovedAbsenceApproverEnum>;

  @Field(() => String, { description: describe('Number of the approval', '批准文号') })
  documentNumber!: string;
}

@Holds('SCHOOLING')
@ObjectType('ApprovedAbsenceRegister', {
  description: describe('Register of approvals on one child', '延缓入学及休学审批册'),
})
export class ApprovedAbsenceRegisterType {
  @Field(() => RegisterStateType, { description: describe('State of the register', '名册状态') })
  register!: RegisterState;

  @Field(() => ApprovedAbsenceType, {
    nullable: true,
    description: describe('In force today', '当前有效审批', 'null when there is none, or it has run out.'),
  })
  current!: ApprovedAbsenceType | null;

  @Field(() => [ApprovedAbsenceType], { description: describe('All approvals', '历次审批', 'newest first.') })
  records!: readonly ApprovedAbsenceType[];
}
