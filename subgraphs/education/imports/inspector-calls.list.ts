import { CHILD_KEY, childFields, namedChild } from '../../_kit/import/child-fields.js';
import { defineChildList } from '../../_kit/import/import-definition.js';
import { schoolCode } from '../../_kit/import/number-fields.js';
import { date } from '../../_kit/import/plain-fields.js';
import { InspectorCallEntity } from '../reporting/inspector-call.entity.js';
import { PUPILS, SCHOOL } from './references.js';

export const inspectorCallsList = defineChildList({
  list: 'inspector-calls',
  title: { en: 'Calls of responsible inspectors', zh: '会同责任督学记录' },
  register: 'DROPOUT_REPORTING',
  isSupplement: true,
  entity: InspectorCallEntity,
  key: [...CHILD_KEY, 'calledOn'],
  recordedBy: 'recordedBy',
  references: { schoolCode: SCHOOL },
  people: PUPILS,
  fields: { ...childFields, schoolCode, calledOn: date },
  childOf: namedChild,
  rowOf: (values) => ({ ...values, recordedBy: null, recordedOn: null }),
});
