import { CHILD_KEY, childFields, namedChild } from '../../_kit/import/child-fields.js';
import { defineChildList } from '../../_kit/import/import-definition.js';
import { schoolCode } from '../../_kit/import/number-fields.js';
import { date, decimal, oneOf } from '../../_kit/import/plain-fields.js';
import { HomeTeachingContentEnum } from '../care/special-education.enums.js';
import { HomeTeachingVisitEntity } from '../care/home-teaching-visit.entity.js';
import { PUPILS, SCHOOL } from './references.js';

export const homeTeachingVisitsList = defineChildList({
  list: 'home-teaching-visits',
  title: { en: 'Home-teaching visits', zh: '送教上门记录' },
  register: 'SPECIAL_EDUCATION',
  isSupplement: true,
  entity: HomeTeachingVisitEntity,
  key: [...CHILD_KEY, 'visitedOn', 'content'],
  recordedBy: 'recordedBy',
  references: { schoolCode: SCHOOL },
  people: PUPILS,
  fields: {
    ...childFields,
    visitedOn: date,
    schoolCode,
    hours: decimal,
    content: oneOf(HomeTeachingContentEnum),
  },
  childOf: namedChild,
  rowOf: (values) => ({ ...values, recordedBy: null }),
});
