import { CHILD_KEY, childFields, namedChild } from '../../_kit/import/child-fields.js';
import { defineChildList } from '../../_kit/import/import-definition.js';
import { optional } from '../../_kit/import/field-kind.js';
import { schoolCode } from '../../_kit/import/number-fields.js';
import { date, oneOf, text } from '../../_kit/import/plain-fields.js';
import { RollCallResultEnum } from '../attendance/roll-call.enums.js';
import { RollCallFindingEntity } from '../attendance/roll-call-finding.entity.js';
import { PUPILS, SCHOOL, SCHOOL_CLASS } from './references.js';

/** What the roll-calls of March and September (进班点名) found of each child. */
export const rollCallFindingsList = defineChildList({
  list: 'roll-call-findings',
  title: { en: 'Roll-call findings', zh: '进班点名结果' },
  register: 'ROLL_CALL',
  entity: RollCallFindingEntity,
  key: [...CHILD_KEY, 'calledOn', 'classCode'],
  recordedBy: 'recordedBy',
  references: { schoolCode: SCHOOL, classCode: SCHOOL_CLASS },
  people: PUPILS,
  fields: {
    ...childFields,
    schoolCode,
    classCode: text,
    calledOn: date,
    finding: oneOf(RollCallResultEnum),
    callerName: optional(text),
  },
  childOf: namedChild,
  rowOf: (values) => ({ ...values, recordedBy: null }),
});
