import { childFields, namedChild } from '../../_kit/import/child-fields.js';
import { defineChildList } from '../../_kit/import/import-definition.js';
import { optional } from '../../_kit/import/field-kind.js';
import { schoolCode } from '../../_kit/import/number-fields.js';
import { date, oneOf, text } from '../../_kit/import/plain-fields.js';
import { StatusChangeKindEnum } from '../status/student-status.enums.js';
import { StatusChangeEntity } from '../status/status-change.entity.js';
import { PUPILS } from './references.js';

/** Schools here are not checked: a transfer comes from or goes to one of another county. */
export const statusChangesList = defineChildList({
  list: 'status-changes',
  title: { en: 'Status changes', zh: '学籍异动' },
  register: 'STUDENT_STATUS',
  isSupplement: true,
  entity: StatusChangeEntity,
  key: ['recordNumber'],
  keptBy: ['sourceKey'],
  recordedBy: 'recordedBy',
  fact: ['kind', 'changedOn'],
  people: PUPILS,
  fields: {
    ...childFields,
    recordNumber: text,
    kind: oneOf(StatusChangeKindEnum, { 流失: 'DROPPED_OUT' }),
    changedOn: date,
    fromSchoolCode: optional(schoolCode),
    toSchoolCode: optional(schoolCode),
    completedOn: optional(date),
  },
  childOf: namedChild,
  rowOf: (values, { rowKey }) => ({ ...values, sourceKey: rowKey, recordedBy: null }),
});
