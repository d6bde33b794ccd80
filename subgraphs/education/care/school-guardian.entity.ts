import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { studentRecord } from '../../_kit/student/student-record.js';

/** Kin whom the school would call; what the school wrote, not what the household register says. */
export const SchoolGuardianEntity = defineEntity({
  name: 'SchoolGuardianEntity',
  tableName: 'school_guardian',
  properties: {
    ...studentRecord,
    name: p.text(),
    /** Digest of the number, for matching; null without a valid one. */
    guardianId: p.text().nullable().index(),
    relation: p.text(),
    isActualGuardian: p.boolean(),
    isLegalGuardian: p.boolean(),
    phoneSealed: p.text().nullable(),
  },
});

export type SchoolGuardian = InferEntity<typeof SchoolGuardianEntity>;
