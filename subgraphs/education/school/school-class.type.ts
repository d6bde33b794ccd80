import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { connectionType } from '../../_kit/schema/connection.js';
import { describe } from '../../_kit/schema/label.js';

@Holds('NONE')
@ObjectType('SchoolClass', { description: describe('Class', '班级') })
export class SchoolClassType {
  @Field(() => ID, { description: describe('Class code', '班级代码', 'school code, grade and number.') })
  code!: string;

  @Field(() => String, { description: describe('Name', '班级名称') })
  name!: string;

  @Field(() => Int, { description: describe('Grade', '年级') })
  grade!: number;

  @Field(() => Int, { description: describe('Number within the grade', '班号') })
  number!: number;

  @Field(() => String, { description: describe('Class teacher', '班主任') })
  classTeacherName!: string;

  @Field(() => Int, { description: describe('Size by the norm', '班额标准') })
  capacity!: number;

  /** Column behind `isOversized`. */
  schoolCode!: string;
}

export const SchoolClassConnectionType = connectionType('SchoolClass', SchoolClassType, {
  en: 'Classes of a school',
  zh: '班级列表',
  detail: 'in order of code.',
});
