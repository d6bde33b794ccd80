import { Field, ObjectType } from 'type-graphql';
import { Holds } from '../_kit/access/data-class.js';
import { connectionType } from '../_kit/schema/connection.js';
import { describe, type EnumValue } from '../_kit/schema/label.js';
import { DifficultyCategoryEnum } from './child-circumstance.enums.js';
import { DatedRecordType, datedRegisterType } from './dated-register.type.js';

@Holds('WELFARE')
@ObjectType('ChildInDifficulty', { description: describe('Child in difficulty', '困境儿童') })
export class ChildInDifficultyType extends DatedRecordType {
  @Field(() => DifficultyCategoryEnum.type, { description: describe('Category', '困境儿童类别') })
  category!: EnumValue<typeof DifficultyCategoryEnum>;

  /** Columns behind `student` and `division`. */
  studentId!: string;
  divisionCode!: string;
}

export const ChildInDifficultyRegisterType = datedRegisterType(
  'ChildInDifficultyRegister',
  ChildInDifficultyType,
  { en: 'Register of children in difficulty on one child', zh: '困境儿童登记' },
);

export const ChildInDifficultyConnectionType = connectionType('ChildInDifficulty', ChildInDifficultyType, {
  en: 'Children in difficulty',
  zh: '困境儿童列表',
  detail: 'the latest recognised first.',
});
