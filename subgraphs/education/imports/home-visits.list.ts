import { CHILD_KEY, childFields, namedChild } from '../../_kit/import/child-fields.js';
import { defineChildList } from '../../_kit/import/import-definition.js';
import { optional } from '../../_kit/import/field-kind.js';
import { date, oneOf, someOf, text, yesOrNo } from '../../_kit/import/plain-fields.js';
import {
  HomeVisitFindingEnum,
  HomeVisitOccasionEnum,
  HomeVisitorPostEnum,
} from '../care/home-visit.enums.js';
import { HomeVisitEntity } from '../care/home-visit.entity.js';
import { PUPILS } from './references.js';

export const homeVisitsList = defineChildList({
  list: 'home-visits',
  title: { en: 'Home visits', zh: '家访记录' },
  register: 'HOME_VISITS',
  entity: HomeVisitEntity,
  key: [...CHILD_KEY, 'visitedOn', 'occasion', 'visitorName'],
  people: PUPILS,
  fields: {
    ...childFields,
    visitedOn: date,
    visitorPost: oneOf(HomeVisitorPostEnum),
    visitorName: optional(text),
    occasion: oneOf(HomeVisitOccasionEnum),
    guardianMet: yesOrNo,
    findings: optional(someOf(HomeVisitFindingEnum)),
  },
  childOf: namedChild,
  rowOf: (values) => values,
});
