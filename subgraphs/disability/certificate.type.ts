import { Field, InputType, ObjectType } from 'type-graphql';
import { Holds } from '../_kit/access/data-class.js';
import type { RegisterState } from '../_kit/register/register-state.js';
import { RegisterStateType } from '../_kit/register/register-state.type.js';
import { connectionType } from '../_kit/schema/connection.js';
import { IsoDateScalar } from '../_kit/schema/date.scalar.js';
import { describe, type EnumValue } from '../_kit/schema/label.js';
import {
  CertificateStateEnum,
  DisabilityCategoryEnum,
  DisabilityGradeEnum,
  ParentEnum,
} from './disability.enums.js';

@Holds('DISABILITY')
@ObjectType('DisabilityCertificate', {
  description: describe(
    'Disability certificate',
    '残疾人证',
    'without its number, which contains the resident ID number.',
  ),
})
export class DisabilityCertificateType {
  @Field(() => DisabilityCategoryEnum.type, { description: describe('Category', '残疾类别') })
  category!: EnumValue<typeof DisabilityCategoryEnum>;

  @Field(() => [DisabilityCategoryEnum.type], {
    description: describe('Single categories', '残疾类别构成', 'those a multiple disability is made of.'),
  })
  components!: readonly EnumValue<typeof DisabilityCategoryEnum>[];

  @Field(() => DisabilityGradeEnum.type, { description: describe('Grade', '残疾等级') })
  grade!: EnumValue<typeof DisabilityGradeEnum>;

  @Field(() => String, {
    description: describe('Suffix of the number', '换证后缀', 'empty on first issue, then B1, B2 and so on.'),
  })
  reissueSuffix!: string;

  @Field(() => IsoDateScalar, { description: describe('Issued on', '发证日期') })
  issuedOn!: string;

  @Field(() => IsoDateScalar, { description: describe('Last day', '有效期至') })
  expiresOn!: string;

  @Field(() => CertificateStateEnum.type, {
    nullable: true,
    description: describe('State', '证件状态', 'null when the feed does not say.'),
  })
  state!: EnumValue<typeof CertificateStateEnum> | null;

  /** Columns behind `student`, `recordedIdentity` and the two rules by policy. */
  studentId!: string;
  sourceKey!: string;
  residenceDivisionCode!: string;
}

@Holds('DISABILITY')
@ObjectType('DisabilityCertificateRegister', {
  description: describe(
    'Disability certificate of one child',
    '残疾人证登记',
    'no record means no certificate, not "no disability": nobody has to apply for one, and small children are often not graded yet.',
  ),
})
export class DisabilityCertificateRegisterType {
  @Field(() => RegisterStateType, { description: describe('State of the register', '名册状态') })
  register!: RegisterState;

  @Field(() => DisabilityCertificateType, {
    nullable: true,
    description: describe('Latest certificate', '现有残疾人证', 'null is not "no disability".'),
  })
  current!: DisabilityCertificateType | null;

  @Field(() => [DisabilityCertificateType], {
    description: describe('All certificates', '全部残疾人证', 'latest first.'),
  })
  records!: readonly DisabilityCertificateType[];
}

@Holds('DISABILITY')
@ObjectType('ParentDisabilityCertificate', {
  description: describe('Disability certificate of a parent', '父母残疾人证'),
})
export class ParentCertificateType {
  @Field(() => ParentEnum.type, { description: describe('Which parent', '持证父母') })
  parent!: EnumValue<typeof ParentEnum>;

  @Field(() => DisabilityCategoryEnum.type, { description: describe('Category', '残疾类别') })
  category!: EnumValue<typeof DisabilityCategoryEnum>;

  @Field(() => DisabilityGradeEnum.type, { description: describe('Grade', '残疾等级') })
  grade!: EnumValue<typeof DisabilityGradeEnum>;
}

@Holds('DISABILITY')
@ObjectType('ParentDisabilityCertificateRegister', {
  description: describe(
    'Disability certificates of the parents of one child',
    '父母残疾人证登记',
    'no record means no certificate of a parent, not that neither is disabled.',
  ),
})
export class ParentCertificateRegisterType {
  @Field(() => RegisterStateType, { description: describe('State of the register', '名册状态') })
  register!: RegisterState;

  @Field(() => [ParentCertificateType], { description: describe('Certificates', '父母残疾人证') })
  records!: readonly ParentCertificateType[];
}

@InputType('CertificateHolderFilter', {
  description: describe('Which certificate holders', '持证儿童筛选条件'),
})
export class CertificateHolderFilter {
  @Field(() => String, {
    nullable: true,
    description: describe('Division of residence, any level', '居住地区划代码'),
  })
  division?: string | null;

  @Field(() => DisabilityCategoryEnum.type, { nullable: true, description: describe('Category', '残疾类别') })
  category?: EnumValue<typeof DisabilityCategoryEnum> | null;

  @Field(() => DisabilityGradeEnum.type, { nullable: true, description: describe('Grade', '残疾等级') })
  grade?: EnumValue<typeof DisabilityGradeEnum> | null;
}

export const DisabilityCertificateConnectionType = connectionType(
  'DisabilityCertificate',
  DisabilityCertificateType,
  { en: 'Certificate holders', zh: '持证儿童列表', detail: 'the severest grade first.' },
);
