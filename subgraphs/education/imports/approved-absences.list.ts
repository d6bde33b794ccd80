import { CHILD_KEY, childFields, namedChild } from '../../_kit/import/child-fields.js';
import { defineChildList } from '../../_kit/import/import-definition.js';
import { date, oneOf, text } from '../../_kit/import/plain-fields.js';
import {
  ApprovedAbsenceApproverEnum,
  ApprovedAbsenceKindEnum,
} from '../attendance/approved-absence.enums.js';
import { ApprovedAbsenceEntity } from '../attendance/approved-absence.entity.js';
import { PUPILS } from './references.js';

export const approvedAbsencesList = defineChildList({
  list: 'approved-absences',
  title: { en: 'Deferred entry, suspension, medical inability', zh: '延缓入学、休学及不能就学审批' },
  register: 'APPROVED_ABSENCES',
  entity: ApprovedAbsenceEntity,
  key: [...CHILD_KEY, 'documentNumber'],
  people: PUPILS,
  fields: {
    ...childFields,
    documentNumber: text,
    kind: oneOf(ApprovedAbsenceKindEnum),
    approvedOn: date,
    from: date,
    until: date,
    approver: oneOf(ApprovedAbsenceApproverEnum),
  },
  childOf: namedChild,
  rowOf: (values) => values,
});
