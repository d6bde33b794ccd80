import { CHILD_KEY, childFields, namedChild } from '../../_kit/import/child-fields.js';
import { defineChildList } from '../../_kit/import/import-definition.js';
import { optional } from '../../_kit/import/field-kind.js';
import { countyCode } from '../../_kit/import/number-fields.js';
import { date, oneOf, text } from '../../_kit/import/plain-fields.js';
import { StudyAreaEnum } from '../status/study-elsewhere.enums.js';
import { grade } from './school-fields.js';
import { StudyElsewhereEntity } from '../status/study-elsewhere.entity.js';
import { PUPILS } from './references.js';

/** One row for each child: what the national status system last answered. */
export const studyElsewhereList = defineChildList({
  list: 'study-elsewhere',
  title: { en: 'Studying outside the county', zh: '县外就读核查' },
  register: 'STUDY_ELSEWHERE',
  entity: StudyElsewhereEntity,
  key: [...CHILD_KEY],
  people: PUPILS,
  fields: {
    ...childFields,
    area: oneOf(StudyAreaEnum),
    countyCode: optional(countyCode),
    placeName: text,
    schoolName: text,
    grade,
    checkedOn: date,
  },
  childOf: namedChild,
  rowOf: (values) => values,
});
