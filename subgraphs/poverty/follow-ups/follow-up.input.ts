import { Field, ID, InputType } from 'type-graphql';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe } from '../../_kit/schema/label.js';
import { recordedPayload } from '../../_kit/schema/recorded-payload.js';
import {
  RecordRelocationFollowUpErrorEnum,
  RelocatedSchoolPlaceEnum,
  type RelocatedSchoolPlace,
} from './follow-up.enums.js';

@InputType('RecordRelocationFollowUpInput', {
  description: describe('Follow-up of a relocated child', '搬迁户子女入学跟踪'),
})
export class RecordRelocationFollowUpInput {
  @Field(() => String, { description: describe('Key of the command', '幂等键', '8 to 64 characters.') })
  idempotencyKey!: string;

  @Field(() => ID, { description: describe('Child', '学生标识') })
  studentId!: string;

  @Field(() => IsoDateScalar, { description: describe('Seen on', '跟踪日期', 'today at the latest.') })
  followedOn!: string;

  @Field(() => RelocatedSchoolPlaceEnum.type, {
    description: describe('Where it goes to school', '就学情况'),
  })
  schoolPlace!: RelocatedSchoolPlace;

  @Field(() => String, {
    nullable: true,
    description: describe('Code of the school', '就读学校标识码', '10 digits; null for `NONE`.'),
  })
  schoolCode?: string | null;
}

export const RecordRelocationFollowUpPayload = recordedPayload(
  'RecordRelocationFollowUp',
  RecordRelocationFollowUpErrorEnum,
);
