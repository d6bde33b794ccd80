import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe, type EnumValue } from '../../_kit/schema/label.js';
import { LabourInspectionKindEnum, LicenceSanctionKindEnum } from './employer.enums.js';

const KEY = describe('Key of the command', '幂等键', '8 to 64 characters.');
const EMPLOYER = describe('Employer', '用人单位编号', "by its number in the bureau's records.");

@InputType('RecordLabourInspectionInput', { description: describe('Labour inspection', '劳动监察记录') })
export class RecordLabourInspectionInput {
  @Field(() => String, { description: KEY })
  idempotencyKey!: string;

  @Field(() => ID, { description: EMPLOYER })
  employerCode!: string;

  @Field(() => IsoDateScalar, { description: describe('Inspected on', '检查日期', 'today at the latest.') })
  inspectedOn!: string;

  @Field(() => LabourInspectionKindEnum.type, { description: describe('Kind', '检查类别') })
  kind!: EnumValue<typeof LabourInspectionKindEnum>;

  @Field(() => Int, { description: describe('Number of inspectors', '检查人数', 'two at least.') })
  inspectors!: number;

  @Field(() => Int, {
    description: describe('Persons under 16 met at work', '发现未满16周岁人数', 'none is 0.'),
  })
  minorsFound!: number;

  @Field(() => Int, {
    nullable: true,
    description: describe(
      'Persons under 16 who run a business themselves',
      '未满16周岁个体经营人数',
      'none is 0; left out where nobody looked.',
    ),
  })
  minorsInBusiness?: number | null;

  @Field(() => Int, { nullable: true, description: describe('Persons met at work', '在岗人数') })
  personsMet?: number | null;

  @Field(() => String, {
    nullable: true,
    description: describe('Site', '检查地点', '1 to 60 characters, no number of a person.'),
  })
  site?: string | null;
}

@InputType('RecordLicenceSanctionInput', { description: describe('Sanction on an employer', '行政处罚记录') })
export class RecordLicenceSanctionInput {
  @Field(() => String, { description: KEY })
  idempotencyKey!: string;

  @Field(() => ID, { description: EMPLOYER })
  employerCode!: string;

  @Field(() => LicenceSanctionKindEnum.type, { description: describe('Kind', '处罚类别') })
  kind!: EnumValue<typeof LicenceSanctionKindEnum>;

  @Field(() => IsoDateScalar, { description: describe('Decided on', '决定日期', 'today at the latest.') })
  decidedOn!: string;

  @Field(() => Float, {
    nullable: true,
    description: describe('Amount in yuan', '罚款金额(元)', 'of a fine; left out of other sanctions.'),
  })
  amountYuan?: number | null;
}
