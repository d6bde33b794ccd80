import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { studentRecord } from '../../_kit/student/student-record.js';

export const AidAwardEntity = defineEntity({
  name: 'AidAwardEntity',
  tableName: 'aid_award',
  properties: {
    ...studentRecord,
    sourceKey: p.text().unique(),
    programme: p.text(),
    /** Calendar year in which the academic year begins. */
    academicYear: p.integer(),
    term: p.text(),
    amountYuan: p.double(),
    decidedOn: p.date(),
    paidOn: p.date().nullable(),
    /** Null for an award to a child that has no student status. */
    schoolCode: p.text().nullable(),
  },
  indexes: [
    { properties: ['decidedOn', 'id'] },
    { properties: ['schoolCode', 'decidedOn', 'id'] },
    { properties: ['academicYear', 'programme', 'decidedOn', 'id'] },
  ],
});

export type AidAward = InferEntity<typeof AidAwardEntity>;
