import { Field, Int, ObjectType } from 'type-graphql';
import { Holds } from '../../_kit/access/data-class.js';
import { connectionType } from '../../_kit/schema/connection.js';
import { describe } from '../../_kit/schema/label.js';

@Holds('SCHOOLING')
@ObjectType('CatchmentVillage', {
  description: describe('Village of a catchment area', '施教范围村(社区)'),
})
export class CatchmentVillageType {
  @Field(() => Int, { description: describe('Lowest grade due at the school', '最低年级') })
  lowestGrade!: number;

  @Field(() => Int, { description: describe('Highest grade due at the school', '最高年级') })
  highestGrade!: number;

  /** Column behind `division`. */
  divisionCode!: string;
}

export const CatchmentConnectionType = connectionType('Catchment', CatchmentVillageType, {
  en: 'Catchment area of a school',
  zh: '施教范围',
  detail: 'villages whose children are due there, in order of code.',
});
