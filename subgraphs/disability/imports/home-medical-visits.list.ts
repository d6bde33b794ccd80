import { CHILD_KEY, childFields, namedChild, residence } from '../../_kit/import/child-fields.js';
import { defineChildList } from '../../_kit/import/import-definition.js';
import { divisionCode } from '../../_kit/import/number-fields.js';
import { date, text } from '../../_kit/import/plain-fields.js';
import { HomeMedicalVisitEntity } from '../home-medical-visit.entity.js';
import { REGISTERED_CHILDREN } from './references.js';

export const homeMedicalVisitsList = defineChildList({
  list: 'home-medical-visits',
  title: { en: 'Home medical visits', zh: '送医上门' },
  register: 'HOME_MEDICAL_VISITS',
  entity: HomeMedicalVisitEntity,
  key: [...CHILD_KEY, 'visitedOn', 'institution'],
  recordedBy: 'recordedBy',
  people: REGISTERED_CHILDREN,
  fields: {
    ...childFields,
    visitedOn: date,
    institution: text,
    residenceDivisionCode: divisionCode,
  },
  childOf: namedChild,
  scopesOf: ({ residenceDivisionCode }) => residence(residenceDivisionCode),
  rowOf: (values, { childKey }) => ({ ...values, sourceKey: childKey, recordedBy: null }),
});
