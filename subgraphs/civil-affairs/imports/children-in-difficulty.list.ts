import { namedChild } from '../../_kit/import/child-fields.js';
import { defineChildList } from '../../_kit/import/import-definition.js';
import { oneOf } from '../../_kit/import/plain-fields.js';
import { DifficultyCategoryEnum } from '../child-circumstance.enums.js';
import { ChildInDifficultyEntity } from '../child-in-difficulty.entity.js';
import { DATED_KEY, datedFields, scopesOfDated } from './dated-fields.js';
import { FILES } from './references.js';

export const childrenInDifficultyList = defineChildList({
  list: 'children-in-difficulty',
  title: { en: 'Children in difficulty', zh: '困境儿童' },
  register: 'CHILD_IN_DIFFICULTY',
  entity: ChildInDifficultyEntity,
  key: DATED_KEY,
  people: FILES,
  fields: {
    ...datedFields,
    category: oneOf(DifficultyCategoryEnum),
  },
  childOf: namedChild,
  scopesOf: scopesOfDated,
  rowOf: (values) => values,
});
