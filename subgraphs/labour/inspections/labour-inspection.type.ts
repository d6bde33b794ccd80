import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { connectionType } from '../../_kit/schema/connection.js';
import { IsoDateScalar } from '../../_kit/schema/date.scalar.js';
import { describe, type EnumValue } from '../../_kit/schema/label.js';
import { LabourInspectionKindEnum } from '../employers/employer.enums.js';

@Holds('LABOUR')
@ObjectType('LabourInspection', { description: describe('Labour inspection', '劳动监察') })
export class LabourInspectionType {
  @Field(() => ID, { description: describe("Number in the bureau's records", '检查编号') })
  code!: string;

  @Field(() => IsoDateScalar, { description: describe('Inspected on', '检查日期') })
  inspectedOn!: string;

  @Field(() => LabourInspectionKindEnum.type, { description: describe('Kind', '检查类别') })
  kind!: EnumValue<typeof LabourInspectionKindEnum>;

  @Field(() => Int, {
    description: describe('Number of inspectors', '检查人数'),
    deprecationReason: 'Use `inspectorCount`. Removed after 2027-12-31.',
  })
  inspectors!: number;

  @Field(() => Int, { nullable: true, description: describe('Persons met at work', '在岗人数') })
  personsMet!: number | null;

  @Field(() => String, { nullable: true, description: describe('Site', '检查地点') })
  site!: string | null;

  @Field(() => Int, {
    description: describe('Persons under 16 met at work', '发现未满16周岁人数', 'none is 0.'),
  })
  minorsFound!: number;

  @Field(() => Int, {
    nullable: true,
    description: describe(
      'Persons under 16 who run a business themselves',
      '未满16周岁个体经营人数',
      'none is 0; null where nobody looked.',
    ),
  })
  minorsInBusiness!: number | null;

  /** Columns behind `employer` and `division`. */
  employerCode!: string;
  divisionCode!: string;
}

@InputType('LabourInspectionFilter', { description: describe('Which inspections', '劳动监察筛选条件') })
export class LabourInspectionFilter {
  @Field(() => String, {
    nullable: true,
    description: describe('Division of the employer, any level', '用人单位所在区划代码'),
  })
  division?: string | null;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('Inspected on this day or later', '检查日期起'),
  })
  from?: string | null;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: describe('Inspected on this day or earlier', '检查日期止'),
  })
  to?: string | null;
}

export const LabourInspectionConnectionType = connectionType('LabourInspection', LabourInspectionType, {
  en: 'Labour inspections',
  zh: '劳动监察列表',
  detail: 'the latest first.',
});
