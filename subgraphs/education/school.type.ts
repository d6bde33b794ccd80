import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Holds } from '../_kit/access/data-class.js';
import { connectionType } from '../_kit/schema/connection.js';
import { describe, type EnumValue } from '../_kit/schema/label.js';
import { SchoolKindEnum } from './school.enums.js';

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

  /** Columns behind `division` and `centralSchool`. */
  divisionCode!: string;
  centralSchoolCode!: string | null;
}

export const SchoolConnectionType = connectionType('School', SchoolType, {
  en: 'Schools',
  zh: '学校列表',
  detail: 'in order of code.',
});
