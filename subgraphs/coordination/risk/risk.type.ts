import { Field, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import type { RegisterState } from '../../_kit/register/register-state.js';
import { RegisterStateType } from '../../_kit/register/register-state.type.js';
import { DateTimeScalar } from '../../_kit/schema/date-time.scalar.js';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe, labelledEnum, type EnumValue } from '../../_kit/schema/label.js';
import type { StudentIdentity } from '../../_kit/student/student-identity.js';
import { MissingSourceType } from './missing-source.type.js';
import type { MissingSource } from './missing-sources.js';
import { RiskFactorEnum, type RiskFactorKind } from './risk-factor.enum.js';

export const RiskCompletenessEnum = labelledEnum(
  'RiskCompleteness',
  { en: 'Completeness of an assessment', zh: '研判完整性' },
  {
    COMPLETE: { en: 'All sources known and current', zh: '完整' },
    INCOMPLETE: {
      en: 'Sources are missing',
      zh: '不完整',
      detail: 'no factor found is then no sign of low risk',
    },
  },
);

@Holds('CASEWORK')
@ObjectType('RiskFactor', { description: describe('Risk factor', '风险因素', 'named, never scored.') })
export class RiskFactorType {
  @Field(() => RiskFactorEnum.type, { description: describe('Factor', '因素') })
  factor!: RiskFactorKind;

  @Field(() => String, { description: describe('Agency whose register shows it', '来源部门') })
  agency!: string;

  @Field(() => String, {
    nullable: true,
    description: describe('Code of that register', '名册代码', 'null where naming it would tell too much.'),
  })
  register!: string | null;

  @Field(() => IsoDateScalar, { nullable: true, description: describe('Since', '起始日期') })
  since!: string | null;

  @Field(() => String, { description: describe('Document and clause', '政策依据') })
  policyClause!: string;
}

@Holds('CASEWORK')
@ObjectType('RiskAssessment', {
  description: describe(
    'Risk assessment',
    '辍学风险研判',
    'an assessment with missing sources is incomplete, never low.',
  ),
})
export class RiskAssessmentType {
  @Field(() => RegisterStateType, { description: describe('State of the register', '名册状态') })
  register!: RegisterState;

  @Field(() => RiskCompletenessEnum.type, {
    nullable: true,
    description: describe('Completeness', '完整性', 'null when the child was not assessed.'),
  })
  completeness!: EnumValue<typeof RiskCompletenessEnum> | null;

  @Field(() => DateTimeScalar, { nullable: true, description: describe('Assessed at', '研判时间') })
  assessedAt!: Date | null;

  @Field(() => [MissingSourceType], { description: describe('Missing sources', '缺失数据源') })
  missingSources!: readonly MissingSource[];

  @Field(() => [RiskFactorType], { description: describe('Factors found', '风险因素') })
  factors!: readonly RiskFactorType[];

  /** Behind `priorityAreas`. */
  readonly student!: StudentIdentity;
}
