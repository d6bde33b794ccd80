import { Field, Int, ObjectType } from 'type-graphql';
import type { PolicyBody } from '../../../policies/bodies.js';
import type { Label } from '../../../policies/policy-label.js';
import { Holds } from '../../_kit/access/data-class.js';
import type { RegisterState } from '../../_kit/register/register-state.js';
import { RegisterStateType } from '../../_kit/register/register-state.type.js';
import { describe } from '../../_kit/schema/label.js';
import { LabelType } from '../../_kit/schema/label.type.js';
import { DutyBodyEnum } from '../duties/duty.enums.js';
import type { RoleOfBodies } from './responsible-roles.js';
import {
  ResponsibilityLevelEnum,
  ResponsibilityLineEnum,
  ResponsibilityPlaceEnum,
  ResponsibilityPlaceKindEnum,
  ResponsibilitySchemeEnum,
  ResponsibleRoleEnum,
  type ResponsibilityLevel,
  type ResponsibilityLine,
  type ResponsibilityPlace,
  type ResponsibilityPlaceKind,
  type ResponsibilityScheme,
  type ResponsibleRole,
} from './responsibility.enums.js';

@Holds('CASEWORK')
@ObjectType('ResponsibilityAssignment', {
  description: describe('Who answers for a child at one level', '包保责任人'),
})
export class ResponsibilityAssignmentType {
  @Field(() => ResponsibilityLineEnum.type, { description: describe('Line', '责任线') })
  line!: ResponsibilityLine;

  @Field(() => ResponsibilityLevelEnum.type, { description: describe('Level', '层级') })
  level!: ResponsibilityLevel;

  @Field(() => ResponsibilitySchemeEnum.type, { nullable: true, description: describe('Scheme', '责任制') })
  scheme!: ResponsibilityScheme | null;

  @Field(() => ResponsibilityPlaceEnum.type, {
    nullable: true,
    description: describe(
      'What the level answers for',
      '包保对象',
      'null where the policy in force does not say.',
    ),
  })
  place!: ResponsibilityPlace | null;

  @Field(() => LabelType, {
    nullable: true,
    description: describe(
      'Who is to be named, as the document says it',
      '责任人要求',
      'null where the policy in force does not say.',
    ),
  })
  responsible!: Label | null;

  @Field(() => LabelType, {
    nullable: true,
    description: describe(
      'What it answers for, as the document says it',
      '包保内容',
      'null where the policy in force does not say.',
    ),
  })
  answersFor!: Label | null;

  @Field(() => LabelType, {
    nullable: true,
    description: describe(
      'Figure that is guaranteed by it',
      '保证指标',
      'for example the enrolment rate (三包三保); null where none is.',
    ),
  })
  guarantees!: Label | null;

  @Field(() => String, {
    description: describe(
      'Code of the division, school or class answered for',
      '责任对象代码',
      "the nearest that has one: of a villagers' group the village, of a grade the school.",
    ),
  })
  code!: string;

  @Field(() => String, { nullable: true, description: describe('Post', '职务', 'in Chinese.') })
  post!: string | null;

  @Field(() => String, { nullable: true, description: describe('Name', '姓名', 'null while vacant.') })
  personName!: string | null;

  @Field(() => Boolean, { description: describe('Nobody is named', '是否空缺') })
  isVacant!: boolean;

  @Field(() => String, {
    nullable: true,
    description: describe(
      'Document and clause',
      '政策依据',
      'null where no policy in force names the scheme.',
    ),
  })
  policyClause!: string | null;
}

@Holds('NONE')
@ObjectType('ResponsibleBodies', {
  description: describe('Bodies that a policy gives a role', '责任人', 'persons are never named there.'),
})
export class ResponsibleBodiesType implements RoleOfBodies {
  @Field(() => ResponsibleRoleEnum.type, { description: describe('Role', '责任类别') })
  role!: ResponsibleRole;

  @Field(() => LabelType, { description: describe('As the document says it', '文件表述') })
  label!: LabelType;

  @Field(() => [DutyBodyEnum.type], { description: describe('Bodies', '责任主体') })
  bodies!: readonly PolicyBody[];

  @Field(() => String, { description: describe('Document and clause', '政策依据') })
  policyClause!: string;
}

@Holds('CASEWORK')
@ObjectType('Responsibility', {
  description: describe('Who answers for a child', '包保责任', 'by the places it belongs to.'),
})
export class ResponsibilityType {
  @Field(() => RegisterStateType, { description: describe('State of the register', '名册状态') })
  register!: RegisterState;

  @Field(() => [ResponsibilityAssignmentType], {
    description: describe('Links of both lines', '双线责任人', 'from the top down, vacancies included.'),
  })
  assignments!: readonly ResponsibilityAssignmentType[];

  @Field(() => [ResponsibleBodiesType], {
    description: describe(
      'First responsible, directly responsible and supervising bodies',
      '第一责任人、直接责任人、监督人',
      'of the policy in force where the child lives; those that it names.',
    ),
  })
  roles!: readonly RoleOfBodies[];

  @Field(() => Int, {
    nullable: true,
    description: describe(
      'Areas of responsibility into which the township is divided',
      '责任区个数',
      'each with its own people; null where no policy in force divides it.',
    ),
  })
  areas!: number | null;

  @Field(() => [ResponsibilityPlaceKindEnum.type], {
    description: describe(
      'Places of the child that are not known for the day',
      '当日归属不明的类别',
      'levels that answer there are left out, neither named nor vacant; empty for today.',
    ),
  })
  unknownPlaces!: readonly ResponsibilityPlaceKind[];
}
