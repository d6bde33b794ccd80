import { Field, Float, ID, InputType } from 'type-graphql';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe, type EnumValue } from '../../_kit/schema/label.js';
import { recordedPayload } from '../../_kit/schema/recorded-payload.js';
import { RecordHomeTeachingErrorEnum } from './home-teaching.enums.js';
import { HomeTeachingContentEnum } from './special-education.enums.js';

@InputType('RecordHomeTeachingVisitInput', { description: describe('Home-teaching visit', '送教上门记录') })
export class RecordHomeTeachingVisitInput {
  @Field(() => String, { description: describe('Key of the command', '幂等键', '8 to 64 characters.') })
  idempotencyKey!: string;

  @Field(() => ID, { description: describe('Child', '学生标识') })
  studentId!: string;

  @Field(() => IsoDateScalar, { description: describe('Visited on', '送教日期', 'today at the latest.') })
  visitedOn!: string;

  @Field(() => Float, { description: describe('Lessons in hours', '送教课时', 'at most 8.') })
  hours!: number;

  @Field(() => HomeTeachingContentEnum.type, { description: describe('Content', '送教内容') })
  content!: EnumValue<typeof HomeTeachingContentEnum>;
}

export const RecordHomeTeachingVisitPayload = recordedPayload(
  'RecordHomeTeachingVisit',
  RecordHomeTeachingErrorEnum,
);
