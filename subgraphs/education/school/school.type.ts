import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { connectionType } from '../../_kit/schema/connection.js';
import { describe, type EnumValue } from '../../_kit/schema/label.js';
import { SchoolDesignationEnum, SchoolKindEnum, UrbanRuralClassEnum } from './school.enums.js';

@Holds('SCHOOLING')
@ObjectType('SchoolCounselling', { description: describe('Counselling at a school', '心理辅导') })
export class SchoolCounsellingType {
  @Field(() => Int, { nullable: true, description: describe('Full-time counsellors', '专职心理辅导教师') })
  fullTime!: number | null;

  @Field(() => Int, { nullable: true, description: describe('Part-time counsellors', '兼职心理辅导教师') })
  partTime!: number | null;

  @Field(() => Boolean, { nullable: true, description: describe('Counselling room', '心理咨询室') })
  hasRoom!: boolean | null;
}

@Holds('NONE')
@ObjectType('School', { description: describe('School', '学校') })
@Directive('@key(fields: "code")')
export class SchoolType {
  @Field(() => ID, { description: describe('School identifier code', '学校标识码', '10 digits.') })
  code!: string;

  @Field(() => String, { description: describe('Name', '学校名称') })
  name!: string;

  @Field(() => SchoolKindEnum.type, { description: describe('Kind', '学校类别') })
  kind!: EnumValue<typeof SchoolKindEnum>;

  @Field(() => Boolean, { description: describe('Boarding school', '寄宿制学校') })
  isBoarding!: boolean;

  @Field(() => Boolean, { description: describe('Small school', '小规模学校', 'fewer than 100 places.') })
  isSmallScale!: boolean;

  @Field(() => Int, { description: describe('Places', '学位数') })
  capacity!: number;

  @Field(() => Int, { description: describe('Lowest grade taught', '最低年级') })
  lowestGrade!: number;

  @Field(() => Int, { description: describe('Highest grade taught', '最高年级') })
  highestGrade!: number;

  @Field(() => String, { nullable: true, description: describe('Responsible school inspector', '责任督学') })
  inspectorName!: string | null;

  @Field(() => [SchoolDesignationEnum.type], {
    nullable: true,
    description: describe('Designations', '学校称号'),
  })
  designations!: readonly EnumValue<typeof SchoolDesignationEnum>[] | null;

  @Field(() => Boolean, { nullable: true, description: describe('Weak school', '薄弱学校') })
  isWeak!: boolean | null;

  @Field(() => UrbanRuralClassEnum.type, {
    nullable: true,
    description: describe('Urban-rural class', '城乡分类'),
  })
  urbanRuralClass!: EnumValue<typeof UrbanRuralClassEnum> | null;

  /** Columns behind `division`, `centralSchool` and `counselling`. */
  fullTimeCounsellors!: number | null;
  partTimeCounsellors!: number | null;
  hasCounsellingRoom!: boolean | null;
  divisionCode!: string;
  centralSchoolCode!: string | null;
}

export const SchoolConnectionType = connectionType('School', SchoolType, {
  en: 'Schools',
  zh: '学校列表',
  detail: 'in order of code.',
});
