import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import type { RegisterState } from '../../_kit/register/register-state.js';
import { RegisterStateType } from '../../_kit/register/register-state.type.js';
import { connectionType } from '../../_kit/schema/connection.js';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe, type EnumValue } from '../../_kit/schema/label.js';
import { SexEnum } from '../../_kit/schema/person.enums.js';
import {
  AgeEvidenceEnum,
  CaseTransferEnum,
  ChildHandedToEnum,
  ReturnCostBearerEnum,
} from './child-labour-case.enums.js';

@Holds('LABOUR')
@ObjectType('ChildLabourCase', {
  description: describe('Child-labour case', '童工案件', 'one child found at work at one employer.'),
})
export class ChildLabourCaseType {
  @Field(() => ID, { description: describe('Case number', '案件编号') })
  caseNumber!: string;

  @Field(() => String, { description: describe('Name of the child as recorded', '儿童姓名') })
  childName!: string;

  @Field(() => SexEnum.type, { description: describe('Sex of the child as recorded', '性别') })
  sex!: EnumValue<typeof SexEnum>;

  @Field(() => IsoDateScalar, { description: describe('Birth date as recorded', '出生日期') })
  birthDate!: string;

  @Field(() => IsoDateScalar, { description: describe('Found at work on', '发现日期') })
  foundOn!: string;

  @Field(() => IsoDateScalar, {
    description: describe('Started work on', '开始用工日期', 'months of use count from here.'),
  })
  startedWorkOn!: string;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe(
      'Order to return the child issued on',
      '责令限期送回日期',
      'null while no order is issued.',
    ),
  })
  orderIssuedOn!: string | null;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('To be returned by', '限期送回截止日期', 'null while no order is issued.'),
  })
  returnDueOn!: string | null;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe(
      'Returned to the place of origin on',
      '送回原居住地日期',
      'null while the order is unmet.',
    ),
  })
  returnedOn!: string | null;

  @Field(() => ChildHandedToEnum.type, {
    nullable: true,
    description: describe('Handed to', '送交对象', 'null until the child is returned.'),
  })
  handedTo!: EnumValue<typeof ChildHandedToEnum> | null;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('School contacted on', '联系学校日期', 'null until done.'),
  })
  schoolContactedOn!: string | null;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe(
      'Enrolled on',
      '入学日期',
      'as far as labour was told; whether the child is in school is said by schooling.',
    ),
  })
  enrolledOn!: string | null;

  @Field(() => AgeEvidenceEnum.type, {
    nullable: true,
    description: describe('Evidence of the age', '年龄证据'),
  })
  ageEvidence!: EnumValue<typeof AgeEvidenceEnum> | null;

  @Field(() => ReturnCostBearerEnum.type, {
    nullable: true,
    description: describe('Who pays the way home', '送返费用承担', 'null until the child is returned.'),
  })
  costBearer!: EnumValue<typeof ReturnCostBearerEnum> | null;

  @Field(() => CaseTransferEnum.type, {
    nullable: true,
    description: describe('Handed over to', '移送单位', 'null when the bureau kept it.'),
  })
  transferredTo!: EnumValue<typeof CaseTransferEnum> | null;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe(
      'Handed over on',
      '移送日期',
      'null when the bureau kept it or nobody noted the day.',
    ),
  })
  transferredOn!: string | null;

  @Field(() => Int, {
    description: describe('Version', '版本', 'what is recorded names the version that was looked at.'),
  })
  version!: number;

  /** Columns behind `student`, `employer`, `inspection` and `division`. */
  studentId!: string;
  employerCode!: string;
  inspectionCode!: string | null;
  divisionCode!: string;
}

@Holds('LABOUR')
@ObjectType('ChildLabourCaseRegister', {
  description: describe('Child-labour cases of one child', '童工案件记录'),
})
export class ChildLabourCaseRegisterType {
  @Field(() => RegisterStateType, { description: describe('State of the register', '名册状态') })
  register!: RegisterState;

  @Field(() => ChildLabourCaseType, {
    nullable: true,
    description: describe('Open case', '未结案件', 'the latest one that is open.'),
  })
  current!: ChildLabourCaseType | null;

  @Field(() => [ChildLabourCaseType], {
    description: describe('All cases', '全部案件', 'the latest found first.'),
  })
  records!: readonly ChildLabourCaseType[];
}

@InputType('ChildLabourCaseFilter', { description: describe('Which cases', '童工案件筛选条件') })
export class ChildLabourCaseFilter {
  @Field(() => String, {
    nullable: true,
    description: describe('Division of the employer, any level', '用人单位所在区划代码'),
  })
  division?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: describe('Open ones, or those closed', '是否未结', 'both when left out.'),
  })
  isOpen?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: describe(
      'Those whose child is ordered back or is back, or those that wait for the order',
      '是否已责令送回',
      'both when left out.',
    ),
  })
  isOrdered?: boolean | null;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('Found on this day or later', '发现日期起'),
  })
  foundFrom?: string | null;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('Found on this day or earlier', '发现日期止'),
  })
  foundTo?: string | null;
}

export const ChildLabourCaseConnectionType = connectionType('ChildLabourCase', ChildLabourCaseType, {
  en: 'Child-labour cases',
  zh: '童工案件列表',
  detail:
    'by the day on which the child is to be returned, the earliest first; without an order, by the day on which it was found.',
});
