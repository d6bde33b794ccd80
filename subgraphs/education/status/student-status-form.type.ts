import { Field, Float, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { describe, type EnumValue } from '../../_kit/schema/label.js';
import {
  RecordedDisabilityEnum,
  RegularClassCategoryEnum,
  SchoolTravelModeEnum,
} from './student-status-form.enums.js';

@Holds('SCHOOLING')
@ObjectType('SchoolTravel', { description: describe('Way to school', '上下学交通') })
export class SchoolTravelType {
  @Field(() => Float, { nullable: true, description: describe('Distance in kilometres', '上下学距离(公里)') })
  distanceKm!: number | null;

  @Field(() => SchoolTravelModeEnum.type, { nullable: true, description: describe('Means', '交通方式') })
  mode!: EnumValue<typeof SchoolTravelModeEnum> | null;

  @Field(() => Boolean, { nullable: true, description: describe('Needs a school bus', '是否需要乘坐校车') })
  needsSchoolBus!: boolean | null;
}

@Holds('SCHOOLING')
@ObjectType('RecordedSpecialNeeds', {
  description: describe('Disability as the school wrote it', '学籍残疾信息', 'not a certificate.'),
})
export class RecordedSpecialNeedsType {
  @Field(() => RecordedDisabilityEnum.type, {
    nullable: true,
    description: describe('Disability', '残疾类型'),
  })
  disability!: EnumValue<typeof RecordedDisabilityEnum> | null;

  @Field(() => RegularClassCategoryEnum.type, {
    nullable: true,
    description: describe('Category of learning in a regular class', '随班就读类别'),
  })
  regularClassCategory!: EnumValue<typeof RegularClassCategoryEnum> | null;
}

@Holds('SCHOOLING')
@ObjectType('RecordedHardship', {
  description: describe(
    'Hardship as the school wrote it',
    '学籍困难情况',
    'the owners of these facts are other agencies.',
  ),
})
export class RecordedHardshipType {
  @Field(() => Boolean, { nullable: true, description: describe('Orphan', '是否孤儿') })
  isOrphan!: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: describe('Receives the boarding subsidy', '是否享受一补'),
  })
  receivesSubsidy!: boolean | null;
}
