import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { studentRecord } from '../../_kit/student/student-record.js';

/**
 * That a class teacher has noted a pupil as one to look after: sick, struggling, of a single parent or of a family in
 * a special situation. No agency has a register of these; documents leave them to the school, class by class
 * (以班为单位建立台账, 印府办发〔2020〕19号 三（四）; 单亲家庭、特殊家庭、学习困难学生, 青政办发〔2018〕49号).
 */
export const ClassLedgerEntryEntity = defineEntity({
  name: 'ClassLedgerEntryEntity',
  tableName: 'class_ledger_entry',
  properties: {
    ...studentRecord,
    /** A value of FocusGroup. */
    group: p.text(),
    schoolCode: p.text(),
    classCode: p.text(),
    startedOn: p.date(),
    endedOn: p.date().nullable(),
  },
});

export type ClassLedgerEntry = InferEntity<typeof ClassLedgerEntryEntity>;
