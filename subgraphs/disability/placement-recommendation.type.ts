import { Field, InputType, ObjectType } from 'type-graphql';
import { Holds } from '../_kit/access/data-class.js';
import type { RegisterState } from '../_kit/register/register-state.js';
import { RegisterStateType } from '../_kit/register/register-state.type.js';
import { connectionType } from '../_kit/schema/connection.js';
import { IsoDateScalar } from '../_kit/schema/date.scalar.js';
import { describe, type EnumValue } from '../_kit/schema/label.js';
import { RecommendedPlacementEnum } from './service.enums.js';

@Holds('DISABILITY')
@ObjectType('PlacementRecommendation', {
  description: describe('Placement recommendation', '入学安置建议', 'by category of disability.'),
})
export class PlacementRecommendationType {
  @Field(() => RecommendedPlacementEnum.type, { description: describe('Recommended placement', '建议方式') })
  mode!: EnumValue<typeof RecommendedPlacementEnum>;

  @Field(() => IsoDateScalar, { description: describe('Recommended on', '建议日期') })
  recommendedOn!: string;

  /** Columns behind `student` and `recordedIdentity`. */
  studentId!: string;
  sourceKey!: string;
}

@Holds('DISABILITY')
@ObjectType('PlacementRecommendationRegister', {
  description: describe('Placement recommendations for one child', '入学安置建议记录'),
})
export class PlacementRecommendationRegisterType {
  @Field(() => RegisterStateType, { description: describe('State of the register', '名册状态') })
  register!: RegisterState;

  @Field(() => PlacementRecommendationType, {
    nullable: true,
    description: describe('Latest recommendation', '最近建议'),
  })
  current!: PlacementRecommendationType | null;

  @Field(() => [PlacementRecommendationType], {
    description: describe('All recommendations', '全部建议', 'latest first.'),
  })
  records!: readonly PlacementRecommendationType[];
}

@InputType('PlacementRecommendationFilter', {
  description: describe('Which recommendations', '安置建议筛选条件'),
})
export class PlacementRecommendationFilter {
  @Field(() => String, {
    nullable: true,
    description: describe('Division of residence, any level', '居住地区划代码'),
  })
  division?: string | null;

  @Field(() => RecommendedPlacementEnum.type, {
    nullable: true,
    description: describe('Recommended placement', '建议方式'),
  })
  mode?: EnumValue<typeof RecommendedPlacementEnum> | null;
}

export const PlacementRecommendationConnectionType = connectionType(
  'PlacementRecommendation',
  PlacementRecommendationType,
  { en: 'Placement recommendations', zh: '入学安置建议列表', detail: 'the latest first.' },
);
