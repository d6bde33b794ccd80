import { CHILD_KEY, childFields, namedChild } from '../../_kit/import/child-fields.js';
import { defineChildList } from '../../_kit/import/import-definition.js';
import { optional } from '../../_kit/import/field-kind.js';
import { schoolCode } from '../../_kit/import/number-fields.js';
import { date, oneOf, text } from '../../_kit/import/plain-fields.js';
import { AbsenceReasonEnum, AbsenceSessionEnum, AbsenceStateEnum } from '../attendance/absence.enums.js';
import { AbsenceEntity } from '../attendance/absence.entity.js';
import { PUPILS, SCHOOL, SCHOOL_CLASS } from './references.js';

/** Missed sessions of the attendance sheets; the sheets of one day come as additions. */
export const absencesList = defineChildList({
  list: 'absences',
  title: { en: 'Absences', zh: '考勤(缺勤记录)' },
  register: 'ATTENDANCE',
  entity: AbsenceEntity,
  key: [...CHILD_KEY, 'date', 'session'],
  recordedBy: 'recordedBy',
  references: { schoolCode: SCHOOL, classCode: SCHOOL_CLASS },
  people: PUPILS,
  fields: {
    ...childFields,
    schoolCode,
    classCode: optional(text),
    date,
    session: oneOf(AbsenceSessionEnum),
    state: oneOf(AbsenceStateEnum, { 旷课: 'UNEXCUSED' }),
    reason: oneOf(AbsenceReasonEnum),
  },
  childOf: namedChild,
  rowOf: (values) => ({ ...values, recordedBy: null }),
});
