import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { studentRecord } from '../../_kit/student/student-record.js';

export const ApprovedAbsenceEntity = defineEntity({
  name: 'ApprovedAbsenceEntity',
  tableName: 'approved_absence',
  properties: {
    ...studentRecord,
    kind: p.text(),
    approvedOn: p.date(),
    from: p.date(),
    until: p.date(),
    approver: p.text(),
    documentNumber: p.text(),
  },
});

export type ApprovedAbsence = InferEntity<typeof ApprovedAbsenceEntity>;
