import { CHILD_KEY, childFields, namedChild } from '../../_kit/import/child-fields.js';
import { defineChildList } from '../../_kit/import/import-definition.js';
import { schoolCode } from '../../_kit/import/number-fields.js';
import { date, oneOf } from '../../_kit/import/plain-fields.js';
import { EducationPlacementModeEnum } from '../care/special-education.enums.js';
import { EducationPlacementEntity } from '../care/education-placement.entity.js';
import { PUPILS, SCHOOL } from './references.js';

export const placementsList = defineChildList({
  list: 'placements',
  title: { en: 'Education placements', zh: '教育安置' },
  register: 'SPECIAL_EDUCATION',
  entity: EducationPlacementEntity,
  key: [...CHILD_KEY, 'decidedOn'],
  references: { schoolCode: SCHOOL },
  people: PUPILS,
  fields: {
    ...childFields,
    mode: oneOf(EducationPlacementModeEnum),
    schoolCode,
    decidedOn: date,
  },
  childOf: namedChild,
  rowOf: (values) => values,
});
