import { childFields, namedChild } from '../../_kit/import/child-fields.js';
import { defineChildList } from '../../_kit/import/import-definition.js';
import { optional } from '../../_kit/import/field-kind.js';
import { schoolCode } from '../../_kit/import/number-fields.js';
import { date, decimal, oneOf, text } from '../../_kit/import/plain-fields.js';
import { AidProgrammeEnum, SchoolTermEnum } from '../care/aid-award.enums.js';
import { academicYear } from './school-fields.js';
import { AidAwardEntity } from '../care/aid-award.entity.js';
import { PUPILS, SCHOOL } from './references.js';

export const aidAwardsList = defineChildList({
  list: 'aid-awards',
  title: { en: 'Student aid', zh: '学生资助' },
  register: 'AID_AWARDS',
  entity: AidAwardEntity,
  key: ['recordNumber'],
  keptBy: ['sourceKey'],
  references: { schoolCode: SCHOOL },
  people: PUPILS,
  fields: {
    ...childFields,
    recordNumber: text,
    programme: oneOf(AidProgrammeEnum, { 营养改善计划: 'NUTRITION_IMPROVEMENT' }),
    academicYear,
    term: oneOf(SchoolTermEnum, { 秋季: 'AUTUMN', 春季: 'SPRING' }),
    amountYuan: decimal,
    decidedOn: date,
    paidOn: optional(date),
    schoolCode: optional(schoolCode),
  },
  childOf: namedChild,
  rowOf: (values, { rowKey }) => ({ ...values, sourceKey: rowKey }),
});
