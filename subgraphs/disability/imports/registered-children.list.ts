import { listedFields, ofListedChild } from '../../_kit/import/child-fields.js';
import { defineChildList } from '../../_kit/import/import-definition.js';
import { RegisteredChildEntity } from '../registered-child.entity.js';

/** Who the children are whom the federation knows, with a certificate of their own or of a parent. */
export const registeredChildrenList = defineChildList({
  list: 'registered-children',
  title: { en: 'Children on the federation’s register', zh: '残联登记儿童' },
  register: 'CERTIFICATES',
  isSupplement: true,
  entity: RegisteredChildEntity,
  key: ['recordNumber'],
  keptBy: ['sourceKey'],
  fields: listedFields,
  ...ofListedChild,
  rowOf: (values, { rowKey }) => ({ ...values, sourceKey: rowKey }),
});
