import { namedChild, residence } from '../../_kit/import/child-fields.js';
import { optional, personal } from '../../_kit/import/field-kind.js';
import { defineChildList } from '../../_kit/import/import-definition.js';
import { divisionCode, residentIdNumber } from '../../_kit/import/number-fields.js';
import { date, oneOf, text } from '../../_kit/import/plain-fields.js';
import { SexEnum } from '../../_kit/schema/person.enums.js';
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
  fields: {
    recordNumber: text,
    residentIdNumber: optional(residentIdNumber),
    name: personal(text),
    sex: oneOf(SexEnum),
    birthDate: personal(date),
    residenceDivisionCode: divisionCode,
  },
  childOf: ({ recordNumber, ...values }) => namedChild({ ...values, childNumber: recordNumber }),
  scopesOf: ({ residenceDivisionCode }) => residence(residenceDivisionCode),
  rowOf: (values, { rowKey }) => ({ ...values, sourceKey: rowKey }),
});
