import { namedChild } from '../../_kit/import/child-fields.js';
import { defineChildList } from '../../_kit/import/import-definition.js';
import { decimal, oneOf } from '../../_kit/import/plain-fields.js';
import { ParentCircumstanceEnum } from '../child-circumstance.enums.js';
import { DeFactoUnattendedChildEntity } from '../de-facto-unattended-child.entity.js';
import { DATED_KEY, datedFields, scopesOfDated } from './dated-fields.js';
import { FILES } from './references.js';

export const deFactoUnattendedList = defineChildList({
  list: 'de-facto-unattended',
  title: { en: 'De facto unattended children', zh: '事实无人抚养儿童' },
  register: 'DE_FACTO_UNATTENDED',
  entity: DeFactoUnattendedChildEntity,
  key: DATED_KEY,
  people: FILES,
  fields: {
    ...datedFields,
    fatherCircumstance: oneOf(ParentCircumstanceEnum),
    motherCircumstance: oneOf(ParentCircumstanceEnum),
    monthlyAmountYuan: decimal,
  },
  childOf: namedChild,
  scopesOf: scopesOfDated,
  rowOf: (values) => values,
});
