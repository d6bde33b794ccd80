import { namedChild } from '../../_kit/import/child-fields.js';
import { defineChildList } from '../../_kit/import/import-definition.js';
import { oneOf } from '../../_kit/import/plain-fields.js';
import { CustodyParentEnum } from '../child-circumstance.enums.js';
import { ParentInCustodyEntity } from '../parent-in-custody.entity.js';
import { DATED_KEY, datedFields, scopesOfDated } from './dated-fields.js';
import { FILES } from './references.js';

export const parentInCustodyList = defineChildList({
  list: 'parent-in-custody',
  title: { en: 'Minor children of prisoners', zh: '服刑人员未成年子女' },
  register: 'PARENT_IN_CUSTODY',
  entity: ParentInCustodyEntity,
  key: DATED_KEY,
  people: FILES,
  fields: {
    ...datedFields,
    parent: oneOf(CustodyParentEnum, { 父: 'FATHER', 母: 'MOTHER' }),
  },
  childOf: namedChild,
  scopesOf: scopesOfDated,
  rowOf: (values) => values,
});
