import { defineList } from '../../_kit/import/import-definition.js';
import { divisionCode, schoolCode } from '../../_kit/import/number-fields.js';
import { CatchmentEntity } from '../school/catchment.entity.js';
import { SCHOOL } from './references.js';
import { grade } from './school-fields.js';

export const catchmentsList = defineList({
  list: 'catchments',
  title: { en: 'Catchment areas', zh: '施教范围' },
  register: 'SCHOOLS',
  isSupplement: true,
  entity: CatchmentEntity,
  key: ['schoolCode', 'divisionCode'],
  keptBy: ['schoolCode', 'divisionCode'],
  references: { schoolCode: SCHOOL },
  fields: { schoolCode, divisionCode, lowestGrade: grade, highestGrade: grade },
  rowOf: (values) => values,
});
