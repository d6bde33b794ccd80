import { namedChild } from '../../_kit/import/child-fields.js';
import { defineChildList } from '../../_kit/import/import-definition.js';
import { decimal, integer, oneOf, text } from '../../_kit/import/plain-fields.js';
import { AllowanceAreaEnum, AllowanceCategoryEnum } from '../relief.enums.js';
import { SubsistenceAllowanceEntity } from '../subsistence-allowance.entity.js';
import { DATED_KEY, datedFields, scopesOfDated } from './dated-fields.js';
import { FILES } from './references.js';

export const subsistenceAllowanceList = defineChildList({
  list: 'subsistence-allowance',
  title: { en: 'Subsistence allowance', zh: '最低生活保障' },
  register: 'SUBSISTENCE_ALLOWANCE',
  entity: SubsistenceAllowanceEntity,
  key: DATED_KEY,
  people: FILES,
  fields: {
    ...datedFields,
    householdCode: text,
    area: oneOf(AllowanceAreaEnum, { 农村: 'RURAL', 城市: 'URBAN' }),
    category: oneOf(AllowanceCategoryEnum),
    personsCovered: integer,
    monthlyAmountYuan: decimal,
  },
  childOf: namedChild,
  scopesOf: scopesOfDated,
  rowOf: (values) => values,
});
