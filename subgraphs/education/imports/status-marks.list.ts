import { CHILD_KEY, childFields, namedChild } from '../../_kit/import/child-fields.js';
import { defineChildList } from '../../_kit/import/import-definition.js';
import { schoolCode } from '../../_kit/import/number-fields.js';
import { date, oneOf } from '../../_kit/import/plain-fields.js';
import { StatusMarkEntity } from '../reporting/status-mark.entity.js';
import { StatusMarkEnum } from '../reporting/reporting.enums.js';
import { PUPILS, SCHOOL } from './references.js';

/** Marks as the national student-status system exports them. */
export const statusMarksList = defineChildList({
  list: 'status-marks',
  title: { en: 'Marks of suspected dropout, dropout and return', zh: '疑似辍学、辍学、复学标注' },
  register: 'DROPOUT_REPORTING',
  entity: StatusMarkEntity,
  key: [...CHILD_KEY, 'mark', 'markedOn'],
  recordedBy: 'markedBy',
  references: { schoolCode: SCHOOL },
  people: PUPILS,
  fields: { ...childFields, schoolCode, mark: oneOf(StatusMarkEnum), markedOn: date },
  childOf: namedChild,
  rowOf: (values) => ({ ...values, markedBy: null, recordedOn: null }),
});
