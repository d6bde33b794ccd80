import { namedChild } from '../../_kit/import/child-fields.js';
import { defineChildList } from '../../_kit/import/import-definition.js';
import { date, oneOf } from '../../_kit/import/plain-fields.js';
import { LeftBehindCarerEnum, LeftBehindGroundEnum } from '../child-circumstance.enums.js';
import { LeftBehindChildEntity } from '../left-behind-child.entity.js';
import { DATED_KEY, datedFields, scopesOfDated } from './dated-fields.js';
import { FILES } from './references.js';

export const leftBehindList = defineChildList({
  list: 'left-behind',
  title: { en: 'Left-behind children', zh: '农村留守儿童' },
  register: 'LEFT_BEHIND',
  entity: LeftBehindChildEntity,
  key: DATED_KEY,
  people: FILES,
  fields: {
    ...datedFields,
    ground: oneOf(LeftBehindGroundEnum),
    carer: oneOf(LeftBehindCarerEnum),
    lastVisitedOn: date,
  },
  childOf: namedChild,
  scopesOf: scopesOfDated,
  rowOf: (values) => values,
});
