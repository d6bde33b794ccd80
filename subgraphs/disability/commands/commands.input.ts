import { Field, ID, InputType } from 'type-graphql';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe, type EnumValue } from '../../_kit/schema/label.js';
import { recordedPayload } from '../../_kit/schema/recorded-payload.js';
import { RecommendedPlacementEnum } from '../service.enums.js';
import { RecommendPlacementErrorEnum, RecordHomeMedicalVisitErrorEnum } from './commands.enums.js';

const KEY = describe('Key of the command', '幂等键', '8 to 64 characters.');
const CHILD = describe('Child', '学生标识');

@InputType('RecommendPlacementInput', { description: describe('Placement recommendation', '入学安置建议') })
export class RecommendPlacementInput {
  @Field(() => String, { description: KEY })
  idempotencyKey!: string;

  @Field(() => ID, { description: CHILD })
  studentId!: string;

  @Field(() => RecommendedPlacementEnum.type, { description: describe('Recommended placement', '建议方式') })
  mode!: EnumValue<typeof RecommendedPlacementEnum>;

  @Field(() => IsoDateScalar, {
    description: describe('Recommended on', '建议日期', 'today at the latest.'),
  })
  recommendedOn!: string;
}

@InputType('RecordHomeMedicalVisitInput', { description: describe('Home medical visit', '送医上门记录') })
export class RecordHomeMedicalVisitInput {
  @Field(() => String, { description: KEY })
  idempotencyKey!: string;

  @Field(() => ID, { description: CHILD })
  studentId!: string;

  @Field(() => IsoDateScalar, { description: describe('Visited on', '上门日期', 'today at the latest.') })
  visitedOn!: string;

  @Field(() => String, { description: describe('Institution', '送医机构', '2 to 60 characters.') })
  institution!: string;
}

export const RecommendPlacementPayload = recordedPayload('RecommendPlacement', RecommendPlacementErrorEnum);
export const RecordHomeMedicalVisitPayload = recordedPayload(
  'RecordHomeMedicalVisit',
  RecordHomeMedicalVisitErrorEnum,
);
